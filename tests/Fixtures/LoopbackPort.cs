using System.Net;
using System.Net.Sockets;

namespace ChatDesk.Tests.Fixtures;

/// <summary>A port of 127.0.0.1 that nobody listens on.</summary>
internal static class LoopbackPort
{
    public static int Free()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

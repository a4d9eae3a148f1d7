using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ChatDesk.Tests.EndToEnd;

/// <summary>
/// The line between a phone and the desk: an address that stays the same when the desk is started again elsewhere, and that
/// can be cut, or made to lose the desk's answers.
/// </summary>
internal sealed class PhoneLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _open = [];
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;
    private volatile Uri? _desk;

    public PhoneLine()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>Lets requests through to the desk and closes the connection before its answer comes back.</summary>
    public bool LosesAnswers { get; set; }

    public void LeadTo(Uri desk) => _desk = desk;

    public void Cut()
    {
        _desk = null;
        HangUp();
    }

    public void HangUp()
    {
        foreach (var connection in _open.Keys)
            connection.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        Cut();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ConnectAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ConnectAsync(TcpClient phone)
    {
        using TcpClient desk = new();
        using (phone)
        {
            _open[phone] = _open[desk] = 0;
            try
            {
                if (_desk is not { } url)
                    return;
                await desk.ConnectAsync(IPAddress.Loopback, url.Port);
                await Task.WhenAny(AnswerAsync(desk, phone), phone.GetStream().CopyToAsync(desk.GetStream()));
            }
            catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
            {
            }
            finally
            {
                _open.TryRemove(phone, out _);
                _open.TryRemove(desk, out _);
            }
        }
    }

    private async Task AnswerAsync(TcpClient desk, TcpClient phone)
    {
        var buffer = new byte[16 * 1024];
        while (await desk.GetStream().ReadAsync(buffer) is > 0 and var count && !LosesAnswers)
            await phone.GetStream().WriteAsync(buffer.AsMemory(0, count));
    }
}

using System.Diagnostics;

namespace ChatDesk.Tests.Bench;

/// <summary>Where the machine has two cores the desk gets the first one for itself, so that its runtime sees one; the load takes the others.</summary>
internal static class Cores
{
    private static readonly bool HasOneToSpare = OperatingSystem.IsLinux() && Environment.ProcessorCount > 1;

    public static int? OfDesk => HasOneToSpare ? 0 : null;

    public static void LeaveToDesk()
    {
        if (HasOneToSpare && OperatingSystem.IsLinux())
            Process.GetCurrentProcess().ProcessorAffinity = (nint)((1L << Environment.ProcessorCount) - 2);
    }
}

using ChatDesk.BotHost.Security;
using ChatDesk.Channels.Sandbox.Phones;

namespace ChatDesk.BotHost.Demo;

/// <summary>Tells a newcomer where to look first.</summary>
public static class PlaygroundAddress
{
    /// <summary>Prints the playground's address once the desk listens; nothing where the sandbox is off.</summary>
    public static void AnnouncePlayground(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.Services.GetService<SandboxPhones>() is null)
            return;
        app.Lifetime.ApplicationStarted.Register(
            () => Console.Out.WriteLine($"Playground: {app.Services.GetRequiredService<Links>().BaseUrl}/playground"));
    }
}

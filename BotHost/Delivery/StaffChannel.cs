namespace ChatDesk.BotHost.Delivery;

/// <summary>The WeCom application that staff get their cards and reminders from: the first configured one.</summary>
public sealed class StaffChannel(IConfiguration configuration)
{
    /// <summary>The application's configured name; empty where none is configured.</summary>
    public string Account { get; } = configuration.GetSection("Channels:WeCom:Apps").GetChildren().FirstOrDefault()?.Key ?? "";
}

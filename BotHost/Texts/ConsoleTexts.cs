namespace ChatDesk.BotHost.Texts;

/// <summary>What the desk reads in the console.</summary>
public static class ConsoleTexts
{
    public const string FirstAdministrator = "系统管理员";
}

using ChatDesk.BotHost.Security;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>管理: the ways to everything that is set up and looked after.</summary>
public sealed class ManageModel(Policies policies) : ConsolePage
{
    public IReadOnlyList<IGrouping<string, MenuEntry>> Groups { get; private set; } = [];

    public async Task OnGetAsync() => Groups = [.. ConsoleMenu.For(await StaffAsync(), policies)];
}

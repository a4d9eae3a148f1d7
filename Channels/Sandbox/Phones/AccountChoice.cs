using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Channels.Sandbox.Phones;

/// <summary>How a phone is called on the playground.</summary>
public sealed record PhoneName(string Name, string Role, IReadOnlyList<string>? Phrases = null);

/// <summary>The account that an action on a phone is meant for: the query's <c>account</c>, or the first one.</summary>
internal sealed class AccountChoice(PlayedAccounts accounts, string? name)
{
    public static ValueTask<AccountChoice?> BindAsync(HttpContext http) => ValueTask.FromResult<AccountChoice?>(new(
        http.RequestServices.GetRequiredService<PlayedAccounts>(), http.Request.Query["account"].FirstOrDefault()));

    public Task<IResult> DoAsync<T>(Func<PlayedAccount, Task<T>> act) => DoAsync(accounts.OfficialAccounts, act);

    public Task<IResult> DoForAppAsync<T>(Func<PlayedAccount, Task<T>> act) => DoAsync(accounts.Applications, act);

    private async Task<IResult> DoAsync<T>(IReadOnlyList<PlayedAccount> candidates, Func<PlayedAccount, Task<T>> act) =>
        candidates.FirstOrDefault(a => name is null || a.Name == name) is { } account ? Results.Ok(await act(account)) : Results.NotFound();
}

using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Data;

/// <summary>Runs one change of the desk in its own scope, and again from the start when somebody else changed the same rows first.</summary>
public sealed class DeskWork(IServiceScopeFactory scopes)
{
    private const int MaxTries = 20;

    /// <param name="work">Reads, decides, changes and saves; must have no effect outside the scope's database.</param>
    /// <param name="ct">Cancels the work.</param>
    /// <exception cref="DbUpdateConcurrencyException">The rows were still contended after the last try.</exception>
    public async Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> work, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        for (var attempt = 1; ; attempt++)
        {
            ct.ThrowIfCancellationRequested();
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                return await work(scope.ServiceProvider);
            }
            catch (DbUpdateException exception) when (attempt < MaxTries && IsContended(scope.ServiceProvider, exception))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 5 * attempt)), ct);
            }
        }
    }

    public Task RunAsync(Func<IServiceProvider, Task> work, CancellationToken ct) =>
        RunAsync(
            async services =>
            {
                await work(services);
                return true;
            },
            ct);

    private static bool IsContended(IServiceProvider services, DbUpdateException exception) =>
        exception is DbUpdateConcurrencyException || services.GetRequiredService<DeskDb>().IsUniqueViolation(exception);
}

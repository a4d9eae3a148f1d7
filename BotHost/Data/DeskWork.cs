using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Data;

/// <summary>Runs one change of the desk in its own scope, and again from the start when somebody else changed the same rows first or the database had to give it up.</summary>
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
            catch (Exception exception) when (attempt < MaxTries && IsContended(scope.ServiceProvider, exception))
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

    /// <summary>Somebody was first, or the database chose this change as a deadlock's victim.</summary>
    private static bool IsContended(IServiceProvider services, Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException update when services.GetRequiredService<DeskDb>().IsUniqueViolation(update) => true,
        _ => exception.GetBaseException() is DbException { IsTransient: true },
    };
}

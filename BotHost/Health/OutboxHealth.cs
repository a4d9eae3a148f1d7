using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatDesk.BotHost.Health;

/// <summary>Whether what is due is sent: a message that nobody took up for a minute is a lag.</summary>
internal sealed class OutboxHealth(DeskDb db, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan MaxLag = TimeSpan.FromSeconds(60);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var limit = clock.GetUtcNow() - MaxLag;
        var isLate = await db.Set<OutboxMessage>().AnyAsync(row => row.State == OutboxState.Queued && row.DueAt < limit, cancellationToken);
        return isLate ? HealthCheckResult.Unhealthy("A message has been due for over 60 s.") : HealthCheckResult.Healthy();
    }
}

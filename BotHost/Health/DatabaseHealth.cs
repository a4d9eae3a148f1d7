using ChatDesk.BotHost.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatDesk.BotHost.Health;

/// <summary>Whether migrations are done and the database answers.</summary>
internal sealed class DatabaseHealth(DeskDb db, DatabaseMigrator migrator) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        migrator.IsDone && await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}

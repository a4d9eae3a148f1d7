using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ChatDesk.BotHost.Data;

/// <summary>
/// Leaves a pooled context's SQLite connection open between its queries: opening one registers Entity Framework's two dozen functions
/// again, which costs more than the query. The connection closes with its context.
/// </summary>
internal sealed class KeepOpen : DbConnectionInterceptor
{
    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        ValueTask.FromResult(InterceptionResult.Suppress());
}

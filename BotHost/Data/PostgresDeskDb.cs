using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ChatDesk.BotHost.Data;

/// <summary>The desk on PostgreSQL.</summary>
public sealed class PostgresDeskDb(DbContextOptions<PostgresDeskDb> options) : DeskDb(options)
{
    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception?.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}

using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Data;

/// <summary>The desk on SQL Server.</summary>
public sealed class SqlServerDeskDb(DbContextOptions<SqlServerDeskDb> options) : DeskDb(options)
{
    private const int DuplicateKeyInUniqueIndex = 2601;
    private const int UniqueConstraintViolated = 2627;

    public override bool KnowsOnConflict => false;

    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception?.InnerException is SqlException { Number: DuplicateKeyInUniqueIndex or UniqueConstraintViolated };
}

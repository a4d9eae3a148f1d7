using System.ComponentModel.DataAnnotations;

namespace ChatDesk.BotHost.Data;

/// <summary><c>ChatDesk:Database</c>: which database holds the truth.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "ChatDesk:Database";

    /// <summary>Default SQLite: nothing to install.</summary>
    [EnumDataType(typeof(DatabaseProvider))]
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Default for SQLite: <c>chatdesk.db</c> in the data directory; the others have none.</summary>
    public string? ConnectionString { get; set; }
}

/// <summary>The databases that have migrations.</summary>
public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
    SqlServer,
}

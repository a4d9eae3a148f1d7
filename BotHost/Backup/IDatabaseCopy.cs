namespace ChatDesk.BotHost.Backup;

/// <summary>The database as one file, and back.</summary>
internal interface IDatabaseCopy
{
    /// <summary>What the file is: a copy of one kind goes back only into the same kind.</summary>
    string Kind { get; }

    /// <summary>Whether the configured database holds nothing yet.</summary>
    Task<bool> IsEmptyAsync(CancellationToken ct);

    /// <summary>Writes the database as it stands at one moment; the desk may go on working.</summary>
    /// <exception cref="IOException">The copy could not be made.</exception>
    Task WriteAsync(string path, CancellationToken ct);

    /// <summary>Fills the empty database from a copy.</summary>
    /// <exception cref="IOException">The copy could not be read back.</exception>
    Task ReadAsync(string path, CancellationToken ct);
}

using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Data;

/// <summary>
/// The instance's one writer: commits the changes that wait together in one transaction, each behind its own savepoint,
/// and answers nobody before the commit. See docs/decisions/0003-one-writer.md.
/// </summary>
public sealed class GroupCommit : IAsyncDisposable
{
    private const int MaxBatch = 64;

    private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private readonly Func<DbConnection> _connect;
    private readonly string? _onOpen;
    private readonly Task _loop;
    private DbConnection? _connection;

    /// <param name="connect">Makes the writer's own connection.</param>
    /// <param name="onOpen">A statement for each new connection, null for none.</param>
    public GroupCommit(Func<DbConnection> connect, string? onOpen = null)
    {
        _connect = connect;
        _onOpen = onOpen;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Saves the context's changes. Its failure is its own: the others in the batch are committed.</summary>
    public async Task<int> SaveAsync(DeskDb db, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Waiting waiting = new(db);
        if (!_queue.Writer.TryWrite(waiting))
            throw new ObjectDisposedException(nameof(GroupCommit));
        var rows = await waiting.Done.Task;
        db.ChangeTracker.AcceptAllChanges();
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        if (_connection is not null)
            await _connection.DisposeAsync();
    }

    private async Task RunAsync()
    {
        List<Waiting> batch = new(MaxBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < MaxBatch && _queue.Reader.TryRead(out var waiting))
                batch.Add(waiting);
            await CommitAsync(batch);
            batch.Clear();
        }
    }

    private async Task CommitAsync(List<Waiting> batch)
    {
        try
        {
            var connection = await OpenAsync();
            await using (var transaction = await connection.BeginTransactionAsync())
            {
                foreach (var waiting in batch)
                    await SaveOneAsync(waiting, transaction);
                await transaction.CommitAsync();
            }

            batch.ForEach(waiting => waiting.Complete());
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException or TimeoutException)
        {
            await DropConnectionAsync();
            batch.ForEach(waiting => waiting.Done.TrySetException(exception));
        }
    }

    private async Task<DbConnection> OpenAsync()
    {
        if (_connection is { State: System.Data.ConnectionState.Open })
            return _connection;
        await DropConnectionAsync();
        _connection = _connect();
        await _connection.OpenAsync();
        if (_onOpen is not null)
            await ExecuteAsync(_connection, _onOpen);
        return _connection;
    }

    private static async Task ExecuteAsync(DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of this assembly.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private async Task DropConnectionAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync();
        _connection = null;
    }

    private static async Task SaveOneAsync(Waiting waiting, DbTransaction transaction)
    {
        var database = waiting.Db.Database;
        var own = database.GetDbConnection();
        database.SetDbConnection(transaction.Connection, contextOwnsConnection: false);
        try
        {
            await database.UseTransactionAsync(transaction);
            waiting.Rows = await waiting.Db.SaveInBatchAsync(CancellationToken.None);
        }
        catch (DbUpdateException exception)
        {
            waiting.Error = exception;
        }
        finally
        {
            await database.UseTransactionAsync(null);
            database.SetDbConnection(own, contextOwnsConnection: true);
        }
    }

    private sealed class Waiting(DeskDb db)
    {
        public DeskDb Db { get; } = db;

        public TaskCompletionSource<int> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Rows { get; set; }

        public Exception? Error { get; set; }

        public void Complete()
        {
            if (Error is null)
                Done.TrySetResult(Rows);
            else
                Done.TrySetException(Error);
        }
    }
}

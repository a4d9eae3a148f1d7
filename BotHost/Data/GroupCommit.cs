using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Data;

/// <summary>
/// The instance's one writer: commits the writes that wait together in one transaction and answers nobody before the
/// commit. Where one of them fails, each is committed alone. See docs/decisions/0003-one-writer.md.
/// </summary>
public sealed class GroupCommit : IAsyncDisposable
{
    private const int MaxBatch = 64;

    private readonly Channel<Write> _queue = Channel.CreateUnbounded<Write>(new() { SingleReader = true });
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

    /// <summary>Runs the context's write inside the next batch and returns after its commit. Its failure is its own: the others are committed.</summary>
    public Task<int> WriteAsync(DeskDb db, Func<Task<int>> write, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Write waiting = new(db, write);
        if (!_queue.Writer.TryWrite(waiting))
            throw new ObjectDisposedException(nameof(GroupCommit));
        return waiting.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        await DropConnectionAsync();
    }

    private async Task RunAsync()
    {
        List<Write> batch = new(MaxBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < MaxBatch && _queue.Reader.TryRead(out var waiting))
                batch.Add(waiting);
            await CommitAsync(batch);
            batch.Clear();
        }
    }

    /// <summary>All together; where one of them fails, each alone.</summary>
    private async Task CommitAsync(List<Write> batch)
    {
        try
        {
            if (await TryCommitAsync(batch))
                return;
            foreach (var waiting in batch)
                await CommitAsync([waiting]);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException or TimeoutException)
        {
            await DropConnectionAsync();
            batch.ForEach(waiting => waiting.Done.TrySetException(exception));
        }
    }

    /// <returns>False when a write among several failed: nothing was committed, nobody was answered.</returns>
    private async Task<bool> TryCommitAsync(List<Write> batch)
    {
        var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var waiting in batch)
        {
            if (await waiting.TryRunAsync(transaction))
                continue;
            await transaction.RollbackAsync();
            return batch.Count == 1 && waiting.AnswerFailure();
        }

        await transaction.CommitAsync();
        batch.ForEach(waiting => waiting.AnswerSuccess());
        return true;
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

    private sealed class Write(DeskDb db, Func<Task<int>> write)
    {
        private int _rows;
        private Exception? _error;

        public TaskCompletionSource<int> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The whole batch is the unit of rolling back, so no savepoint is set for each write.</summary>
        public async Task<bool> TryRunAsync(DbTransaction transaction)
        {
            var database = db.Database;
            var connectionString = database.GetConnectionString();
            database.SetDbConnection(transaction.Connection, contextOwnsConnection: false);
            database.AutoSavepointsEnabled = false;
            try
            {
                await database.UseTransactionAsync(transaction);
                _rows = await write();
                return true;
            }
            catch (Exception exception) when (exception is DbUpdateException or DbException)
            {
                _error = exception;
                return false;
            }
            finally
            {
                await database.UseTransactionAsync(null);
                database.AutoSavepointsEnabled = true;
                database.SetDbConnection(null);
                database.SetConnectionString(connectionString);
            }
        }

        public bool AnswerSuccess() => Done.TrySetResult(_rows);

        public bool AnswerFailure() => Done.TrySetException(_error!);
    }
}

using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Data;

/// <summary>
/// The instance's one writer: commits the writes that wait together in one transaction, each behind its own savepoint,
/// and answers nobody before the commit. See docs/decisions/0003-one-writer.md.
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

    private async Task CommitAsync(List<Write> batch)
    {
        try
        {
            var connection = await OpenAsync();
            await using (var transaction = await connection.BeginTransactionAsync())
            {
                foreach (var waiting in batch)
                    await waiting.RunAsync(transaction);
                await transaction.CommitAsync();
            }

            batch.ForEach(waiting => waiting.Answer());
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

    private sealed class Write(DeskDb db, Func<Task<int>> write)
    {
        private int _rows;
        private DbUpdateException? _error;

        public TaskCompletionSource<int> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Entity Framework sets a savepoint before it saves into a transaction that is not its own, and goes back to it on failure.</summary>
        public async Task RunAsync(DbTransaction transaction)
        {
            var database = db.Database;
            var connectionString = database.GetConnectionString();
            database.SetDbConnection(transaction.Connection, contextOwnsConnection: false);
            try
            {
                await database.UseTransactionAsync(transaction);
                _rows = await write();
            }
            catch (DbUpdateException exception)
            {
                _error = exception;
            }
            finally
            {
                await database.UseTransactionAsync(null);
                database.SetDbConnection(null);
                database.SetConnectionString(connectionString);
            }
        }

        public void Answer()
        {
            if (_error is null)
                Done.TrySetResult(_rows);
            else
                Done.TrySetException(_error);
        }
    }
}

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

    private readonly Channel<IWrite> _queue = Channel.CreateUnbounded<IWrite>(new() { SingleReader = true });
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
    public Task<int> WriteAsync(DeskDb db, Func<Task<int>> write, CancellationToken ct) =>
        QueueAsync(new Write<int>(transaction => InTransactionAsync(db, transaction, write)), ct);

    /// <summary>Runs hand-written statements inside the next batch, with no savepoint: a <see cref="DbUpdateException"/> must leave nothing written.</summary>
    public Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> statements, CancellationToken ct) => QueueAsync(new Write<T>(statements), ct);

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        await DropConnectionAsync();
    }

    private Task<T> QueueAsync<T>(Write<T> write, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!_queue.Writer.TryWrite(write))
            throw new ObjectDisposedException(nameof(GroupCommit));
        return write.Done;
    }

    private async Task RunAsync()
    {
        List<IWrite> batch = new(MaxBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < MaxBatch && _queue.Reader.TryRead(out var waiting))
                batch.Add(waiting);
            await CommitAsync(batch);
            batch.Clear();
        }
    }

    private async Task CommitAsync(List<IWrite> batch)
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
            batch.ForEach(waiting => waiting.Fail(exception));
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

    /// <summary>Entity Framework sets a savepoint before it saves into a transaction that is not its own, and goes back to it on failure.</summary>
    private static async Task<int> InTransactionAsync(DeskDb db, DbTransaction transaction, Func<Task<int>> write)
    {
        var database = db.Database;
        var connectionString = database.GetConnectionString();
        database.SetDbConnection(transaction.Connection, contextOwnsConnection: false);
        try
        {
            await database.UseTransactionAsync(transaction);
            return await write();
        }
        finally
        {
            await database.UseTransactionAsync(null);
            database.SetDbConnection(null);
            database.SetConnectionString(connectionString);
        }
    }

    private interface IWrite
    {
        Task RunAsync(DbTransaction transaction);

        void Answer();

        void Fail(Exception exception);
    }

    private sealed class Write<T>(Func<DbTransaction, Task<T>> write) : IWrite
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;
        private DbUpdateException? _error;

        public Task<T> Done => _done.Task;

        public async Task RunAsync(DbTransaction transaction)
        {
            try
            {
                _result = await write(transaction);
            }
            catch (DbUpdateException exception)
            {
                _error = exception;
            }
        }

        public void Answer()
        {
            if (_error is null)
                _done.TrySetResult(_result!);
            else
                _done.TrySetException(_error);
        }

        public void Fail(Exception exception) => _done.TrySetException(exception);
    }
}

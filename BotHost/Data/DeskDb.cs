using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ChatDesk.BotHost.Data;

/// <summary>The desk's database. Features inject this type; the configured provider decides which subclass it is.</summary>
/// <remarks>Contexts are pooled; the writer and the signals are the host's and come with the options. Tools that have no host save directly.</remarks>
public abstract class DeskDb(DbContextOptions options) : DbContext(options)
{
    private readonly GroupCommit? _commits = FromHost<GroupCommit>(options);
    private readonly CommitSignals? _signals = FromHost<CommitSignals>(options);

    /// <summary>Saves through the instance's one writer, which commits the changes waiting together; inside an own transaction, at once.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed a row that this context read before.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        StampVersions();
        if (_commits is null || Database.CurrentTransaction is not null)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        var changed = Changed();
        var rows = await _commits.WriteAsync(this, () => base.SaveChangesAsync(acceptAllChangesOnSuccess: false, CancellationToken.None), cancellationToken);
        if (acceptAllChangesOnSuccess)
            ChangeTracker.AcceptAllChanges();
        _signals?.Raise(changed);
        return rows;
    }

    /// <summary>Runs a set-based update or delete through the same writer.</summary>
    public Task<int> WriteAsync(Func<Task<int>> statement, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return _commits is null ? statement() : _commits.WriteAsync(this, statement, ct);
    }

    /// <summary>Whether the database knows <c>ON CONFLICT … DO NOTHING</c>.</summary>
    public virtual bool KnowsOnConflict => true;

    /// <summary>Runs hand-written statements through the same writer. They must not fail halfway: there is no savepoint to go back to.</summary>
    public Task<T> WriteRowsAsync<T>(Func<System.Data.Common.DbTransaction, Task<T>> statements, CancellationToken ct) =>
        _commits?.WriteAsync(statements, ct) ?? throw new InvalidOperationException("There is no writer without a host.");

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("The desk saves asynchronously.");

    /// <summary>Whether the save failed because a row with the same unique key exists.</summary>
    public abstract bool IsUniqueViolation(DbUpdateException exception);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DeskDb).Assembly);
        foreach (var versioned in modelBuilder.Model.GetEntityTypes().Where(type => typeof(IVersioned).IsAssignableFrom(type.ClrType)))
            versioned.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    private static T? FromHost<T>(DbContextOptions options)
        where T : class => options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<T>();

    private List<object> Changed() => _signals is not { HasListeners: true }
        ? []
        : [.. ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified).Select(entry => entry.Entity)];

    private void StampVersions()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry is { State: EntityState.Modified, Entity: IVersioned versioned })
                versioned.Version++;
            else if (entry is { State: EntityState.Modified or EntityState.Deleted, Entity: IAppendOnly })
                throw new InvalidOperationException("Rows that are written once are neither changed nor removed.");
        }
    }
}

using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Data;

/// <summary>The desk's database. Features inject this type; the configured provider decides which subclass it is.</summary>
public abstract class DeskDb(DbContextOptions options, GroupCommit? commits) : DbContext(options)
{
    /// <summary>Saves through the instance's one writer, which commits the changes waiting together; inside an own transaction, at once.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed a row that this context read before.</exception>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        StampVersions();
        return commits is null || Database.CurrentTransaction is not null
            ? base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)
            : commits.SaveAsync(this, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("The desk saves asynchronously.");

    /// <summary>Whether the save failed because a row with the same unique key exists.</summary>
    public abstract bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>Runs the statements now, in the transaction that the writer holds.</summary>
    internal Task<int> SaveInBatchAsync(CancellationToken ct) => base.SaveChangesAsync(acceptAllChangesOnSuccess: false, ct);

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DeskDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    private void StampVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State == EntityState.Modified)
                entry.Entity.Version++;
        }
    }
}

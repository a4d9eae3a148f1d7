using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Tasks;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Data;

public sealed class GroupCommitTests
{
    private const int Others = 40;
    private const int Rivals = 8;

    [Theory, OnEachDatabase]
    public async Task Of_changes_saved_at_once_each_is_stored_once_and_only_the_wrong_ones_fail(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider, DeskSettings.Empty);

        var keys = Enumerable.Range(0, Others).Select(i => $"other-{i}").Concat(Enumerable.Repeat("rival", Rivals));
        var saved = await Task.WhenAll(keys.Select(key => Task.Run(() => TrySaveAsync(desk, key))));

        Assert.Equal(Others, saved.Take(Others).Count(isSaved => isSaved));
        Assert.Equal(1, saved.Skip(Others).Count(isSaved => isSaved));
        Assert.Equal(Others + 1, await desk.ReadAsync(db => db.Set<DeskTask>().CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Of_changes_to_one_row_at_once_none_is_lost(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider, DeskSettings.Empty);
        await TrySaveAsync(desk, "counter");
        var work = desk.Services.GetRequiredService<DeskWork>();

        await Task.WhenAll(Enumerable.Range(0, Rivals).Select(_ => work.RunAsync(CountUpAsync, CancellationToken.None)));

        Assert.Equal(Rivals, await desk.ReadAsync(db => db.Set<Revision>().Where(revision => revision.Name == "counter").Select(revision => revision.Number).SingleAsync()));
    }

    private static async Task<bool> TrySaveAsync(Desk desk, string key)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        db.Add(new DeskTask { Key = key, Kind = DeskTaskKind.HandOver, Title = key, CreatedAt = DeskSettings.MondayMorning });
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return false;
        }
    }

    private static async Task CountUpAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<DeskDb>();
        var task = await db.Set<DeskTask>().SingleAsync(t => t.Key == "counter");
        var counter = await db.Set<Revision>().SingleOrDefaultAsync(revision => revision.Name == "counter");
        if (counter is null)
            db.Add(counter = new Revision { Name = "counter" });
        counter.Number++;
        task.DoneBy = $"{counter.Number}";
        await db.SaveChangesAsync();
    }
}

using ChatDesk.BotHost;
using ChatDesk.BotHost.Intake;
using Microsoft.Extensions.Options;

namespace ChatDesk.Tests.BotHost.Intake;

public sealed class HandOverJournalTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatdesk-journal-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_a_process_handed_over_is_there_at_the_next_start_and_gone_at_the_one_after()
    {
        using (var before = Open())
        {
            Assert.Empty(before.Read());
            before.Add(7);
            before.Add(long.MaxValue);
        }

        using (var next = Open())
        {
            Assert.Equal([7, long.MaxValue], next.Read().Order());
            next.Clear();
        }

        using var after = Open();
        Assert.Empty(after.Read());
    }

    [Fact]
    public void Instances_that_share_a_folder_keep_a_journal_each()
    {
        using var one = Open();
        using var other = Open();
        one.Add(1);
        other.Add(2);

        Assert.Equal([1], one.Read());
        Assert.Equal([2], other.Read());
    }

    [Fact]
    public void It_holds_the_newest_and_forgets_the_oldest()
    {
        using var journal = Open();
        for (var id = 1; id <= 100_000; id++)
            journal.Add(id);

        var kept = journal.Read();

        Assert.Contains(100_000, kept);
        Assert.Contains(50_000, kept);
        Assert.DoesNotContain(1, kept);
    }

    private HandOverJournal Open() => new(Options.Create(new DeskOptions { DataDirectory = _folder.FullName }));
}

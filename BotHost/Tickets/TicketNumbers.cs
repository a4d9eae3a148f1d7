using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Tickets;

/// <summary>The next number that no instance has reserved in a month.</summary>
public sealed class TicketNumberBlock : IVersioned
{
    /// <summary>yyMM.</summary>
    [MaxLength(4)]
    public required string Month { get; init; }

    public required int Next { get; set; }

    public long Version { get; set; }
}

/// <summary>Gives out ticket numbers. An instance reserves them in blocks; a restart may leave a gap, never a double.</summary>
public sealed class TicketNumbers(DeskWork work, DeskCalendar calendar) : IDisposable
{
    private const int BlockSize = 10;

    private readonly ConcurrentQueue<string> _reserved = new();
    private readonly SemaphoreSlim _reserving = new(1);
    private string _month = "";

    /// <summary>The next number, in the month of the desk's zone.</summary>
    public async Task<string> NextAsync(CancellationToken ct)
    {
        var month = calendar.LocalNow.ToString("yyMM", CultureInfo.InvariantCulture);
        while (true)
        {
            if (_month == month && _reserved.TryDequeue(out var number))
                return number;
            await ReserveAsync(month, ct);
        }
    }

    public void Dispose() => _reserving.Dispose();

    private async Task ReserveAsync(string month, CancellationToken ct)
    {
        await _reserving.WaitAsync(ct);
        try
        {
            if (_month == month && !_reserved.IsEmpty)
                return;
            var first = await work.RunAsync(services => TakeBlockAsync(services.GetRequiredService<DeskDb>(), month, ct), ct);
            _reserved.Clear();
            _month = month;
            for (var i = 0; i < BlockSize; i++)
                _reserved.Enqueue($"GD{month}-{(first + i).ToString("D4", CultureInfo.InvariantCulture)}");
        }
        finally
        {
            _reserving.Release();
        }
    }

    private static async Task<int> TakeBlockAsync(DeskDb db, string month, CancellationToken ct)
    {
        var block = await db.Set<TicketNumberBlock>().SingleOrDefaultAsync(b => b.Month == month, ct);
        if (block is null)
            db.Add(block = new TicketNumberBlock { Month = month, Next = 1 });
        var first = block.Next;
        block.Next += BlockSize;
        await db.SaveChangesAsync(ct);
        return first;
    }
}

using System.IO.MemoryMappedFiles;
using Microsoft.Extensions.Options;

namespace ChatDesk.BotHost.Intake;

/// <summary>
/// The replies that were handed over last, by message id, in a mapped file of this instance: a killed process leaves it to the
/// next start. The note in the database comes a moment later and would be lost with the process.
/// </summary>
internal sealed class HandOverJournal : IDisposable
{
    /// <summary>More than can wait for their notes at any time: the oldest is overwritten.</summary>
    private const int Slots = 1 << 16;

    private const int MaxInstances = 64;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _slots;
    private long _next;

    /// <summary>Takes the first file of the data directory that no other instance holds.</summary>
    public HandOverJournal(IOptions<DeskOptions> options)
    {
        var folder = Directory.CreateDirectory(options.Value.DataDirectory);
        var stream = Enumerable.Range(0, MaxInstances).Select(i => TryOpen(Path.Combine(folder.FullName, $"handed-over-{i}"))).First(opened => opened is not null)!;
        _file = MemoryMappedFile.CreateFromFile(stream, mapName: null, Slots * sizeof(long), MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
        _slots = _file.CreateViewAccessor();
    }

    /// <summary>Costs one store into memory.</summary>
    public void Add(long messageId) => _slots.Write(Interlocked.Increment(ref _next) % Slots * sizeof(long), messageId);

    /// <summary>What the process before left; to be called before the first reply.</summary>
    public IReadOnlySet<long> Read()
    {
        var ids = new long[Slots];
        _slots.ReadArray(0, ids, 0, Slots);
        return ids.Where(id => id != 0).ToHashSet();
    }

    /// <summary>Forgets what the process before left: it is noted.</summary>
    public void Clear() => _slots.WriteArray(0, new long[Slots], 0, Slots);

    public void Dispose()
    {
        _slots.Dispose();
        _file.Dispose();
    }

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}

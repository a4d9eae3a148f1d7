using System.Reflection;

namespace ChatDesk.Knowledge.Text;

/// <summary>Reads the tables that are compiled into an assembly.</summary>
internal static class EmbeddedText
{
    /// <returns>The lines of the resource that are neither empty nor comments.</returns>
    public static IEnumerable<string> Lines(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The table {name} is not in the assembly.");
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}

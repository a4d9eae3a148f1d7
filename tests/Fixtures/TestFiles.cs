namespace ChatDesk.Tests.Fixtures;

/// <summary>The files of <c>Fixtures/Files</c>.</summary>
public static class TestFiles
{
    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Files", name));
}

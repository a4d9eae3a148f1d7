using System.Security.Cryptography;
using System.Text;
using ChatDesk.BotHost;
using ChatDesk.BotHost.Files;
using ChatDesk.Tests.Fixtures;
using Microsoft.Extensions.Options;

namespace ChatDesk.Tests.BotHost.Files;

public sealed class FileStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatdesk-files-");
    private readonly FileStore _store;

    public FileStoreTests() => _store = new(Options.Create(new DeskOptions { DataDirectory = _folder.FullName }));

    [Theory]
    [InlineData("photo.jpg", "image/jpeg")]
    [InlineData("photo.png", "image/png")]
    [InlineData("photo.webp", "image/webp")]
    [InlineData("photo.gif", "image/gif")]
    [InlineData("video.mp4", "video/mp4")]
    public async Task A_file_is_told_by_its_bytes_and_loses_what_it_says_about_its_maker(string name, string contentType)
    {
        var saved = await SaveAsync(TestFiles.Read(name));

        var stored = await File.ReadAllBytesAsync(_store.Find(saved.File!.Key)!);
        Assert.Equal(contentType, saved.File.ContentType);
        Assert.Equal(stored.Length, saved.File.Size);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(stored)), saved.File.Sha256);
        Assert.All(["room 201", "PhoneMaker", "<script"], secret => Assert.DoesNotContain(secret, Encoding.Latin1.GetString(stored), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_photo_taken_upright_stays_upright()
    {
        var saved = await SaveAsync(TestFiles.Read("photo.jpg"));

        var stored = await File.ReadAllBytesAsync(_store.Find(saved.File!.Key)!);
        var exif = stored.AsSpan().IndexOf("Exif\0\0MM\0*"u8);
        Assert.Equal([0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, 0x06], stored.AsSpan(exif + 14, 12).ToArray());
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script>")]
    [InlineData("%PDF-1.7 and more")]
    [InlineData("MZ this is a program")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>")]
    [InlineData("{\"errcode\":40007}")]
    public async Task What_is_no_picture_is_refused_whatever_it_is_called(string content) =>
        Assert.Equal(FileRefusal.WrongType, (await SaveAsync(Encoding.UTF8.GetBytes(content))).Refusal);

    [Theory]
    [InlineData("photo.jpg")]
    [InlineData("photo.png")]
    [InlineData("photo.webp")]
    [InlineData("photo.gif")]
    public async Task A_page_behind_a_pictures_first_bytes_is_refused(string name)
    {
        byte[] disguised = [.. TestFiles.Read(name)[..12], .. "<html><script>alert(1)</script></html>"u8];

        Assert.Equal(FileRefusal.WrongType, (await SaveAsync(disguised)).Refusal);
    }

    [Fact]
    public async Task Damaged_files_of_every_length_are_refused_or_stored_and_never_break_the_desk()
    {
        foreach (var name in new[] { "photo.jpg", "photo.webp", "photo.gif", "video.mp4" })
        {
            var whole = TestFiles.Read(name);
            for (var length = 1; length < whole.Length; length += 7)
                await SaveAsync(whole[..length]);
        }

        Assert.NotNull((await SaveAsync(TestFiles.Read("photo.jpg"))).File);
    }

    [Fact]
    public async Task More_than_ten_megabytes_are_refused_and_a_film_is_no_photo()
    {
        Assert.Equal(FileRefusal.TooLarge, (await SaveAsync(new byte[FileStore.MaxBytes + 1])).Refusal);
        Assert.Equal(FileRefusal.Empty, (await SaveAsync([])).Refusal);
        Assert.Equal(FileRefusal.WrongType, (await _store.SaveAsync(TestFiles.Read("video.mp4"), false, FileKinds.Picture, CancellationToken.None)).Refusal);
    }

    [Theory]
    [InlineData("../chatdesk.db")]
    [InlineData("..%2fchatdesk.db")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("")]
    public void A_key_that_was_not_given_out_finds_nothing(string key) => Assert.Null(_store.Find(key));

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<FileSaved> SaveAsync(byte[] bytes) => _store.SaveAsync(bytes, isPrivate: false, FileKinds.Any, CancellationToken.None);
}

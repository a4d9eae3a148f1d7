using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Conversations;

/// <summary>An owner at the phone. Every answer is read as a Chinese reader would.</summary>
internal sealed class ChattingOwner(OwnerPhone phone)
{
    public string OpenId => phone.OpenId;

    public OwnerPhone Phone => phone;

    public Task<string> SayAsync(string words) => ReadAsync(() => phone.SayAsync(words));

    public Task<string> TapAsync(PhoneChoice choice) => ReadAsync(() => phone.TapAsync(choice));

    public Task<string> SendPhotoAsync() => ReadAsync(() => phone.SendPictureAsync(TestFiles.Read("photo.jpg")));

    public Task<string> SendOtherAsync(string type) => ReadAsync(() => phone.SendOtherAsync(type));

    public Task<string> SpeakAsync(string? recognition) => ReadAsync(() => phone.SpeakAsync(recognition));

    /// <summary>Says something while a person holds the conversation.</summary>
    public async Task SayToAPersonAsync(string words)
    {
        var result = await phone.SayAsync(words);
        Assert.True(result.Accepted);
        Assert.Null(result.Reply);
    }

    public async Task<IReadOnlyList<PhoneChoice>> ChoicesAsync() => (await phone.InboxAsync())[^1].Choices;

    /// <summary>The answer in the callback, or what came after it.</summary>
    private async Task<string> ReadAsync(Func<Task<PhoneResult>> act)
    {
        var before = (await phone.InboxAsync()).Select(item => item.Seq).LastOrDefault();
        var result = await act();
        Assert.True(result.Accepted);
        var reply = result.Reply ?? await phone.WaitForAsync(item => item.Seq > before);
        var words = reply.Text ?? "";
        ChineseText.AssertReadsWell(words);
        return words;
    }
}

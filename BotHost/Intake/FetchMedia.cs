using ChatDesk.BotHost.Files;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;

namespace ChatDesk.BotHost.Intake;

/// <summary>Fetches what came with a message into the desk's store, within the platform's three days; what cannot be had is left out.</summary>
internal sealed class FetchMedia(IServiceProvider channels, FileStore store)
{
    public async Task<IReadOnlyList<StoredFile>> RunAsync(Activity activity, CancellationToken ct)
    {
        var client = channels.GetRequiredKeyedService<IChannelClient>(activity.ChannelId);
        List<StoredFile> files = [];
        foreach (var attachment in activity.Attachments.Where(attachment => attachment.MediaId is not null))
        {
            var media = await client.GetMediaAsync(activity.Account, attachment.MediaId!, ct);
            if (media is not null && (await store.SaveAsync(media.Bytes, isPrivate: true, FileKinds.Any, ct)).File is { } file)
                files.Add(file);
        }

        return files;
    }
}

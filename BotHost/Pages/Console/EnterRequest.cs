using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using ChatDesk.Knowledge.Understanding;
using ChatDesk.Knowledge.Understanding.Privacy;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>A clerk enters a request for somebody (代客录入, R-020, R-029).</summary>
public sealed class EnterRequest(DeskWork work)
{
    private const int SubjectLength = 40;

    /// <summary>Opens the ticket, or finds the one that the same form opened before.</summary>
    public Task<string> RunAsync(RequestForm form, Place place, IReadOnlyList<StoredFile> files, StaffMember by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        return work.RunAsync(
            async services =>
            {
                var db = services.GetRequiredService<DeskDb>();
                var before = await db.Set<DeskEntry>().Where(entry => entry.Key == form.Key).Select(entry => entry.Ticket.Number).SingleOrDefaultAsync(ct);
                if (before is not null)
                    return before;
                var ownerId = await KnownOwnerAsync(services, form, place, ct);
                var ticket = await services.GetRequiredService<OpenTicket>()
                    .RunAsync(ToTicket(form, place, ownerId, files), Actor.Staff(by.WeComUserId, ChannelNames.Desk), ct);
                db.Add(new DeskEntry
                {
                    Ticket = ticket,
                    Key = form.Key,
                    CallerName = PlainWords.OrNull(form.CallerName),
                    CallerPhone = PlainWords.OrNull(form.CallerPhone),
                });
                await db.SaveChangesAsync(ct);
                return ticket.Number;
            },
            ct);
    }

    /// <summary>The chosen person, only where the register ties them to the estate.</summary>
    private static async Task<int?> KnownOwnerAsync(IServiceProvider services, RequestForm form, Place place, CancellationToken ct)
    {
        var register = services.GetRequiredService<EstateRegister>();
        var rooms = await services.GetRequiredService<DeskDb>().Set<OwnerHome>().Where(home => home.OwnerId == form.OwnerId)
            .Select(home => home.RoomId).ToListAsync(ct);
        return rooms.Exists(room => register.PlaceOf(room)?.EstateId == place.EstateId) ? form.OwnerId : null;
    }

    private static NewTicket ToTicket(RequestForm form, Place place, int? ownerId, IReadOnlyList<StoredFile> files)
    {
        var words = PlainWords.Clean(form.Words!);
        return new()
        {
            Kind = form.Kind,
            Category = ConsoleTexts.Categories.Contains(form.Category) ? form.Category : MessageReader.Read(words, ReadContext.Direct).Category?.Label(),
            Urgency = form.Urgency,
            Subject = Subject(words),
            Words = words,
            Place = place,
            Channel = ChannelNames.Desk,
            Source = form.Source,
            OwnerId = ownerId,
            Files = files,
        };
    }

    /// <summary>One line without personal data.</summary>
    private static string Subject(string words)
    {
        var line = PersonalDataFinder.MaskIn(words, PersonalDataFinder.Find(words)).ReplaceLineEndings(" ");
        return line.Length <= SubjectLength ? line : line[..SubjectLength] + "…";
    }
}

using ChatDesk.Channels.Activities;

namespace ChatDesk.BotHost.Tickets;

/// <summary>Who does something to a ticket, and through which channel. Its identity comes from a signed channel or a session, never from text.</summary>
/// <param name="Kind">Owner, staff, or the desk's own clockwork.</param>
/// <param name="Id">Staff: the WeCom user id. Owner: the register's number, or the channel's id of a stranger. System: the job.</param>
/// <param name="Channel">One of the contract's channel names, or "system".</param>
public sealed record Actor(ActorKind Kind, string Id, string Channel)
{
    public static Actor Staff(string weComUserId, string channel = ChannelNames.WeCom) => new(ActorKind.Staff, weComUserId, channel);

    public static Actor Owner(int? ownerId, string peerId, string channel) =>
        new(ActorKind.Owner, ownerId is { } id ? $"owner:{id}" : $"peer:{peerId}", channel);

    public static Actor System(string job) => new(ActorKind.System, job, "system");
}

using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Texts;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.BotHost.Conversations;

/// <summary>A place that is known, or the question that would settle it.</summary>
/// <param name="Place">Null while it is not settled.</param>
/// <param name="Question">What to ask then.</param>
/// <param name="Choices">Up to four places to tap.</param>
public sealed record FoundPlace(Place? Place, string Question = "", params IReadOnlyList<string> Choices);

/// <summary>Where an owner's matter is: what was said, settled by the register and the owner's own homes; never a guess.</summary>
public sealed class OwnerPlaces(EstateRegister register, OwnerDirectory owners)
{
    /// <summary>Matters that belong to a shared place, where the owner's own room says nothing.</summary>
    private static readonly HashSet<Category> Shared =
        [Category.Elevator, Category.PublicLighting, Category.DoorAccess, Category.Cleaning, Category.Greening, Category.Parking, Category.FireSafety, Category.Security];

    /// <summary>The estate that the message is about: the writer's own, the one that is named, or the only one.</summary>
    public async Task<Estate?> EstateOfAsync(OwnerMessage message, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        var homes = await HomesAsync(message, ct);
        var ofHomes = homes.Select(home => home.Place.EstateId).Distinct().ToList();
        return register.FindEstateIn(message.Text) ?? (ofHomes is [var only] ? register.FindEstate(only) : register.OnlyEstate);
    }

    /// <summary>The rooms that fit what was said, for binding.</summary>
    public async Task<IReadOnlyList<int>> RoomsOfAsync(OwnerMessage message, Location said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        if (said.Room is null)
            return [];
        var estates = await EstateOfAsync(message, ct) is { } one ? [one] : register.Estates;
        return
        [
            .. from estate in estates
               let found = register.Resolve(said, estate.Id)
               from place in found.Status == PlaceStatus.Room ? [found.Place] : found.Candidates
               where place.RoomId is not null
               select place.RoomId!.Value,
        ];
    }

    /// <summary>The place for a ticket, or what to ask.</summary>
    public async Task<FoundPlace> FindAsync(OwnerMessage message, ReportDraft draft, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (await EstateOfAsync(message, ct) is not { } estate)
            return new FoundPlace(null, OwnerTexts.AskEstate, [.. register.Estates.Take(PlaceRegister.MostCandidates).Select(e => e.Name)]);
        var homes = await HomesAsync(message, ct);
        var needsNoPlace = draft.Intent is Intent.Complaint or Intent.Suggestion;
        if (draft.Location.IsEmpty)
            return WithoutWords(draft, estate, homes, needsNoPlace);
        var found = register.Resolve(draft.Location, estate.Id, homes.Select(home => home.RoomId));
        return found.Status switch
        {
            PlaceStatus.Room => new FoundPlace(found.Place),
            PlaceStatus.Part when needsNoPlace || IsEnough(draft) => new FoundPlace(found.Place),
            PlaceStatus.Part => new FoundPlace(null, OwnerTexts.AskRoom),
            PlaceStatus.Ambiguous => new FoundPlace(null, OwnerTexts.ChoosePlace, [.. found.Candidates.Select(place => place.Text)]),
            PlaceStatus.Unknown => new FoundPlace(null, OwnerTexts.UnknownPlace),
            _ => new FoundPlace(null, OwnerTexts.AskPlace),
        };
    }

    /// <summary>The best that is known, when there is no time or no patience left to ask.</summary>
    public async Task<Place> BestOfAsync(OwnerMessage message, Location said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        var estate = await EstateOfAsync(message, ct) ?? register.Estates[0];
        var homes = await HomesAsync(message, ct);
        if (said.IsEmpty)
            return homes is [var home] ? home.Place : new Place(estate.Id, OwnerTexts.PlaceToVerify);
        var found = register.Resolve(said, estate.Id, homes.Select(home => home.RoomId));
        if (found.Status is not (PlaceStatus.Room or PlaceStatus.Part))
            return found.Place with { Text = $"{found.Place.Text}（{OwnerTexts.PlaceToVerify}）" };
        return found.Place.BuildingId is null && homes is [var lives]
            ? found.Place with { Text = OwnerTexts.NearHome(found.Place.Text, lives.Place.Text) }
            : found.Place;
    }

    private static FoundPlace WithoutWords(ReportDraft draft, Estate estate, IReadOnlyList<Home> homes, bool needsNoPlace)
    {
        var isShared = draft.Category is { } category && Shared.Contains(category);
        if (needsNoPlace)
            return new FoundPlace(homes is [var own] && !isShared ? own.Place : new Place(estate.Id, estate.Name));
        if (isShared)
            return new FoundPlace(null, OwnerTexts.AskPlace);
        return homes switch
        {
            [var only] => new FoundPlace(only.Place),
            [] => new FoundPlace(null, OwnerTexts.AskPlace),
            _ => new FoundPlace(null, OwnerTexts.ChoosePlace, [.. homes.Take(PlaceRegister.MostCandidates).Select(home => home.Place.Text)]),
        };
    }

    /// <summary>A building or a unit is enough for a shared matter; a home's matter needs the room.</summary>
    private static bool IsEnough(ReportDraft draft) =>
        draft.Location.Area is not null || draft.Location.Floor is not null || (draft.Category is { } category && Shared.Contains(category));

    private async Task<IReadOnlyList<Home>> HomesAsync(OwnerMessage message, CancellationToken ct) =>
        message.Conversation.OwnerId is { } owner ? await owners.HomesOfAsync(owner, ct) : [];
}

using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Fees;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Security;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Masters;

/// <summary>The register under <c>/api/v1</c>: the console's own use cases as JSON. Another estate's records do not exist for the caller.</summary>
public static class MasterEndpoints
{
    private const int MaxPage = 200;

    public static void MapMasters(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var api = routes.MapGroup("/api/v1").ForStaff(StaffRule.Console).WithTags("Register");
        api.MapGet("/estates", EstatesAsync);
        api.MapPost("/estates", async (EstateForm form, EditEstates edit, CurrentStaff staff, CancellationToken ct) =>
            MasterAnswer.Of(await edit.AddAsync(form, await staff.GetAsync(ct), ct)));
        api.MapPut("/estates/{id:int}", async (int id, EstateForm form, EditEstates edit, CurrentStaff staff, CancellationToken ct) =>
            MasterAnswer.Of(await edit.ChangeAsync(id, form, await staff.GetAsync(ct), ct)));
        api.MapGet("/estates/{id:int}/devices", DevicesAsync);
        api.MapPost("/devices", async (DeviceForm form, EditDevices edit, CurrentStaff staff, CancellationToken ct) =>
            MasterAnswer.Of(await edit.AddAsync(form, await staff.GetAsync(ct), ct)));
        api.MapPut("/devices/{id:int}", async (int id, DeviceForm form, EditDevices edit, CurrentStaff staff, CancellationToken ct) =>
            MasterAnswer.Of(await edit.ChangeAsync(id, form, await staff.GetAsync(ct), ct)));
        api.MapDelete("/devices/{id:int}", async (int id, EditDevices edit, CurrentStaff staff, CancellationToken ct) =>
            MasterAnswer.Of(await edit.RemoveAsync(id, await staff.GetAsync(ct), ct)));
        api.MapGet("/owners", OwnersAsync);
        api.MapGet("/owners/{id:int}", OwnerAsync);
        api.MapPost("/owners", async (NewOwner form, EditOwners edit, CurrentStaff staff, CancellationToken ct) =>
            MasterAnswer.Of(await edit.AddAsync(new(form.Name, form.Phone, form.BirthYear, null), form.RoomId, form.Relation, await staff.GetAsync(ct), ct)));
        api.MapPut("/owners/{id:int}", async (int id, OwnerForm form, EditOwners edit, CurrentStaff staff, CancellationToken ct) =>
            MasterAnswer.Of(await edit.ChangeAsync(id, form, await staff.GetAsync(ct), ct)));
        api.MapPut("/owners/{id:int}/homes/{roomId:int}", async (int id, int roomId, HomeTie tie, EditOwners edit, CurrentStaff staff, CancellationToken ct) =>
            MasterAnswer.Of(await edit.BindHomeAsync(id, roomId, tie.Relation, await staff.GetAsync(ct), ct)));
        api.MapDelete("/owners/{id:int}/homes/{roomId:int}", async (int id, int roomId, EditOwners edit, CurrentStaff staff, CancellationToken ct) =>
            MasterAnswer.Of(await edit.UnbindHomeAsync(id, roomId, await staff.GetAsync(ct), ct)));
        api.MapGet("/rooms/{roomId:int}/fees", FeesAsync);
        api.MapPut("/rooms/{roomId:int}/fees", async (int roomId, FeeForm form, EditFees edit, CurrentStaff staff, CancellationToken ct) =>
            MasterAnswer.Of(await edit.SaveAsync(roomId, form, await staff.GetAsync(ct), ct)));
        api.MapDelete("/fees/{id:long}", async (long id, EditFees edit, CurrentStaff staff, CancellationToken ct) =>
            MasterAnswer.Of(await edit.RemoveAsync(id, await staff.GetAsync(ct), ct)));
    }

    private static async Task<IResult> EstatesAsync(EstateRegister register, Policies policies, CurrentStaff staff, CancellationToken ct)
    {
        var by = await staff.GetAsync(ct);
        return TypedResults.Ok(register.Estates.Where(estate => policies.WorksFor(by, estate.Id)));
    }

    private static async Task<IResult> DevicesAsync(int id, EstateRegister register, Policies policies, CurrentStaff staff, CancellationToken ct)
    {
        var by = await staff.GetAsync(ct);
        return register.FindEstate(id) is null || !policies.WorksFor(by, id) ? MasterAnswer.Missing() : TypedResults.Ok(register.Devices(id));
    }

    /// <summary>By id; <paramref name="after"/> is the last id of the page before.</summary>
    private static async Task<IResult> OwnersAsync(string? phone, DeskDb db, Policies policies, CurrentStaff staff, CancellationToken ct, int after = 0, int take = 50)
    {
        var by = await staff.GetAsync(ct);
        if (!policies.MaySee(by, RegisterPart.Owners))
            return MasterAnswer.Missing();
        var owners = await RegisterReach.OwnersFor(db, by).AsNoTracking().Include(owner => owner.Homes)
            .Where(owner => owner.Id > after && (phone == null || owner.Phone == phone)).OrderBy(owner => owner.Id).Take(Math.Clamp(take, 1, MaxPage)).ToListAsync(ct);
        List<OwnerAnswer> answers = [];
        foreach (var owner in owners)
            answers.Add(await AnswerAsync(owner, db, policies, by, ct));
        return TypedResults.Ok(answers);
    }

    private static async Task<IResult> OwnerAsync(int id, DeskDb db, Policies policies, CurrentStaff staff, CancellationToken ct)
    {
        var by = await staff.GetAsync(ct);
        var owner = await RegisterReach.OwnersFor(db, by).AsNoTracking().Include(row => row.Homes).SingleOrDefaultAsync(row => row.Id == id, ct);
        return owner is null || !policies.MaySee(by, RegisterPart.Owners) ? MasterAnswer.Missing() : TypedResults.Ok(await AnswerAsync(owner, db, policies, by, ct));
    }

    private static async Task<OwnerAnswer> AnswerAsync(Owner owner, DeskDb db, Policies policies, Staff.StaffMember by, CancellationToken ct)
    {
        List<HomeAnswer> homes = [];
        foreach (var home in owner.Homes)
        {
            if (await policies.ReachesRoomAsync(db, by, home.RoomId, ct))
                homes.Add(new(home.RoomId, home.Relation));
        }

        return new(owner.Id, owner.Name, owner.Phone, owner.BirthYear, owner.Version, homes);
    }

    private static async Task<IResult> FeesAsync(int roomId, DeskDb db, FeeBook fees, Policies policies, CurrentStaff staff, CancellationToken ct)
    {
        var by = await staff.GetAsync(ct);
        return policies.MaySee(by, RegisterPart.Fees) && await policies.ReachesRoomAsync(db, by, roomId, ct)
            ? TypedResults.Ok(await fees.OfRoomAsync(roomId, ct))
            : MasterAnswer.Missing();
    }

    private sealed record NewOwner(string? Name, string? Phone, int? BirthYear, int RoomId, HomeRelation Relation);

    private sealed record HomeTie(HomeRelation Relation);

    private sealed record HomeAnswer(int RoomId, HomeRelation Relation);

    private sealed record OwnerAnswer(int Id, string Name, string Phone, int? BirthYear, long Version, IReadOnlyList<HomeAnswer> Homes);
}

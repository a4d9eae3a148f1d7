namespace ChatDesk.BotHost.Estates;

/// <summary>Where something is, as far as it is known. Ids are the register's: a guess never becomes one.</summary>
/// <param name="EstateId">Always known.</param>
/// <param name="Text">As staff read it: 3栋2单元201, 2栋1单元电梯, 东门.</param>
public sealed record Place(int EstateId, string Text, int? BuildingId = null, int? UnitId = null, int? RoomId = null);

using System.ComponentModel.DataAnnotations;

namespace ChatDesk.BotHost.Estates;

/// <summary>The property company; one row a database.</summary>
public sealed class Company
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    [MaxLength(100)]
    public required string Name { get; set; }

    /// <summary>How the bot introduces itself.</summary>
    [MaxLength(50)]
    public required string BotName { get; set; }

    /// <summary>The number that 一键呼叫 dials, answered around the clock.</summary>
    [MaxLength(40)]
    public required string Hotline { get; set; }
}

/// <summary>An estate (小区) with the numbers of its emergencies.</summary>
public sealed class Estate
{
    public const int MaxPaymentUrl = 300;

    public int Id { get; init; }

    [MaxLength(40)]
    public required string Code { get; init; }

    [MaxLength(100)]
    public required string Name { get; set; }

    [MaxLength(40)]
    public required string Police { get; set; }

    [MaxLength(40)]
    public required string Fire { get; set; }

    [MaxLength(40)]
    public required string Medical { get; set; }

    [MaxLength(40)]
    public required string Gas { get; set; }

    /// <summary>The estate's own control room or 24-hour desk.</summary>
    [MaxLength(40)]
    public required string Desk { get; set; }

    /// <summary>For the engineers' navigation; null where nobody entered it.</summary>
    [MaxLength(200)]
    public string? Address { get; set; }

    /// <summary>GCJ-02, as Chinese maps show it; null where unknown.</summary>
    public double? Latitude { get; set; }

    /// <summary>GCJ-02.</summary>
    public double? Longitude { get; set; }

    /// <summary>Where owners pay fees, outside of the desk; null for no such page.</summary>
    [MaxLength(MaxPaymentUrl)]
    public string? PaymentUrl { get; set; }
}

/// <summary>A building (栋); a villa or a shop is a building whose only room bears its name.</summary>
public sealed class Building
{
    public int Id { get; init; }

    public required int EstateId { get; init; }

    [MaxLength(20)]
    public required string Name { get; init; }

    [MaxLength(20)]
    public string? Phase { get; init; }

    /// <summary>The housekeeper's (管家) WeCom user id.</summary>
    [MaxLength(64)]
    public string? Housekeeper { get; set; }
}

/// <summary>A unit (单元); a building without units has one whose name is null.</summary>
public sealed class Unit
{
    public int Id { get; init; }

    public required int BuildingId { get; init; }

    [MaxLength(20)]
    public string? Name { get; init; }

    public int Floors { get; set; }
}

/// <summary>A home, a shop or an office.</summary>
public sealed class Room
{
    public int Id { get; init; }

    public required int UnitId { get; init; }

    [MaxLength(20)]
    public required string Name { get; init; }

    /// <summary>建筑面积 in hundredths of a square metre; null where the company did not say.</summary>
    public int? HundredthsOfSquareMetre { get; set; }
}

/// <summary>A named public place: 东门, 儿童游乐区.</summary>
public sealed class PublicArea
{
    public int Id { get; init; }

    public required int EstateId { get; init; }

    [MaxLength(50)]
    public required string Name { get; init; }
}

/// <summary>A group chat with owners (业主群).</summary>
public sealed class OwnerGroup
{
    public int Id { get; init; }

    public required int EstateId { get; init; }

    [MaxLength(100)]
    public required string Name { get; set; }

    [MaxLength(100)]
    public required string ChatId { get; init; }

    [MaxLength(64)]
    public string? Housekeeper { get; set; }

    [MaxLength(64)]
    public string? Clerk { get; set; }

    /// <summary>The building head's (楼长) name.</summary>
    [MaxLength(50)]
    public string? BuildingHead { get; set; }
}

/// <summary>A lift, a pump: something with a maintenance record.</summary>
public sealed class Device
{
    public int Id { get; init; }

    public required int EstateId { get; init; }

    [MaxLength(40)]
    public required string Code { get; init; }

    [MaxLength(40)]
    public required string Kind { get; set; }

    public int? BuildingId { get; set; }

    public int? UnitId { get; set; }
}

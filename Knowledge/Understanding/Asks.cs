namespace ChatDesk.Knowledge.Understanding;

/// <summary>Particular things a message asks for or says, besides its intent.</summary>
[Flags]
public enum Asks
{
    None = 0,

    /// <summary>Withdraw the request ("不用来了").</summary>
    Cancel = 1 << 0,

    /// <summary>Another time ("改周六下午").</summary>
    Reschedule = 1 << 1,

    /// <summary>More about an open request ("补充一下").</summary>
    AddDetail = 1 << 2,

    /// <summary>How far it is.</summary>
    Status = 1 << 3,

    /// <summary>Hurry up.</summary>
    Urge = 1 << 4,

    /// <summary>A person, not the bot.</summary>
    Human = 1 << 5,

    /// <summary>It is the work already reported as done that is not right.</summary>
    Reopen = 1 << 6,

    /// <summary>A plain yes.</summary>
    Yes = 1 << 7,

    /// <summary>A plain no, or "never mind".</summary>
    No = 1 << 8,

    /// <summary>Abuse without a matter.</summary>
    Insult = 1 << 9,

    /// <summary>The writer doubts, asks for or refuses something about other people's data or the bot's orders.</summary>
    Manipulation = 1 << 10,

    /// <summary>A threat to go public, to the hotline 12345, to court.</summary>
    Threat = 1 << 11,

    /// <summary>Back to the bot after a person ("没事了, 机器人就行").</summary>
    BackToBot = 1 << 12,
}

using System.Text;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.BotHost.Estates;

/// <summary>Writes places as owners and staff read them: 3栋2单元201, A区1栋, 2栋1单元电梯, 东门.</summary>
internal static class PlaceText
{
    /// <param name="at">The parts that are known.</param>
    /// <param name="sayPhase">Whether the building's name alone could mean another phase's.</param>
    public static string Of(Location at, bool sayPhase)
    {
        StringBuilder text = new();
        if (at.Phase is not null && (sayPhase || at.Building is null))
            text.Append(Phases.Describe(at.Phase));
        if (at.Building is not null)
            text.Append(Building(at.Building));
        if (at.Unit is not null)
            text.Append(at.Unit).Append("单元");
        if (at.Room is not null && at.Room != at.Building)
            text.Append(at.Room);
        else if (at.Floor is not null)
            text.Append(at.Floor).Append('楼');
        return text.Append(at.Area).ToString();
    }

    /// <summary>3栋 for a number, B座 for a letter; a villa, a shop or a name stands for itself.</summary>
    private static string Building(string name)
    {
        if (name.All(char.IsAsciiDigit))
            return $"{name}栋";
        return name.Length == 1 && char.IsAsciiLetter(name[0]) ? $"{name}座" : name;
    }
}

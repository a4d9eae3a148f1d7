using System.Text;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeCom;

/// <summary>A text as WeCom shows it: choices become numbered lines, and nothing is longer than the platform delivers.</summary>
internal static class WeComText
{
    public static string Of(Activity activity)
    {
        var choices = string.Concat(activity.SuggestedActions.Select((choice, index) => $"\n{index + 1}. {choice.Title}"));
        return WireText.CutBytes(WireText.Clean(activity.Text ?? ""), ReplyXml.MaxTextBytes - Encoding.UTF8.GetByteCount(choices)) + choices;
    }
}

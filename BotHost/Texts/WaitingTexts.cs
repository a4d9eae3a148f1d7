using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ChatDesk.BotHost.Tickets;

namespace ChatDesk.BotHost.Texts;

/// <summary>What the work pages' script says about entries that wait on the phone. {0}, {1} are filled in by the script.</summary>
public static class WaitingTexts
{
    public const string Title = "手机里的记录";
    public const string SendNow = "立即发送";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>All of them, for the page's data.</summary>
    public static string ForScript { get; } = JsonSerializer.Serialize(
        new
        {
            Waiting = "{0}条等待发送",
            RefusedCount = "{0}条没有被接受",
            And = "，",
            Photos = "{0}张照片",
            Signature = "业主签名",
            NotTried = "等待发送",
            Failed = "{0} 没发出去：{1}",
            no_signal = "没有信号，会自动再试。",
            busy = "系统忙，会自动再试。",
            signed_out = "登录已过期。",
            other_person = "请本人登录。",
            Refused = "没有被接受：{0}",
            TooLarge = "照片太大了",
            Again = "再发一次",
            Drop = "删除",
            DropSure = "删除后不能找回，确定删除这条记录吗？",
            Saved = "已存在手机里，有信号后自动发送。",
            Empty = "请写几个字，或拍一张现场照片。",
            Type = "只能上传照片（JPG、PNG、GIF、WebP），请重新选择照片后再提交。",
            Large = "照片一共不能超过20MB，请少选几张再提交。",
            Kept = "没有信号。这是{0}保存的内容，可以照常记录，有信号后自动发送。",
            Offline = "没有信号。可以照常记录，有信号后自动发送。",
            Actions = new Dictionary<string, string>
            {
                [nameof(TicketAction.Accept)] = "接单",
                [nameof(TicketAction.Contact)] = "已联系业主",
                [nameof(TicketAction.Depart)] = "出发",
                [nameof(TicketAction.Arrive)] = "到场",
                [nameof(TicketAction.Step)] = "记录一步",
                [nameof(TicketAction.Finish)] = "完工",
                [nameof(TicketAction.Return)] = "退单",
                [nameof(TicketAction.Transfer)] = "转派",
                [nameof(TicketAction.Pause)] = "暂停",
                [nameof(TicketAction.Resume)] = "继续处理",
            },
        },
        Json);
}

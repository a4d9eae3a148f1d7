using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.BotHost.Texts;

/// <summary>What owners read in the chat: polite, short, true.</summary>
public static class OwnerTexts
{
    public const string AskHome = "请告诉我您的楼栋、单元和房号，比如“3栋2单元201”。";
    public const string AskPhoneTail = "为了核对身份，请回复登记手机号的后四位。";
    public const string BindingBlocked = "核对没有通过，今天不能再试了。我已请客服同事联系您，也可以直接拨打服务热线。";
    public const string AskPlace = "好的，已经记下。请问是哪一栋、哪个单元、几零几？公共区域请说一下具体位置。";
    public const string AskRoom = "收到，还差单元或房号，请再补充一下，比如“2单元201”。";
    public const string AskEstate = "请问您住在哪个小区？";
    public const string UnknownPlace = "没有查到这个位置，请核对后再告诉我一次楼栋、单元和房号。";
    public const string ChoosePlace = "请问是下面哪一处？";
    public const string PlaceToVerify = "位置待核实";
    public const string PhotoFirst = "照片收到了。请简单说一下是什么问题、在哪里，我马上为您登记。";
    public const string VoiceUnheard = "语音收到了，但没有听清。麻烦用文字简单说一下，好吗？";
    public const string MediaLost = "这份文件没有收全，麻烦重新发一次，照片请小于10MB。";
    public const string NotHandled = "这类消息我还看不懂，麻烦用文字或照片告诉我，我马上处理。";
    public const string HandedOver = "好的，已为您转接人工客服，同事会尽快在这里回复您。";
    public const string BackToBot = "好的，我继续为您服务。报修、投诉、咨询，直接告诉我就行。";
    public const string Kept = "好的，工单保留，师傅照常上门。";
    public const string NothingOpen = "没有查到您正在处理的工单。如果有新的问题，直接告诉我就行。";
    public const string AskWhich = "请问是哪一件？";
    public const string Candidates = "您是想问下面哪个问题？点一下就行：";
    public const string RefusePrivate = "抱歉，这类信息我不能提供。需要帮助可以转人工客服。";
    public const string Thanks = "不客气，有事随时告诉我。";
    public const string Praise = "谢谢您的肯定，我会转告同事。";
    public const string SmallTalk = "我在的。报修、投诉、咨询都可以直接告诉我，也可以发照片。";
    public const string Sorry = "很抱歉给您带来不便。请告诉我具体是什么事、在哪里，我来登记处理。";
    public const string SurveyLate = "这次评价已经结束了。如果还有问题，请直接告诉我。";
    public const string SurveyThanks = "谢谢您的评价！";
    public const string SurveySorry = "很抱歉没让您满意。已重新安排处理，主管会跟进并联系您。";
    public const string CancelYes = "确认取消";
    public const string CancelNo = "不取消";

    /// <summary>R-043, word for word.</summary>
    public static string FirstSentence(Company company) =>
        $"您好，{company?.Name}客服，我是{company?.BotName}，请问有什么可以帮您？";

    public static string Welcome(Company company) =>
        $"{FirstSentence(company)}\n\n直接发消息就行：\n· 报修：说一下问题和位置，可以发照片\n· 咨询：物业费、停车、门禁、装修\n· 查进度、催单、投诉、转人工\n\n先绑定房屋更方便，回复房号即可，比如“3栋2单元201”。\n24小时热线：{company?.Hotline}";

    public static string Bound(string owner, IEnumerable<string> homes) =>
        $"{Polite(owner)}，您好！已绑定{string.Join("、", homes)}。以后报修不用再报房号。";

    public static string BindingWrong(int left) => $"核对没有通过，请检查房号和手机号后四位再发一次，今天还可以试{left}次。";

    public static string Receipt(Ticket ticket, string next, string link) =>
        $"已为您登记：{ticket?.Place} {ticket?.Subject}\n单号：{ticket?.Number}\n{next}\n查看进度：{link}";

    public const string NextRepair = "师傅5分钟内安排，接单后30分钟内与您联系，2小时内上门。";
    public const string NextNight = "已安排值班师傅，接单后30分钟内与您联系。";
    public const string NextComplaint = "15分钟内有同事与您核实情况，2小时内告诉您进展。";
    public const string NextSuggestion = "建议已转给负责的同事，有结果会告诉您。";

    public const string InviteToBind = "\n回复登记手机号后四位可绑定房屋，以后报修不用再报房号。";

    public static string Added(string number) => $"已补充到工单{number}，师傅会看到。";

    public static string PhotoAdded(string number) => $"照片已加到工单{number}。";

    public static string Status(Ticket ticket, string state, string link) => $"{ticket?.Number} {ticket?.Place} {ticket?.Subject}\n{state}\n查看进度：{link}";

    public static string Urged(Ticket ticket, string state, string waited, string link) =>
        $"让您久等了，抱歉。{ticket?.Number}登记至今{waited}，{state}\n您的催促已记录，并通知了{(ticket?.Assignee is null ? "主管" : "师傅和主管")}。\n查看进度：{link}";

    public static string ConfirmCancel(Ticket ticket) => $"要取消{ticket?.Number}（{ticket?.Place} {ticket?.Subject}）吗？";

    public static string NotYours(string number) => $"没有查到您名下单号为{number}的工单，请核对单号。";

    public static string Cancelled(string number) => $"{number}已取消。以后有需要随时告诉我。";

    public static string Reopened(Ticket ticket, string link) => $"很抱歉没有修好。{ticket?.Number}已重新安排，师傅会尽快联系您，主管会跟进。\n查看进度：{link}";

    public static string Unanswered(string when) => $"这个问题我暂时没有准确答案，不乱说。已记录并转给同事，{when}答复您。";

    public const string WithinAnHour = "1小时内";
    public const string TomorrowMorning = "明早9点前";

    /// <summary>A shared place without a building, with where the reporter lives: a hint for who goes there, not a place.</summary>
    public static string NearHome(string place, string home) => $"{place}（报事人住{home}）";

    public static string UnansweredTask(string masked) => $"业主提问待答复：{masked}";

    public static string HandOverTask(string masked) => $"业主要求人工：{masked}";

    public const string BindingTask = "业主三次核对房屋未通过，请联系核实";

    public static string PlaceTask(string number) => $"{number}的位置没有问清，请联系业主核实";

    /// <summary>What to do first, then the numbers: nothing is asked before it.</summary>
    public static string Emergency(EmergencyKind kind, Estate estate, string? number, string? link)
    {
        var advice = kind switch
        {
            EmergencyKind.Trapped => $"请不要扒门、不要跳，靠轿厢内侧站稳，按住电梯里的警铃。有人不适请打{estate?.Medical}，消防救援{estate?.Fire}。",
            EmergencyKind.Gas => $"请马上开窗，不要开关任何电器、不要点火，人先撤到室外，再打燃气抢修{estate?.Gas}、消防{estate?.Fire}。",
            EmergencyKind.Fire => $"请马上撤离，走楼梯、不乘电梯，用湿毛巾捂住口鼻，到安全处打{estate?.Fire}。",
            EmergencyKind.BurstPipe or EmergencyKind.Flood => "能关到水阀请先关阀，断开附近电源，人离开积水处，不要碰带电的东西。",
            EmergencyKind.ElectricShock => $"不要直接用手拉人，先拉闸断电，用干木棍挑开电线；有人受伤马上打{estate?.Medical}。",
            EmergencyKind.Medical or EmergencyKind.Drowning => $"请马上打急救{estate?.Medical}，保持通话，尽量不要移动伤者。",
            EmergencyKind.SelfHarm => $"请尽量陪着他、不要离开，马上打{estate?.Police}和{estate?.Medical}。",
            EmergencyKind.Crime or EmergencyKind.MissingPerson => $"请先保证自己安全，马上报警{estate?.Police}。",
            EmergencyKind.FallingObject => $"请马上离开下方区域，提醒旁人绕行；有人受伤打{estate?.Medical}。",
            _ => $"请先保证人身安全，离开危险的地方。需要时请打{estate?.Fire}、{estate?.Medical}、{estate?.Police}。",
        };
        var desk = $"小区24小时值班：{estate?.Desk}";
        var follow = number is null ? "" : $"\n已通知值班人员马上到场，单号{number}。\n{link}";
        return $"【紧急】{advice}\n{desk}{follow}";
    }

    private static string Polite(string name) => name.EndsWith("先生", StringComparison.Ordinal) || name.EndsWith("女士", StringComparison.Ordinal) ? name : name + "业主";
}

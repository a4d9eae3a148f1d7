using ChatDesk.BotHost.Surveys;
using ChatDesk.BotHost.Tickets;

namespace ChatDesk.BotHost.Texts;

/// <summary>The words of the survey .</summary>
public static class SurveyTexts
{
    public const string Question = "本次服务，您满意吗？";
    public const string WordsLabel = "还想对我们说点什么？（选填）";
    public const string WordsHint = "写完后，再点上面的满意程度即可提交";
    public const string ToProgress = "查看处理过程";

    /// <summary>What the owner reads after answering, or instead of the question.</summary>
    public static (string Title, string Text) Answer(SurveyOutcome outcome, SurveyScore? score) => (outcome, score) switch
    {
        (SurveyOutcome.Done, SurveyScore.Dissatisfied) => ("很抱歉没有让您满意", "我们已安排二次跟进，客服会尽快与您联系。"),
        (SurveyOutcome.Done, SurveyScore.Neutral) => ("谢谢您的评价", "我们会继续改进。如果还有没处理好的地方，请随时联系我们。"),
        (SurveyOutcome.Done, _) => ("谢谢您的评价", "您的认可是我们最大的动力。"),
        (SurveyOutcome.AlreadyAnswered, _) => ("您已经评价过了", "谢谢您的反馈，我们已经收到。"),
        (SurveyOutcome.Void, _) => ("这次评价已不需要填写", "工单正在继续处理，完成后会再请您评价。"),
        (SurveyOutcome.Expired, _) => ("评价时间已过", "评价在完工后7天内有效。如有问题，请直接联系我们。"),
        _ => (PhoneTexts.NotFoundTitle, PhoneTexts.NotFoundText),
    };

    public static string NotFixed(string number) => $"{number} 业主反映没有修好，请回访跟进";

    public static string SecondFollowUp(string number) => $"{number} 业主评价不满意，请尽快二次跟进";
}

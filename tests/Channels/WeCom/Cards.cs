using ChatDesk.Channels.WeCom;

namespace ChatDesk.Tests.Channels.WeCom;

/// <summary>Two cards and what path/90236 says their JSON is.</summary>
internal static class Cards
{
    public const string DispatchJson =
        """
        {"card_type":"button_interaction",
         "source":{"desc":"物业工单","desc_color":0,"icon_url":"https://desk.example/i.png"},
         "action_menu":{"desc":"更多","action_list":[{"text":"转派","key":"reassign"}]},
         "task_id":"wo-1024-v3",
         "main_title":{"title":"3栋502 厨房漏水😀","desc":"2026-05-01 14:30"},
         "quote_area":{"quote_text":"厨房水管漏水","title":"业主描述","type":1,"url":"https://desk.example/w/1"},
         "sub_title_text":"紧急",
         "horizontal_content_list":[{"keyname":"业主","value":"李先生","type":0},
          {"keyname":"照片","value":"查看","type":1,"url":"https://desk.example/p"},
          {"keyname":"附件","value":"a.pdf","type":2,"media_id":"M1"},
          {"keyname":"处理人","value":"张三","type":3,"userid":"zhangsan"}],
         "jump_list":[{"type":1,"title":"打开工单","url":"https://desk.example/w/1"}],
         "card_action":{"type":1,"url":"https://desk.example/w/1"},
         "button_selection":{"question_key":"reason","title":"原因","option_list":[{"id":"r1","text":"忙"}],"selected_id":"r1"},
         "button_list":[{"text":"接单","key":"accept","style":1,"type":0},{"text":"打开","style":2,"type":1,"url":"https://desk.example/w/1"}]}
        """;

    public static TemplateCard Dispatch { get; } = new()
    {
        CardType = TemplateCard.ButtonInteraction,
        Source = new("物业工单", IconUrl: "https://desk.example/i.png"),
        ActionMenu = new("更多", [new("转派", "reassign")]),
        TaskId = "wo-1024-v3",
        MainTitle = new("3栋502 厨房漏水😀", "2026-05-01 14:30"),
        QuoteArea = new("厨房水管漏水", "业主描述", Type: 1, "https://desk.example/w/1"),
        SubTitleText = "紧急",
        HorizontalContentList =
        [
            new("业主", "李先生"),
            new("照片", "查看", Type: 1, Url: "https://desk.example/p"),
            new("附件", "a.pdf", Type: 2, MediaId: "M1"),
            new("处理人", "张三", Type: 3, Userid: "zhangsan"),
        ],
        JumpList = [new("https://desk.example/w/1", "打开工单")],
        CardAction = new("https://desk.example/w/1"),
        ButtonSelection = new("reason", [new("r1", "忙")], "原因", "r1"),
        ButtonList = [new("接单", "accept"), CardButton.Opening("打开", "https://desk.example/w/1", style: 2)],
    };

    public static TemplateCard Notice { get; } = new()
    {
        CardType = TemplateCard.TextNotice,
        MainTitle = new("GD2611-0001"),
        CardAction = new("https://desk.example/w/GD2611-0001"),
    };

    public static TemplateCard Vote { get; } = new()
    {
        CardType = TemplateCard.VoteInteraction,
        TaskId = "vote-1",
        MainTitle = new("本周满意吗"),
        Checkbox = new("q1", [new("a", "满意", IsChecked: true), new("b", "不满意")], Mode: 1),
        SubmitButton = new("提交", "submit"),
    };

    public static TemplateCard Choices { get; } = new()
    {
        CardType = TemplateCard.MultipleInteraction,
        TaskId = "choice-1",
        MainTitle = new("选一位师傅"),
        SelectList = [new("who", [new("z", "张三"), new("l", "李四")], "师傅", "z")],
        SubmitButton = new("提交", "submit"),
    };
}

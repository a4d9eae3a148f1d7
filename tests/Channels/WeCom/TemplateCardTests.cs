using ChatDesk.Channels.Activities;
using ChatDesk.Channels.WeCom;

namespace ChatDesk.Tests.Channels.WeCom;

/// <summary>Limits: developer.work.weixin.qq.com/document/path/90236.</summary>
public sealed class TemplateCardTests
{
    [Fact]
    public void A_card_travels_as_an_attachment_and_comes_back()
    {
        var attachment = Cards.Dispatch.ToAttachment();
        Assert.Equal(AttachmentType.WeComCard, attachment.ContentType);
        Assert.Equal(Cards.Dispatch.ButtonList, TemplateCard.From(attachment).ButtonList!);
    }

    [Fact]
    public void Both_kinds_of_card_are_valid()
    {
        Assert.Empty(TemplateCardRules.Problems(Cards.Dispatch));
        Assert.Empty(TemplateCardRules.Problems(Cards.Notice));
        Assert.Empty(TemplateCardRules.Problems(Cards.Vote));
        Assert.Empty(TemplateCardRules.Problems(Cards.Choices));
        Assert.Empty(TemplateCardRules.Problems(Cards.Notice with { CardType = TemplateCard.NewsNotice, CardImage = new("https://desk.example/p.png", 2.25) }));
        Assert.Empty(TemplateCardRules.Problems(Cards.Notice with { MainTitle = null, SubTitleText = "停水" }));
    }

    public static TheoryData<string, TemplateCard> Broken
    {
        get
        {
            var card = Cards.Dispatch;
            var notice = Cards.Notice;
            return new()
            {
                { "not a card type", card with { CardType = "poem" } },
                { "main_title", card with { MainTitle = null } },
                { "task_id", card with { TaskId = null } },
                { "task_id", card with { TaskId = "工单" } },
                { "task_id", card with { TaskId = new string('a', 129) } },
                { "task_id", card with { TaskId = "a\n" } },
                { "task_id", notice with { ActionMenu = card.ActionMenu } },
                { "1 to 6 buttons", card with { ButtonList = null } },
                { "1 to 6 buttons", card with { ButtonList = [.. Enumerable.Range(0, 7).Select(i => new CardButton("好", $"k{i}"))] } },
                { "key", card with { ButtonList = [new("好", "")] } },
                { "key", card with { ButtonList = [new("好", new string('k', 1025))] } },
                { "url", card with { ButtonList = [CardButton.Opening("好", "")] } },
                { "text", card with { ButtonList = [new("", "k")] } },
                { "style", card with { ButtonList = [new("好", "k", Style: 5)] } },
                { "6 rows", card with { HorizontalContentList = [.. Enumerable.Repeat(new CardRow("业主", "李"), 7)] } },
                { "media_id", card with { HorizontalContentList = [new("附件", "a", Type: 2)] } },
                { "3 links", card with { JumpList = [.. Enumerable.Repeat(new CardLink("https://desk.example", "开"), 4)] } },
                { "title", card with { JumpList = [new("https://desk.example")] } },
                { "1 to 3 items", card with { ActionMenu = new("更多", []) } },
                { "menu item's key", card with { ActionMenu = new("更多", [new("转派", "")]) } },
                { "10 options", card with { ButtonSelection = new("q", [.. Enumerable.Range(0, 11).Select(i => new CardOption($"{i}", "x"))]) } },
                { "option's id", card with { ButtonSelection = new("q", [new(new string('i', 129), "x")]) } },
                { "card_action", notice with { CardAction = null } },
                { "sub_title_text", notice with { MainTitle = null } },
                { "no buttons", notice with { ButtonList = card.ButtonList } },
                { "card_image", notice with { CardType = TemplateCard.NewsNotice } },
                { "aspect_ratio", notice with { CardType = TemplateCard.NewsNotice, CardImage = new("https://desk.example/p.png", 2.3) } },
                { "4 blocks", notice with { CardType = TemplateCard.NewsNotice, CardImage = new("https://desk.example/p.png"), VerticalContentList = [.. Enumerable.Repeat(new CardTitle("一"), 5)] } },
                { "checkbox", Cards.Vote with { Checkbox = null } },
                { "20 options", Cards.Vote with { Checkbox = new("q", [.. Enumerable.Range(0, 21).Select(i => new CardTick($"{i}", "x"))]) } },
                { "mode", Cards.Vote with { Checkbox = new("q", [new("1", "x")], Mode: 2) } },
                { "submit_button", Cards.Vote with { SubmitButton = null } },
                { "task_id", Cards.Vote with { TaskId = null } },
                { "1 to 3 drop-downs", Cards.Choices with { SelectList = null } },
                { "1 to 3 drop-downs", Cards.Choices with { SelectList = [.. Enumerable.Repeat(Cards.Choices.SelectList![0], 4)] } },
                { "10 options", Cards.Choices with { SelectList = [new("q", [.. Enumerable.Range(0, 11).Select(i => new CardOption($"{i}", "x"))])] } },
                { "submit_button", Cards.Choices with { SubmitButton = new("提交", new string('k', 1025)) } },
            };
        }
    }

    [Theory, MemberData(nameof(Broken))]
    public void A_card_beyond_a_limit_is_not_sent(string about, TemplateCard card)
    {
        var problem = Assert.Throws<ArgumentException>(card.ToAttachment);
        Assert.Contains(about, problem.Message, StringComparison.Ordinal);
    }
}

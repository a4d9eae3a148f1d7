namespace ChatDesk.BotHost.Delivery;

/// <summary>A way to bring a message to somebody.</summary>
public enum DeliveryRung
{
    /// <summary>The channel's own message: a 客服消息, a WeCom message or card.</summary>
    Chat,

    /// <summary>模板消息 or 订阅通知, as the account's configuration has it for the purpose.</summary>
    Template,

    /// <summary>The company's SMS gateway: <see cref="SmsOptions"/>.</summary>
    Sms,

    /// <summary>In one short line at the end of the next reply; until then the page shows it.</summary>
    NextReply,

    /// <summary>A task: somebody telephones.</summary>
    Person,
}

/// <summary>
/// The ladder, declared here and nowhere else: which ways a message takes, one after the other, until one carries it (N-05,
/// decision 14 of the requirements). The answer to a message tries the callback before all of them (<c>Intake</c>).
/// </summary>
public static class DeliveryLadder
{
    public static IReadOnlyList<DeliveryRung> Of(DeliveryPurpose purpose) => purpose switch
    {
        DeliveryPurpose.Reply => [DeliveryRung.Chat, DeliveryRung.Sms, DeliveryRung.Person],
        DeliveryPurpose.Progress => [DeliveryRung.Chat, DeliveryRung.Template, DeliveryRung.NextReply],
        DeliveryPurpose.Step => [DeliveryRung.NextReply],
        DeliveryPurpose.Finished or DeliveryPurpose.Notice => [DeliveryRung.Chat, DeliveryRung.Template, DeliveryRung.Sms, DeliveryRung.Person],
        DeliveryPurpose.Staff => [DeliveryRung.Chat, DeliveryRung.Sms, DeliveryRung.Person],
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "It has no ladder."),
    };

    /// <summary>The rung below; null on the last one.</summary>
    public static DeliveryRung? Below(DeliveryPurpose purpose, DeliveryRung rung) =>
        Of(purpose).SkipWhile(each => each != rung).Skip(1).Select(each => (DeliveryRung?)each).FirstOrDefault();
}

namespace ChatDesk.Knowledge.Understanding.Reading;

/// <summary>What each kind of wording says about the intent before anything is learned: set by hand from the label rules.</summary>
internal static class IntentPrior
{
    private static readonly (string Feature, Intent Intent, float Weight)[] Table =
    [
        ("any.fault", Intent.ReportRepair, 2.5f), ("want.repair", Intent.ReportRepair, 2.5f), ("any.thing", Intent.ReportRepair, 0.6f), ("mine", Intent.ReportRepair, 0.5f), ("any.place", Intent.ReportRepair, 0.6f),
        ("says.complain", Intent.Complaint, 2f), ("any.conduct", Intent.Complaint, 2f), ("says.insult", Intent.Complaint, 1f), ("says.repeated", Intent.Complaint, 0.8f), ("says.threat", Intent.Complaint, 0.5f),
        ("want.urge", Intent.Urge, 3f), ("any.fault&want.urge", Intent.Urge, 0.5f), ("says.reopen", Intent.Urge, 0.5f), ("high.repeat", Intent.Urge, 1f),
        ("want.status", Intent.TicketStatus, 2.5f), ("own.ticket", Intent.TicketStatus, 2f), ("form.ticket_number", Intent.TicketStatus, 3f),
        ("want.cancel", Intent.TicketStatus, 4f), ("want.reschedule", Intent.TicketStatus, 4f), ("want.detail", Intent.TicketStatus, 4f),
        ("want.human", Intent.Human, 3.5f), ("case.discretion", Intent.Human, 3.5f),
        ("want.suggest", Intent.Suggestion, 2.5f), ("suggest.word", Intent.Suggestion, 2f), ("says.praise", Intent.Praise, 3f), ("says.thanks", Intent.Praise, 0.5f),
        ("any.question", Intent.AskFaq, 2.5f), ("asks.procedure", Intent.AskFaq, 1.6f), ("asks.polite", Intent.AskFaq, 1f), ("form.found_45", Intent.AskFaq, 0.7f), ("form.found_60", Intent.AskFaq, 1.5f), ("form.found_80", Intent.AskFaq, 2.5f),
        ("world", Intent.OutOfScope, 3f), ("gap.topic", Intent.OutOfScope, 2f), ("other.person", Intent.OutOfScope, 4f), ("machine.order", Intent.OutOfScope, 5f), ("form.latin_only", Intent.OutOfScope, 1f),
        ("ad.contact", Intent.AdSpam, 1.5f), ("ad.offer", Intent.AdSpam, 2f), ("ad.price", Intent.AdSpam, 1f),
        ("says.greeting", Intent.Chitchat, 0.7f), ("says.ack", Intent.Chitchat, 1.5f), ("says.thanks", Intent.Chitchat, 0.7f), ("says.chat", Intent.Chitchat, 2f), ("form.length_2", Intent.Chitchat, 2f), ("form.length_5", Intent.Chitchat, 1f), ("form.emoji_only", Intent.Chitchat, 3f), ("form.nothing", Intent.Chitchat, 3f), ("form.always", Intent.Chitchat, 0.5f),
    ];

    private static readonly (int Feature, int Intent, float Weight)[] Ids = [.. Table.Select(entry => (Features.IdOf(entry.Feature), (int)entry.Intent, entry.Weight))];

    public static float[] Weigh(Signals signals)
    {
        var sums = new float[Enum.GetNames<Intent>().Length];
        foreach (var (feature, intent, weight) in Ids)
            sums[intent] += signals.Has(feature) ? weight : 0;
        return sums;
    }
}

namespace ChatDesk.Knowledge.Understanding;

/// <summary>What the writer wants; the thirteen labels of tests/Evaluation/README.md.</summary>
public enum Intent
{
    Emergency,
    SurveyReply,
    Human,
    Urge,
    TicketStatus,
    Complaint,
    ReportRepair,
    Suggestion,
    Praise,
    AskFaq,
    OutOfScope,
    AdSpam,
    Chitchat,
}

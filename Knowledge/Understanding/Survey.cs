namespace ChatDesk.Knowledge.Understanding;

/// <summary>The survey question whose answer a conversation is waiting for.</summary>
public enum SurveyKind
{
    None,

    /// <summary>非常满意 / 满意 / 一般 / 不满意, also as A to D or first to fourth.</summary>
    Csat4,

    /// <summary>1 to 5.</summary>
    Star5,

    /// <summary>0 to 10.</summary>
    Nps,
}

/// <summary>The four levels of R-140.</summary>
public enum Satisfaction
{
    VerySatisfied,
    Satisfied,
    Neutral,
    Dissatisfied,
}

/// <summary>What a survey reply says; parts that it does not say are null.</summary>
/// <param name="Csat">The level.</param>
/// <param name="Stars">1 to 5.</param>
/// <param name="Nps">0 to 10.</param>
public sealed record SurveyAnswer(Satisfaction? Csat = null, int? Stars = null, int? Nps = null)
{
    /// <summary>Whether the second follow-up is owed: dissatisfied, 1 or 2 stars, or NPS of 6 and less.</summary>
    public bool IsUnhappy => Csat == Satisfaction.Dissatisfied || Stars <= 2 || Nps <= 6;
}

namespace ChatDesk.Knowledge.Retrieval;

/// <summary>An article found for a question.</summary>
/// <param name="Article">The article.</param>
/// <param name="Score">From 0 (nothing in common) to 1 (the question itself); means the same for every question and every knowledge base.</param>
/// <param name="Unsaid">The share of the question that the article does not speak of, from 0 to 1.</param>
public sealed record ArticleMatch(Article Article, double Score, double Unsaid = 0);

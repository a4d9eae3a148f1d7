namespace ChatDesk.Knowledge.Text;

/// <summary>A text in the form in which it is matched.</summary>
/// <param name="Text">Half width, simplified, lower case, without invisible characters.</param>
/// <param name="Origin">For each character of <paramref name="Text"/> its index in the original.</param>
internal sealed record PlainText(string Text, int[] Origin);

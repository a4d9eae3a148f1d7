using System.Text.RegularExpressions;

namespace ChatDesk.Channels.Protocol;

/// <summary>The state of a sign-in, which both platforms hand back as they got it.</summary>
internal static partial class OAuthState
{
    /// <exception cref="ArgumentException">It is not 1 to 128 letters and digits.</exception>
    public static string Checked(string state) =>
        Letters().IsMatch(state) ? state : throw new ArgumentException("A state is 1 to 128 letters and digits.", nameof(state));

    [GeneratedRegex(@"\A[A-Za-z0-9]{1,128}\z")]
    private static partial Regex Letters();
}

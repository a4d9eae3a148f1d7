using System.Reflection;
using Xunit.Sdk;

namespace ChatDesk.Tests.EndToEnd;

/// <summary>What somebody looks at the pages on.</summary>
public enum Screen
{
    /// <summary>390 by 844 px, with a finger.</summary>
    Phone,

    /// <summary>1440 by 900 px.</summary>
    Desktop,
}

/// <summary>Runs a theory once on each screen.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEachScreenAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Screen.Phone], [Screen.Desktop]];
}

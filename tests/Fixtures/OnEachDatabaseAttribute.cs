using System.Reflection;
using ChatDesk.BotHost.Data;
using Xunit.Sdk;

namespace ChatDesk.Tests.Fixtures;

/// <summary>Runs a theory once on each database that the tests cover: the first argument is the <see cref="DatabaseProvider"/>.</summary>
/// <param name="more">Further arguments, the same for each database.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnEachDatabaseAttribute(params object[] more) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        yield return [DatabaseProvider.Sqlite, .. more];
        yield return [DatabaseProvider.PostgreSql, .. more];
    }
}

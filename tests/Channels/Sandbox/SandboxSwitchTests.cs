using ChatDesk.Channels.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace ChatDesk.Tests.Channels.Sandbox;

public sealed class SandboxSwitchTests
{
    [Fact]
    public void Production_refuses_the_sandbox_and_names_the_key()
    {
        var builder = Builder("Production", ("ChatDesk:Sandbox:Enabled", "true"));

        var error = Assert.Throws<InvalidOperationException>(() => builder.AddSandbox());

        Assert.Contains("ChatDesk:Sandbox:Enabled", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development", null, true)]
    [InlineData("Development", "false", false)]
    [InlineData("Production", null, false)]
    [InlineData("Staging", "true", true)]
    public void It_is_on_in_Development_or_where_it_is_asked_for(string environment, string? enabled, bool on)
    {
        var builder = enabled is null ? Builder(environment) : Builder(environment, ("ChatDesk:Sandbox:Enabled", enabled));

        Assert.Equal(on, builder.AddSandbox());
        Assert.Equal(on, builder.Configuration["Channels:WeChat:Accounts:demo:AppId"] is not null);
    }

    [Fact]
    public void Accounts_and_addresses_that_are_configured_stay_as_they_are()
    {
        var builder = Builder(
            "Development",
            ("Channels:WeChat:Accounts:main:AppId", "wx0000000000000001"),
            ("Channels:WeCom:ApiUrl", "http://127.0.0.1:9/"));

        builder.AddSandbox();

        Assert.Null(builder.Configuration["Channels:WeChat:ApiUrl"]);
        Assert.Null(builder.Configuration["Channels:WeChat:Accounts:demo:AppId"]);
        Assert.Equal("http://127.0.0.1:9/", builder.Configuration["Channels:WeCom:ApiUrl"]);
        Assert.NotNull(builder.Configuration["Channels:WeCom:Apps:desk:Secret"]);
    }

    [Fact]
    public void Demonstration_secrets_differ_with_each_start()
    {
        string[] Secrets()
        {
            var builder = Builder("Development");
            builder.AddSandbox();
            return [.. new[]
            {
                "WeChat:Accounts:demo:AppSecret", "WeChat:Accounts:demo:Token", "WeChat:Accounts:demo:EncodingAesKey",
                "WeCom:Apps:desk:Secret", "WeCom:Apps:desk:Token", "WeCom:Apps:desk:EncodingAesKey",
            }.Select(key => builder.Configuration["Channels:" + key]!)];
        }

        Assert.Empty(Secrets().Intersect(Secrets()));
        Assert.All(Secrets(), secret => Assert.True(secret.Length >= 32));
    }

    private static WebApplicationBuilder Builder(string environment, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        return builder;
    }
}

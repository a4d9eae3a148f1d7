using System.Globalization;
using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Intake;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Intake;

/// <summary>The hand-written statements against Entity Framework's view of the same rows.</summary>
public sealed class TurnRowsTests
{
    [Theory, OnEachDatabase]
    public async Task Every_column_of_the_conversation_and_of_the_message_comes_and_goes_as_the_model_says(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider, DeskSettings.Empty);
        var conversation = Peer();
        await desk.AddAsync(conversation);
        await using var scope = desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        var model = db.Model;
        var found = await FindAsync(db);
        Fill(model.FindEntityType(typeof(Conversation))!, found!);
        var message = Message("m1");
        Fill(model.FindEntityType(typeof(InboxMessage))!, message);

        Assert.True(await TurnRows.SaveAsync(db, message, found!, CancellationToken.None));

        AssertSame(model, await desk.ReadAsync(other => other.Set<InboxMessage>().AsNoTracking().SingleAsync()), message, except: "");
        AssertSame(model, await desk.ReadAsync(other => other.Set<Conversation>().AsNoTracking().SingleAsync()), found!, except: "Version");
        AssertSame(model, (await desk.ReadAsync(FindAsync))!, found!, except: "Version");
    }

    [Theory, OnEachDatabase]
    public async Task A_message_that_was_taken_before_stores_nothing_and_leaves_its_conversation_alone_N_19(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider, DeskSettings.Empty);
        await desk.AddAsync(Peer(), Message("m1"));

        var isStored = await desk.ReadAsync(async db =>
        {
            var conversation = (await FindAsync(db))!;
            conversation.DialogJson = "{}";
            return await TurnRows.SaveAsync(db, Message("m1"), conversation, CancellationToken.None);
        });

        Assert.False(isStored);
        Assert.Single(await desk.InboxAsync());
        Assert.Null((await desk.ReadAsync(FindAsync))!.DialogJson);
    }

    [Theory, OnEachDatabase]
    public async Task A_message_whose_conversation_was_changed_meanwhile_stores_nothing_and_says_so(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider, DeskSettings.Empty);
        await desk.AddAsync(Peer());

        await desk.ReadAsync(async db =>
        {
            var conversation = (await FindAsync(db))!;
            await desk.ReadAsync(async other => await TurnRows.SaveAsync(other, Message("m1"), (await FindAsync(other))!, CancellationToken.None));
            return await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => TurnRows.SaveAsync(db, Message("m2"), conversation, CancellationToken.None));
        });

        Assert.Equal("m1", Assert.Single(await desk.InboxAsync()).ExternalId);
    }

    private static Task<Conversation?> FindAsync(DeskDb db) => TurnRows.FindConversationAsync(db, "oa", "main", "oPeer", CancellationToken.None);

    private static Conversation Peer() => new() { Channel = "oa", Account = "main", PeerId = "oPeer", LastInboundAt = DeskSettings.MondayMorning };

    private static InboxMessage Message(string id) => new()
    {
        Channel = "oa", Account = "main", ExternalId = id, SenderId = "oPeer", ReceivedAt = DeskSettings.MondayMorning, ActivityJson = "{}",
    };

    /// <summary>A value of its own in every column that is neither a key nor the version.</summary>
    private static void Fill(IEntityType type, object row)
    {
        var number = 10;
        foreach (var property in type.GetProperties().Where(property => !property.IsShadowProperty() && !property.IsKey() && !property.IsIndexOf("ExternalId", "PeerId") && !property.IsConcurrencyToken))
            property.PropertyInfo!.SetValue(row, ValueOf(property, number++));
    }

    private static object ValueOf(IProperty property, int number) => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) switch
    {
        var type when type == typeof(string) => $"{number}",
        var type when type == typeof(DateTimeOffset) => DeskSettings.MondayMorning.AddMinutes(number),
        var type when type == typeof(bool) => property.Name == nameof(Conversation.IsHandedOver),
        var type when type.IsEnum => Enum.GetValues(type).GetValue(1)!,
        var type => Convert.ChangeType(number, type, CultureInfo.InvariantCulture),
    };

    private static void AssertSame(IModel model, object actual, object expected, string except) => Assert.All(
        model.FindEntityType(actual.GetType())!.GetProperties().Where(property => !property.IsShadowProperty() && property.Name != except),
        property => Assert.Equal((property.Name, property.PropertyInfo!.GetValue(expected)), (property.Name, property.PropertyInfo!.GetValue(actual))));
}

file static class Properties
{
    /// <summary>Whether the property is in an index together with one of these.</summary>
    public static bool IsIndexOf(this IProperty property, params string[] names) =>
        property.GetContainingIndexes().Any(index => index.IsUnique && index.Properties.Any(other => names.Contains(other.Name)));
}

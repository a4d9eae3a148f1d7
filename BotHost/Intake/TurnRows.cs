using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Intake;

/// <summary>
/// The two rows that every message touches, its own and its conversation's, by hand-written SQL: the only such place.
/// See docs/decisions/0009-turn-rows.md.
/// </summary>
internal static class TurnRows
{
    private const string FindConversation =
        """
        SELECT "Id", "Channel", "Account", "PeerId", "OwnerId", "DialogJson", "RecentTicket", "RecentTicketAt", "PendingSurvey", "IsHandedOver",
               "IsReachable", "LastInboundAt", "WindowEndsAt", "TapWindowEndsAt", "NewsJson", "Version"
        FROM "Conversation" WHERE "Channel" = @Channel AND "Account" = @Account AND "PeerId" = @PeerId
        """;

    private const string UpdateConversation =
        """
        UPDATE "Conversation"
        SET "OwnerId" = @OwnerId, "DialogJson" = @DialogJson, "RecentTicket" = @RecentTicket, "RecentTicketAt" = @RecentTicketAt, "PendingSurvey" = @PendingSurvey,
            "IsHandedOver" = @IsHandedOver, "IsReachable" = @IsReachable, "LastInboundAt" = @LastInboundAt, "WindowEndsAt" = @WindowEndsAt,
            "TapWindowEndsAt" = @TapWindowEndsAt, "NewsJson" = @NewsJson, "Version" = @Version + 1
        WHERE "Id" = @Id AND "Version" = @Version
        """;

    private const string InsertMessage =
        """
        INSERT INTO "InboxMessage" ("Channel", "Account", "ExternalId", "SenderId", "ReceivedAt", "ActivityJson", "State", "Attempts", "LeasedUntil", "ReplyJson",
               "ReplyDueAt", "WasOffered", "TraceJson", "Version")
        VALUES (@Channel, @Account, @ExternalId, @SenderId, @ReceivedAt, @ActivityJson, @State, @Attempts, @LeasedUntil, @ReplyJson, @ReplyDueAt, @WasOffered, @TraceJson, @Version)
        ON CONFLICT ("Channel", "Account", "ExternalId") DO NOTHING
        RETURNING "Id"
        """;

    private const string SettleReply = """UPDATE "InboxMessage" SET "ReplyDueAt" = NULL WHERE "Id" = @Id""";

    private const string DeleteMessage = """DELETE FROM "InboxMessage" WHERE "Id" = @Id""";

    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, DbCommand>> Commands = [];

    /// <summary>The conversation as it stands, tracked by the context; null for a stranger's first message.</summary>
    public static async Task<Conversation?> FindConversationAsync(DeskDb db, string channel, string account, string peer, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = New(db.Database.GetDbConnection(), FindConversation, ("Channel", channel), ("Account", account), ("PeerId", peer));
            await using var row = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, ct);
            return await row.ReadAsync(ct) ? db.Attach(ReadConversation(row)).Entity : null;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Stores a finished message with its conversation; false, and nothing stored, when the message was taken before.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the conversation since it was read.</exception>
    public static Task<bool> SaveAsync(DeskDb db, InboxMessage message, Conversation conversation, CancellationToken ct) =>
        db.WriteRowsAsync(transaction => SaveAsync(transaction, message, conversation), ct);

    /// <summary>Notes that the replies to these messages were handed over.</summary>
    public static Task<int> SettleRepliesAsync(DeskDb db, IReadOnlyList<long> messageIds, CancellationToken ct) => db.WriteRowsAsync(
        async transaction =>
        {
            foreach (var id in messageIds)
                await Command(transaction, SettleReply, ("Id", id)).ExecuteNonQueryAsync(CancellationToken.None);
            return messageIds.Count;
        },
        ct);

    private static async Task<bool> SaveAsync(DbTransaction transaction, InboxMessage message, Conversation conversation)
    {
        if (await Insert(transaction, message).ExecuteScalarAsync() is not long id)
            return false;
        message.Id = id;
        if (await Update(transaction, conversation).ExecuteNonQueryAsync() == 1)
            return true;
        await Command(transaction, DeleteMessage, ("Id", id)).ExecuteNonQueryAsync();
        throw new DbUpdateConcurrencyException("The conversation was changed since it was read.");
    }

    private static DbCommand Insert(DbTransaction transaction, InboxMessage message) => Command(
        transaction,
        InsertMessage,
        ("Channel", message.Channel),
        ("Account", message.Account),
        ("ExternalId", message.ExternalId),
        ("SenderId", message.SenderId),
        ("ReceivedAt", message.ReceivedAt.UtcDateTime),
        ("ActivityJson", message.ActivityJson),
        ("State", message.State.ToString()),
        ("Attempts", message.Attempts),
        ("LeasedUntil", message.LeasedUntil?.UtcDateTime),
        ("ReplyJson", message.ReplyJson),
        ("ReplyDueAt", message.ReplyDueAt?.UtcDateTime),
        ("WasOffered", message.WasOffered),
        ("TraceJson", message.TraceJson),
        ("Version", message.Version));

    private static DbCommand Update(DbTransaction transaction, Conversation conversation) => Command(
        transaction,
        UpdateConversation,
        ("Id", conversation.Id),
        ("OwnerId", conversation.OwnerId),
        ("DialogJson", conversation.DialogJson),
        ("RecentTicket", conversation.RecentTicket),
        ("RecentTicketAt", conversation.RecentTicketAt?.UtcDateTime),
        ("PendingSurvey", conversation.PendingSurvey),
        ("IsHandedOver", conversation.IsHandedOver),
        ("IsReachable", conversation.IsReachable),
        ("LastInboundAt", conversation.LastInboundAt.UtcDateTime),
        ("WindowEndsAt", conversation.WindowEndsAt?.UtcDateTime),
        ("TapWindowEndsAt", conversation.TapWindowEndsAt?.UtcDateTime),
        ("NewsJson", conversation.NewsJson),
        ("Version", conversation.Version));

    private static Conversation ReadConversation(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Channel = row.GetString(1),
        Account = row.GetString(2),
        PeerId = row.GetString(3),
        OwnerId = row.IsDBNull(4) ? null : row.GetInt32(4),
        DialogJson = Text(row, 5),
        RecentTicket = Text(row, 6),
        RecentTicketAt = Instant(row, 7),
        PendingSurvey = Text(row, 8),
        IsHandedOver = row.GetBoolean(9),
        IsReachable = row.GetBoolean(10),
        LastInboundAt = Instant(row, 11)!.Value,
        WindowEndsAt = Instant(row, 12),
        TapWindowEndsAt = Instant(row, 13),
        NewsJson = Text(row, 14),
        Version = row.GetInt64(15),
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? Instant(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : new(DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc));

    /// <summary>The writer's own command for the statement, which keeps it compiled: its connection, unlike a context's, never goes back to a pool.</summary>
    private static DbCommand Command(DbTransaction transaction, string statement, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var commands = Commands.GetOrCreateValue(transaction.Connection!);
        if (!commands.TryGetValue(statement, out var command))
            commands.Add(statement, command = New(transaction.Connection!, statement, values));
        command.Transaction = transaction;
        foreach (var (name, value) in values)
            command.Parameters[name].Value = value ?? DBNull.Value;
        return command;
    }

    private static DbCommand New(DbConnection connection, string statement, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of this file.
        command.CommandText = statement;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ChatDesk.BotHost.Data;

/// <summary>Stores instants as UTC date-times, which all three databases compare and order alike.</summary>
public sealed class UtcDateTimeConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => instant.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

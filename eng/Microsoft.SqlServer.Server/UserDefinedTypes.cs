namespace Microsoft.SqlServer.Server;

/// <summary>How a user-defined type is serialised. ChatDesk has none: SqlClient only needs the names to load.</summary>
public enum Format
{
    Unknown,
    Native,
    UserDefined,
}

/// <summary>A type that serialises itself for SQL Server.</summary>
public interface IBinarySerialize
{
    void Read(BinaryReader r);

    void Write(BinaryWriter w);
}

/// <summary>Marks a user-defined type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    public Format Format { get; } = format;

    public int MaxByteSize { get; set; }

    public bool IsFixedLength { get; set; }

    public bool IsByteOrdered { get; set; }

    public string? Name { get; set; }

    public string? ValidationMethodName { get; set; }
}

/// <summary>A type that cannot be used as a user-defined type.</summary>
public sealed class InvalidUdtException(string message) : SystemException(message)
{
    public static InvalidUdtException Create(Type type, string reason)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new($"'{type.FullName}' is an invalid UDT ({reason}).");
    }
}

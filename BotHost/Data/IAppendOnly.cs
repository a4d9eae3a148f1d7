namespace ChatDesk.BotHost.Data;

/// <summary>Rows that are written once: a save that changes or removes one fails.</summary>
public interface IAppendOnly;

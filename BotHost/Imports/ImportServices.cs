using ChatDesk.BotHost.Imports.Kinds;

namespace ChatDesk.BotHost.Imports;

/// <summary>Registers the import of lists, and their export.</summary>
public static class ImportServices
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton<IImporter, OwnersImporter>()
        .AddSingleton<IImporter, RoomsImporter>()
        .AddSingleton<IImporter, DevicesImporter>()
        .AddSingleton<IImporter, FeesImporter>()
        .AddScoped<RunImport>();
}

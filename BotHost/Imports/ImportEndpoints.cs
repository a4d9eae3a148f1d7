using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Masters;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Texts;

namespace ChatDesk.BotHost.Imports;

/// <summary>The files that the import page offers: templates, and the lists as they are now.</summary>
public static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var files = routes.MapGroup("/console/import").ForStaff(StaffRule.Console).ExcludeFromDescription();
        files.MapGet("/template/{kind}", TemplateAsync);
        files.MapGet("/export/{kind}", ExportAsync);
    }

    private static async Task<IResult> TemplateAsync(ImportKind kind, RunImport imports, CurrentStaff staff, CancellationToken ct)
    {
        if (imports.Find(kind, await staff.GetAsync(ct)) is not { } list)
            return TypedResults.NotFound();
        var name = ImportTexts.Kind(kind);
        return TypedResults.File(ImportTemplate.Write(name, list.Columns), ImportTemplate.ContentType, $"{name}导入模板.xlsx");
    }

    private static async Task<IResult> ExportAsync(
        ImportKind kind, int? estate, RunImport imports, CurrentStaff staff, Policies policies, EstateRegister register, ChangeMasters masters, CancellationToken ct)
    {
        var by = await staff.GetAsync(ct);
        var estates = register.Estates.Where(e => policies.WorksFor(by, e.Id) && (estate is null || e.Id == estate)).Select(e => e.Id).ToList();
        if (imports.Find(kind, by) is not { } list || estates.Count == 0)
            return TypedResults.NotFound();
        return TypedResults.File(await ExportList.RunAsync(list, masters, by, estates, ct), "text/csv; charset=utf-8", $"{ImportTexts.Kind(kind)}.csv");
    }
}

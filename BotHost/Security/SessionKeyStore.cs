using System.Xml.Linq;
using ChatDesk.BotHost.Data;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatDesk.BotHost.Security;

/// <summary>Keeps the keys of cookies and forms in the database, so that a session started on one instance holds on all.</summary>
internal sealed class SessionKeyStore(DeskWork work) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        work.RunAsync(ReadAsync, CancellationToken.None).GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) =>
        work.RunAsync(services => WriteAsync(services, element), CancellationToken.None).GetAwaiter().GetResult();

    private static async Task<IReadOnlyCollection<XElement>> ReadAsync(IServiceProvider services)
    {
        var keys = await services.GetRequiredService<DeskDb>().Set<SessionKey>().AsNoTracking().OrderBy(key => key.Id).ToListAsync();
        return [.. keys.Select(key => XElement.Parse(key.Xml))];
    }

    private static Task WriteAsync(IServiceProvider services, XElement element)
    {
        var db = services.GetRequiredService<DeskDb>();
        db.Add(new SessionKey { Xml = element.ToString(SaveOptions.DisableFormatting) });
        return db.SaveChangesAsync();
    }
}

/// <summary>Tells data protection where its keys are.</summary>
internal sealed class UseSessionKeys(DeskWork work) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlRepository = new SessionKeyStore(work);
}

using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Texts;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Estates;

/// <summary>What every phone page shows of the company: its name, and the number that 一键呼叫 dials .</summary>
public sealed class CompanyCard(DeskDb db)
{
    /// <returns>The hotline is null before the company is set up.</returns>
    public async Task<(string Name, string? Hotline)> GetAsync()
    {
        var company = await db.Set<Company>().AsNoTracking().SingleOrDefaultAsync();
        return (company?.Name ?? PhoneTexts.Company, company?.Hotline);
    }
}

using System.Text.Unicode;
using ChatDesk.BotHost.Estates;
using Microsoft.Extensions.WebEncoders;

namespace ChatDesk.BotHost.Pages;

/// <summary>Registers what the pages share. Chinese goes out as it is, not as character references.</summary>
public static class PhonePages
{
    public static IServiceCollection AddPhonePages(this IServiceCollection services)
    {
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        return services.AddScoped<CompanyCard>();
    }
}

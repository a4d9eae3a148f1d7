using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatDesk.Channels.Protocol;

/// <summary>Binds options and checks their annotations before the host starts; an error names the configuration key.</summary>
internal static class SectionOptions
{
    public static void AddSection<T>(this IServiceCollection services, IConfigurationSection section, string? name = null)
        where T : class
    {
        services.AddOptions<T>(name ?? Options.DefaultName).Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<T>>(new Annotations<T>(name ?? Options.DefaultName, section.Path));
    }

    private sealed class Annotations<T>(string name, string path) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? checkedName, T options)
        {
            if (checkedName != name)
                return ValidateOptionsResult.Skip;
            List<ValidationResult> problems = [];
            return Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(problems.Select(p => $"{path}:{string.Join(',', p.MemberNames)}: {p.ErrorMessage}"));
        }
    }
}

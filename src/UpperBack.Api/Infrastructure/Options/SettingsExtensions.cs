using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using UpperBack.Content;

namespace UpperBack.Api.Infrastructure.Options;

/// <summary>
/// Binds the settings under <c>UpperBack</c> to options classes, and validates them when the service is built: a value that does not
/// fit, or a name that no options class has, ends the start with a sentence that says what would be right.
/// </summary>
internal static class SettingsExtensions
{
    private const string Root = "UpperBack";

    /// <summary>Registers options that are bound to a section under <c>UpperBack</c>.</summary>
    /// <exception cref="SettingException">A value does not fit.</exception>
    public static WebApplicationBuilder AddSettings<TOptions>(this WebApplicationBuilder builder, string section) where TOptions : class, new()
    {
        foreach (var property in typeof(TOptions).GetProperties())
        {
            var setting = $"{Root}:{section}:{property.Name}";
            Validate(builder.Configuration, setting, property);
            // The binder converts an empty text too. Environment variables that are passed on are often empty.
            if (builder.Configuration[setting] is "" && property.PropertyType != typeof(string))
                builder.Configuration[setting] = Convert.ToString(property.GetValue(new TOptions()), CultureInfo.InvariantCulture);
        }

        builder.Services.AddOptions<TOptions>().BindConfiguration($"{Root}:{section}");
        builder.Services.AddSingleton(new KnownSettings(section, [.. typeof(TOptions).GetProperties().Select(property => property.Name)]));
        return builder;
    }

    /// <summary>Refuses settings under <c>UpperBack</c> that no options class has. To be called when all of them are registered.</summary>
    /// <exception cref="SettingException">There is such a setting.</exception>
    public static void RefuseUnknownSettings(this WebApplicationBuilder builder)
    {
        var known = builder.Services.Select(service => service.ImplementationInstance).OfType<KnownSettings>()
            .ToDictionary(settings => settings.Section, settings => settings.Names, StringComparer.OrdinalIgnoreCase);
        foreach (var section in builder.Configuration.GetSection(Root).GetChildren())
        {
            if (!known.TryGetValue(section.Key, out var names))
                throw Unknown(section.Path, section.Key, $"{Root}:", [.. known.Keys]);
            if (names.Count == 0)
                continue;
            foreach (var setting in section.GetChildren().Where(setting => !names.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)))
                throw Unknown(setting.Path, setting.Key, $"{section.Path}:", names);
        }
    }

    private static SettingException Unknown(string path, string name, string parent, IReadOnlyList<string> known) => new(
        $"There is no setting {path}. {(Nearest.To(name, known) is { } near ? $"Did you mean {parent}{near}?" : $"There are {string.Join(", ", known.Select(other => parent + other))}.")}");

    // The framework's binder throws at the first value that it cannot convert, without saying what would be right.
    private static void Validate(ConfigurationManager configuration, string setting, PropertyInfo property)
    {
        if (configuration[setting] is not { Length: > 0 } text)
            return;
        var range = property.GetCustomAttribute<RangeAttribute>();
        var fits = property.PropertyType == typeof(int) ? ParameterReader.TryNumber(text, out var number) && range?.IsValid(number) is not false
            : property.PropertyType == typeof(bool) ? bool.TryParse(text, out _)
            : property.GetCustomAttributes<ValidationAttribute>().All(rule => rule.IsValid(text));
        if (!fits)
            throw new SettingException(setting, text, Expected(property, range));
    }

    private static string Expected(PropertyInfo property, RangeAttribute? range) =>
        property.PropertyType == typeof(bool) ? "true or false"
        : range is { Maximum: int.MaxValue } ? $"a whole number from {range.Minimum}"
        : range is not null ? $"a whole number from {range.Minimum} to {range.Maximum}"
        : property.GetCustomAttributes<ValidationAttribute>().First().ErrorMessage!;
}

/// <summary>A section of settings and the names in it.</summary>
/// <param name="Section">The section.</param>
/// <param name="Names">The names. Empty when the section itself is the value.</param>
internal sealed record KnownSettings(string Section, IReadOnlyList<string> Names);

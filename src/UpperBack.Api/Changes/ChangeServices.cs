using System.Globalization;
using UpperBack.Api.Commands;
using UpperBack.Store.Changes;

namespace UpperBack.Api.Changes;

/// <summary>Registers what the feed and the snapshot need.</summary>
internal static class ChangeServices
{
    private const string KeepDays = "UpperBack:Changes:KeepDays";
    private const int UsualDays = 90;
    private const int MostDays = 36_500;

    public static void AddChanges(this WebApplicationBuilder builder)
    {
        var days = Days(builder.Configuration[KeepDays]);
        builder.Services.AddSingleton<ChangeLog>();
        builder.Services.AddSingleton<SharedChanges>();
        builder.Services.AddSingleton<CatalogueSnapshots>();
        builder.Services.AddSingleton<ChangeSignal>();
        builder.Services.AddSingleton<ChangeRetention>();
        builder.Services.AddHostedService<HearingOfChanges>();
        builder.Services.AddHostedService<FollowingChanges>();
        builder.Services.AddHostedService(services =>
            new ForgettingChanges(services.GetRequiredService<ChangeRetention>(), days, services.GetRequiredService<ILogger<ForgettingChanges>>()));
    }

    private static int Days(string? setting) =>
        string.IsNullOrWhiteSpace(setting) ? UsualDays
        : int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays ? days
        : throw new UserException($"{KeepDays} is “{setting}”; it must be a whole number of days from 1 to {MostDays}.");
}

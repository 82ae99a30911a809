using UpperBack.Api.Embed.Contents;
using UpperBack.Content;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Tests.Embed;

public sealed class DosageTextTests
{
    private static readonly Dosage Everything = new() { Sets = 3, Repetitions = 8, HoldSeconds = 3, HoldSecondsAtMost = 5, RestSeconds = 60, PerSide = true, BothDirections = true, AsWritten = "all of it" };

    [Theory]
    [InlineData(Language.En, "3 sets, 8 repetitions, hold for 3 to 5 seconds, in both directions, on each side, 60 seconds of rest between sets, 20 seconds of rest afterwards")]
    [InlineData(Language.De, "3 Sätze, 8 Wiederholungen, 3 bis 5 Sekunden halten, in beide Richtungen, auf jeder Seite, 60 Sekunden Pause zwischen den Sätzen, danach 20 Sekunden Pause")]
    [InlineData(Language.Da, "3 sæt, 8 gentagelser, hold i 3 til 5 sekunder, i begge retninger, på hver side, 60 sekunders pause mellem sættene, 20 sekunders pause bagefter")]
    [InlineData(Language.Es, "3 series, 8 repeticiones, mantener de 3 a 5 segundos, en ambas direcciones, con cada lado, 60 segundos de descanso entre series, 20 segundos de descanso después")]
    [InlineData(Language.Fr, "3 séries, 8 répétitions, tenir de 3 à 5 secondes, dans les deux sens, de chaque côté, 60 secondes de repos entre les séries, 20 secondes de repos ensuite")]
    public void Everything_that_is_known_is_said(Language language, string said) => Assert.Equal(said, DosageText.Line(Everything, Texts.In(language), 20));

    [Theory]
    [InlineData(Language.En, "1 set, 1 repetition, hold for 1 second")]
    [InlineData(Language.De, "1 Satz, 1 Wiederholung, 1 Sekunde halten")]
    [InlineData(Language.Da, "1 sæt, 1 gentagelse, hold i 1 sekund")]
    [InlineData(Language.Es, "1 serie, 1 repetición, mantener 1 segundo")]
    [InlineData(Language.Fr, "1 série, 1 répétition, tenir 1 seconde")]
    public void One_is_one(Language language, string said) =>
        Assert.Equal(said, DosageText.Line(new() { Sets = 1, Repetitions = 1, HoldSeconds = 1, AsWritten = "one" }, Texts.In(language)));

    [Fact]
    public void What_is_not_known_is_not_said()
    {
        Assert.Equal("Hold for 30 seconds", DosageText.Line(new() { HoldSeconds = 30, AsWritten = "30 seconds" }, Texts.In(Language.En)));
        Assert.Equal("", DosageText.Line(null, Texts.In(Language.En)));
        Assert.Equal("", DosageText.Line(new() { PerSide = false, RestSeconds = 0, AsWritten = "as long as it feels good" }, Texts.In(Language.En)));
    }
}

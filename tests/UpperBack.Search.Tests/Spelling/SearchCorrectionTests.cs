using UpperBack.Content.Documents;
using UpperBack.Search.Indexing;
using UpperBack.Search.Spelling;

namespace UpperBack.Search.Tests.Spelling;

public sealed class SearchCorrectionTests
{
    private static readonly TestDocument[] Documents =
    [
        new("trapezius", "Trapezius stretch") { Text = "Reach behind the back." },
        new("blades", "Shoulder blade squeeze")
        {
            Aliases = "Scapular retraction",
            Translations = new() { [Language.Da] = ("Sammenklemning af skulderbladene", "") },
        },
        new("side-plank", "Side plank"),
    ];

    [Theory]
    [InlineData("trapezeus", "trapezius")]
    [InlineData("tarpezius", "trapezius")] // transposed letters
    [InlineData("sholder blade squeze", "shoulder blade squeeze")]
    [InlineData("retractoin", "retraction")]
    [InlineData("Strech", "stretch")]
    [InlineData("trapez", "trapez*")] // a prefix before a respelling
    [InlineData("strech trapez", "stretch trapezius")]
    [InlineData("strech tr", "stretch tr*")] // a respelling and a prefix
    [InlineData("trapezius plank", "trapezius or plank")]
    [InlineData("trapezius", null)]
    [InlineData("behind", null)]
    [InlineData("behimd", null)] // occurs in no name
    [InlineData("xylophone", null)]
    [InlineData("plank -plank", null)]
    public async Task A_search_without_matches_is_corrected(string search, string? corrected) =>
        Assert.Equal(corrected, (await TestIndex.Of(Documents)).Search(search).CorrectedSearch);

    [Fact]
    public async Task A_word_is_corrected_to_one_of_the_language()
    {
        var catalogue = await TestIndex.Of(Documents);
        Assert.Equal("skulderbladene", catalogue.Search("skulderbladne", Language.Da).CorrectedSearch);
        Assert.Null(catalogue.Search("skulderbladne").CorrectedSearch);
        // Documents without a translation are found by English words.
        Assert.Equal("trapezius", catalogue.Search("trapezeus", Language.Da).CorrectedSearch);
    }

    [Fact]
    public async Task Words_vanish_with_their_documents_and_come_back_with_them()
    {
        var index = new TestIndex();
        foreach (var document in Documents)
            index.Put(document);
        var before = await index.Refresh();
        index.Remove("trapezius");
        var after = await index.Refresh();
        Assert.Equal("trapezius", before.Search("trapezeus").CorrectedSearch);
        Assert.Null(after.Search("trapezeus").CorrectedSearch);
        Assert.False(new Vocabulary(after, Language.En).Contains("trapezius"));
        Assert.True(new Vocabulary(before, Language.En).Contains("trapezius"));
        index.Put(Documents[0]);
        Assert.Equal("trapezius", (await index.Refresh()).Search("trapezeus").CorrectedSearch);
        index.Put(Documents[0] with { Name = "Neck stretch" });
        Assert.Null((await index.Refresh()).Search("trapezeus").CorrectedSearch);
    }

    [Fact]
    public async Task Of_two_words_that_are_as_similar_the_more_frequent_comes_first()
    {
        var catalogue = await TestIndex.Of(
            new TestDocument("a", "Blanks"), new TestDocument("b", "Planks"), new TestDocument("c", "Planks up"),
            new TestDocument("d", "Planks") { Collection = "techniques" });
        Assert.Equal(["planks", "blanks"], new Vocabulary(catalogue, Language.En).NameWordsLike("lanks", 2));
        Assert.Equal(["planks"], new Vocabulary(catalogue, Language.En).NameWordsLike("lanks", 1));
    }

    [Fact]
    public async Task A_form_of_a_word_and_a_stop_word_are_known()
    {
        var vocabulary = new Vocabulary(await TestIndex.Of(Documents), Language.Da);
        Assert.All(["stretching", "the", "og", "behind"], word => Assert.True(vocabulary.Contains(word)));
        Assert.All(["strech", "oj"], word => Assert.False(vocabulary.Contains(word)));
    }

    [Fact]
    public async Task Without_any_correction_similar_names_are_suggested()
    {
        // A word of another collection is not misspelt.
        var plan = new TestDocument("pain", "Pain") { Collection = "conditions", Text = "A plan for every kside." };
        var catalogue = await TestIndex.Of([.. Documents, plan]);
        var result = catalogue.Search("plan kside");
        Assert.Empty(result.Slugs);
        Assert.Equal(["Side plank"], result.DidYouMean);
    }

    [Theory]
    [InlineData("plank", "plank", 1)]
    [InlineData("plank", "Plank", 1)]
    [InlineData("plank", "row", 0)]
    [InlineData("plank", "", 0)]
    [InlineData("plank", "plank plank", 1)] // distinct trigrams
    [InlineData("plank", "planks", 0.625)] // 5 of 8
    public void Similarity_is_the_part_of_trigrams_in_both(string one, string other, double similarity)
    {
        Assert.Equal(similarity, new TrigramQuery(one).SimilarityTo(other), 3);
        Assert.Equal(similarity, new TrigramQuery(other).SimilarityTo(one), 3);
    }

    [Fact]
    public void A_long_text_is_compared_like_a_short_one()
    {
        var text = string.Join(' ', Enumerable.Range(0, 100).Select(number => $"plank{number % 5}"));
        Assert.Equal(new TrigramQuery("plank0 plank1 plank2 plank3 plank4").SimilarityTo("planks"), new TrigramQuery(text)
            .SimilarityTo("planks"));
        Assert.Equal(1, new TrigramQuery("plank0 plank1 plank2 plank3 plank4").SimilarityTo(text));
        Assert.Equal(1, new TrigramQuery("plank").ContainedIn(Trigrams.Of("a plank")));
    }

    [Fact]
    public void A_signature_never_underestimates_a_similarity()
    {
        var random = new Random(7);
        var texts = Enumerable.Range(0, 200)
            .Select(_ => new string(random.GetItems("abcdefghijklmnopqrstuvwxyz ".AsSpan(), random.Next(1, 60)))).ToList();
        foreach (var text in texts)
        {
            var query = new TrigramQuery(text);
            Assert.All(texts, other =>
            {
                var signature = Trigrams.Signature(Trigrams.Of(other));
                Assert.True(query.MaxSimilarityTo(signature) >= query.SimilarityTo(other));
                Assert.True(query.MaxCommon(signature) >= query.ContainedIn(Trigrams.Of(other)) * query.Count);
            });
        }
    }
}

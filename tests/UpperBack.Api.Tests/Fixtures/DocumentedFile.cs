namespace UpperBack.Api.Tests.Fixtures;

/// <summary>A file that a page of the documentation shows: a code block whose first line is a comment with its name.</summary>
internal static class DocumentedFile
{
    /// <summary>Its content.</summary>
    /// <param name="page">The page, in docs.</param>
    /// <param name="name">The name of the file.</param>
    public static string Read(string page, string name)
    {
        var blocks = File.ReadAllText(Path.Combine(Repository.Root, "docs", page)).Split("```").Where((_, index) => index % 2 == 1);
        return Assert.Single(blocks, block => block.Split('\n')[1] == $"# {name}").Split('\n', 2)[1];
    }
}

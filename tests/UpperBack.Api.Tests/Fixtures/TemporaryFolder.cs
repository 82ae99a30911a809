namespace UpperBack.Api.Tests.Fixtures;

/// <summary>A folder that is gone after the test. Not CreateTempSubdirectory: its folders are closed to the user that runs PostgreSQL for root.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"upperback-tests-{Guid.CreateVersion7():N}");

    /// <summary>Writes a file, and the folders that lead to it.</summary>
    public void Write(string relative, string text)
    {
        var file = System.IO.Path.Combine(Path, relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

namespace UpperBack.EmbeddedPostgres;

/// <summary>
/// Folders that take a while to fill: they get their final name when they are finished, so that an interrupted one is
/// never taken for a whole one.
/// </summary>
internal static class Unfinished
{
    /// <summary>
    /// A name to begin under. It is new each time: a program that outlived the process which started it may still be
    /// writing under the old one. What such runs have left is removed.
    /// </summary>
    public static async Task<string> NameAsync(string finished, CancellationToken ct)
    {
        foreach (var left in Directory.EnumerateDirectories(Path.GetDirectoryName(finished)!, Path.GetFileName(finished) + ".unfinished-*"))
            await RemoveAsync(left, ct);
        return $"{finished}.unfinished-{Guid.CreateVersion7():N}";
    }

    private static async Task RemoveAsync(string folder, CancellationToken ct)
    {
        for (var attempt = 0; attempt < 40 && Directory.Exists(folder); attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await Task.Delay(50, ct); // Somebody is still writing there.
            }
        }
    }
}

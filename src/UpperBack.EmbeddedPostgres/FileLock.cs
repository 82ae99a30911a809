namespace UpperBack.EmbeddedPostgres;

/// <summary>A lock between processes, which the system releases when its holder dies, however it dies.</summary>
internal static class FileLock
{
    // "Held by another" as Linux, macOS and Windows say it. Any other failure is a failure.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    public static async Task<FileStream> TakeAsync(string path, Action waiting, CancellationToken ct)
    {
        for (var first = true; ; first = false)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (HeldByAnother.Contains(e.HResult))
            {
                if (first)
                    waiting();
                await Task.Delay(50, ct);
            }
        }
    }
}

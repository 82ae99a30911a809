using System.Buffers;
using Npgsql;

namespace UpperBack.Store.Reading;

/// <summary>
/// Holds the bytes of stored documents between the database and the answer, several to a piece. Disposed, its memory is used
/// again for other answers.
/// </summary>
public sealed class BodyBuffer : IDisposable
{
    // Longer arrays live apart from others in memory, and are seldom cleaned up.
    private const int PieceBytes = 64 * 1024;

    private readonly List<byte[]> pieces = [];
    private int used;

    /// <summary>Copies a column of the current row.</summary>
    internal ReadOnlyMemory<byte> Read(NpgsqlDataReader row, int column)
    {
        using var stream = row.GetStream(column);
        var length = (int)stream.Length;
        if (pieces.Count == 0 || pieces[^1].Length - used < length)
        {
            pieces.Add(ArrayPool<byte>.Shared.Rent(Math.Max(length, PieceBytes)));
            used = 0;
        }

        var body = pieces[^1].AsMemory(used, length);
        stream.ReadExactly(body.Span);
        used += length;
        return body;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var piece in pieces)
            ArrayPool<byte>.Shared.Return(piece);
        pieces.Clear();
    }
}

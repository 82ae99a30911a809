using System.Buffers;
using Npgsql;

namespace UpperBack.Store.Reading;

/// <summary>Holds the bytes of stored documents between the database and the answer. Disposed, its memory is used again for other answers.</summary>
public sealed class BodyBuffer : IDisposable
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int length;

    /// <summary>Some of the bytes. Complete when everything has been read.</summary>
    internal ReadOnlyMemory<byte> this[Part part] => bytes.AsMemory(part.Start, part.Length);

    /// <summary>Copies a column of the current row.</summary>
    internal Part Read(NpgsqlDataReader row, int column)
    {
        using var stream = row.GetStream(column);
        var part = new Part(length, (int)stream.Length);
        if (bytes.Length < length + part.Length)
        {
            var longer = ArrayPool<byte>.Shared.Rent(Math.Max(length + part.Length, bytes.Length * 2));
            bytes.AsSpan(0, length).CopyTo(longer);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = longer;
        }

        stream.ReadExactly(bytes.AsSpan(part.Start, part.Length));
        length += part.Length;
        return part;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }

    /// <summary>Where the bytes of one document are.</summary>
    internal sealed record Part(int Start, int Length);
}

using System.Buffers.Binary;

namespace UpperBack.Search.Indexing;

/// <summary>
/// Where a term occurs in texts: for each document its id, the weight of the occurrences, and their positions, as variable-length
/// differences. One writer appends while readers read.
/// </summary>
internal sealed class PositionalPostings
{
    private byte[] data = new byte[16];
    private int length;
    private int last;

    /// <summary>Appends a document.</summary>
    /// <param name="docId">Its id, greater than those before.</param>
    /// <param name="impact">The weight of the term in the document; 65,535 is the greatest.</param>
    /// <param name="positions">The positions of the term in ascending order.</param>
    public void Add(int docId, ushort impact, ReadOnlySpan<int> positions)
    {
        Span<byte> packed = positions.Length <= 32 ? stackalloc byte[5 * 32] : new byte[5 * positions.Length];
        var (bytes, before) = (0, 0);
        foreach (var position in positions)
        {
            bytes += Write(packed[bytes..], position - before);
            before = position;
        }

        const int Head = 5 + 2 + 5;
        if (data.Length < length + Head + bytes)
        {
            var longer = new byte[Math.Max(length + Head + bytes, data.Length + data.Length / 2)];
            data.CopyTo(longer, 0);
            Volatile.Write(ref data, longer);
        }

        var end = length + Write(data.AsSpan(length), docId - last);
        BinaryPrimitives.WriteUInt16LittleEndian(data.AsSpan(end), impact);
        end += 2;
        end += Write(data.AsSpan(end), bytes);
        packed[..bytes].CopyTo(data.AsSpan(end));
        last = docId;
        Volatile.Write(ref length, end + bytes);
    }

    /// <summary>Releases unused capacity.</summary>
    public void Trim() => Volatile.Write(ref data, data[..length]);

    /// <summary>Reads the documents by ascending id.</summary>
    public Reader Read()
    {
        // The length is read first: the bytes that are read after it are at least as many.
        var end = Volatile.Read(ref length);
        return new(Volatile.Read(ref data).AsSpan(0, end));
    }

    private static int Write(Span<byte> target, int number)
    {
        var (rest, index) = ((uint)number, 0);
        for (; rest >= 0x80; rest >>= 7)
            target[index++] = (byte)(rest | 0x80);
        target[index++] = (byte)rest;
        return index;
    }

    private static int Read(ReadOnlySpan<byte> source, ref int index)
    {
        var (number, shift) = (0u, 0);
        byte next;
        do
        {
            next = source[index++];
            number |= (uint)(next & 0x7F) << shift;
            shift += 7;
        }
        while (next >= 0x80);
        return (int)number;
    }

    /// <summary>Reads one document after the other.</summary>
    public ref struct Reader(ReadOnlySpan<byte> data)
    {
        private readonly ReadOnlySpan<byte> data = data;
        private int next;
        private int positions;

        public int DocId { get; private set; }

        public ushort Impact { get; private set; }

        public bool MoveNext()
        {
            if (next >= data.Length)
                return false;
            DocId += PositionalPostings.Read(data, ref next);
            Impact = BinaryPrimitives.ReadUInt16LittleEndian(data[next..]);
            next += 2;
            var bytes = PositionalPostings.Read(data, ref next);
            positions = next;
            next += bytes;
            return true;
        }

        /// <summary>The positions in the current document.</summary>
        public readonly List<int> Positions()
        {
            var (read, index, position) = (new List<int>(), positions, 0);
            while (index < next)
                read.Add(position += PositionalPostings.Read(data, ref index));
            return read;
        }
    }
}

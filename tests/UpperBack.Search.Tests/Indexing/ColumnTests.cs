using UpperBack.Search.Indexing;

namespace UpperBack.Search.Tests.Indexing;

public sealed class ColumnTests
{
    [Fact]
    public void Values_are_found_where_they_were_set_and_defaults_elsewhere()
    {
        var column = new Column<int>();
        int[] indexes = [100_000, 0, 255, 256, 511, 512, 70_000];
        foreach (var index in indexes)
            column[index] = index + 1;
        Assert.All(indexes, index => Assert.Equal((index + 1, index + 1), (column[index], column.Find(index))));
        Assert.All([1, 254, 257, 99_999, 100_001, 1_000_000], index => Assert.Equal(0, column.Find(index)));
        Assert.Equal(indexes.Select(index => index + 1).Order(), column.Values.Where(value => value != 0));
        column[0] = 7;
        Assert.Equal(7, column[0]);
    }
}

namespace UpperBack.Content.Tests;

public sealed class FaultListTests
{
    [Fact]
    public void A_hundred_faults_are_kept_and_all_are_counted()
    {
        var faults = new FaultList<int>();
        faults.AddRange(Enumerable.Range(0, 250));
        Assert.Equal((100, 250, true), (faults.Count, faults.Total, faults.IsFull));
        Assert.Equal(Enumerable.Range(0, 100), faults);
    }

    [Fact]
    public void A_list_that_is_added_to_another_brings_its_number_along()
    {
        var (one, other) = (new FaultList<int>(), new FaultList<string>());
        one.AddRange(Enumerable.Range(0, 150));
        other.Add("first");
        other.AddRange(one.ConvertAll(number => $"{number}"));
        Assert.Equal((100, 151, "first"), (other.Count, other.Total, other[0]));
    }
}

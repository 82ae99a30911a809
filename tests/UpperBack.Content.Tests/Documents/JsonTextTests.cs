using System.Text;
using UpperBack.Content.Documents;

namespace UpperBack.Content.Tests.Documents;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("""{"name":"Mat","list":[1,{"a~/b":"é 💪 \ud83d\udcaa"}]}""")]
    [InlineData("\"text\"")]
    [InlineData("[]\n")]
    public void Text_has_no_fault(string json) => Assert.Null(JsonText.FaultIn(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("{\"name\":\"\\ud800\"}", "/name", "line 1, byte 9")]
    [InlineData("{\"name\":\"\\udc00x\"}", "/name", "line 1, byte 9")]
    [InlineData("{\"name\":\"a\\u0000b\"}", "/name", "line 1, byte 9")]
    [InlineData("{\n\"list\":[1,\n{\"a~/b\":[true,\"\\ud800\"]}]}", "/list/1/a~0~1b/1", "line 3, byte 15")]
    [InlineData("{\n  \"\\ud800\":1}", "", "line 2, byte 3")]
    [InlineData("[[],{},\"\\ud800\"]", "/2", "line 1, byte 8")]
    public void An_escape_that_is_no_character_is_named_with_its_place(string json, string pointer, string place)
    {
        var fault = JsonText.FaultIn(Encoding.UTF8.GetBytes(json));
        Assert.Equal(("invalid-text", pointer), (fault!.Code, fault.Pointer));
        Assert.Contains($"at {place} ", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_of_another_encoding_are_named_with_their_place()
    {
        var latin = Encoding.Latin1.GetBytes("{\"a\":1,\n\"name\":\"Matté\"}");
        Assert.Equal("This is not UTF-8 at line 2, byte 13. It may be Latin-1 or Windows-1252; save it as UTF-8.", JsonText.FaultIn(latin)!.Detail);
        Assert.Contains("at line 7, byte 13", JsonText.FaultIn(latin, firstLine: 6)!.Detail, StringComparison.Ordinal);
        Assert.Contains("UTF-16", JsonText.FaultIn([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{}")])!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\":1,\n}", "line 2, byte 1")]
    [InlineData("{\"a\":\"\n\"}", "line 1, byte 7")]
    [InlineData("", "line 1, byte 1")]
    [InlineData("{} {}", "line 1, byte 4")]
    public void Text_that_is_not_well_formed_is_named_with_its_place(string json, string place)
    {
        var fault = JsonText.FaultIn(Encoding.UTF8.GetBytes(json));
        Assert.Equal("malformed-json", fault!.Code);
        Assert.Contains(place, fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_taken_off()
    {
        byte[] text = [.. Encoding.UTF8.Preamble, (byte)'1'];
        Assert.Equal("1"u8.ToArray(), JsonText.WithoutMark(text).ToArray());
        Assert.Null(JsonText.FaultIn(JsonText.WithoutMark(text).Span));
    }
}

using GenAiCourse.Mathematics;
using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text;

public class OneHotEncoderTests
{
    private static readonly OneHotEncoder Encoder = new("the cat sat on the mat".Split(' '));

    [Fact]
    public void Encode_KnownWords_IsOneInTheirColumnAndDecodesBack()
    {
        string[] words = ["the", "mat", "cat"];

        var rows = Encoder.Encode(words);

        Assert.Equal(["cat", "mat", "on", "sat", "the"], Encoder.Words);
        Assert.Equal([[0, 0, 0, 0, 1], [0, 1, 0, 0, 0], [1, 0, 0, 0, 0]], rows.ToDense());
        Assert.Equal<string?[]>(words, Encoder.Decode(rows));
        Assert.Equal((3, -1), (Encoder.ColumnOf("sat"), Encoder.ColumnOf("dog")));
    }

    [Fact]
    public void Encode_AnUnknownWord_IsRefusedOrARowOfZeros()
    {
        var error = Assert.Throws<ArgumentException>(() => Encoder.Encode(["cat", "dog"]));

        Assert.Contains("\"dog\" at 1", error.Message, StringComparison.Ordinal);
        Assert.Equal<string?[]>(["cat", null], Encoder.Decode(Encoder.Encode(["cat", "dog"], skipUnknown: true)));
    }

    [Fact]
    public void Decode_Scores_TakesTheGreatest()
    {
        var scores = SparseMatrix.FromDense([[0.1, 0.2, 0.4, 0.2, 0.1], [-1, -3, -2, -0.5, -4]]);

        Assert.Equal<string?[]>(["on", "sat"], Encoder.Decode(scores));
        Assert.Throws<ArgumentException>(() => Encoder.Decode(SparseMatrix.FromDense([[1, 2]])));
    }

    [Fact]
    public void Constructor_NoWords_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new OneHotEncoder([]));
        Assert.Throws<ArgumentException>(() => new OneHotEncoder(["a", null!]));
    }
}

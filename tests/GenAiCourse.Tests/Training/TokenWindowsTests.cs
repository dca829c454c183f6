using GenAiCourse.Training;

namespace GenAiCourse.Tests.Training;

public class TokenWindowsTests
{
    [Fact]
    public void Draw_AnyWindow_HasTargetsOneTokenFurtherOn()
    {
        int[][] documents = [[1, 2, 3], [4, 5], [6, 7, 8, 9]];
        long[] row = [0, 1, 2, 3, 0, 4, 5, 0, 6, 7, 8, 9, 0];

        var (inputs, targets) = new TokenWindows(documents, end: 0, length: 4, seed: 2).Draw(20);

        Assert.Equal([20, 4], inputs.shape);
        for (var i = 0; i < 20; i++)
        {
            var (x, y) = (inputs[i].data<long>().ToArray(), targets[i].data<long>().ToArray());
            var start = Enumerable.Range(0, row.Length - 4).First(at => row.AsSpan(at, 4).SequenceEqual(x));
            Assert.Equal(row[(start + 1)..(start + 5)], y);
        }
    }

    [Fact]
    public void Constructor_TooFewTokens_SaysHowManyAreNeeded()
    {
        var error = Assert.Throws<ArgumentException>(() => new TokenWindows([[1, 2]], 0, 8, 1));
        Assert.Contains("more than 8 tokens, got 4", error.Message, StringComparison.Ordinal);
    }
}

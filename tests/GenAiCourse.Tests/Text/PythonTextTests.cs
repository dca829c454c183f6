using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text;

public class PythonTextTests
{
    [Fact]
    public void Lower_SigmasDotsAndPairs_AreAsInPython()
    {
        foreach (var pair in VectorizerData.Vectorizers.GetProperty("lower").EnumerateArray())
            Assert.Equal(pair[1].GetString(), PythonText.Lower(pair[0].GetString()!));
    }

    [Fact]
    public void Lower_HalfAPair_StaysAndDoesNotThrow() =>
        Assert.Equal("\ud835σ\udc00", PythonText.Lower("\ud835Σ\udc00"));
}

using GenAiCourse.Exercises;

namespace GenAiCourse.Tests.Exercises;

public class SolutionFileTests
{
    [Fact]
    public void Load_AllKinds_GivesEachSectionItsText()
    {
        var solutions = Load("""
            // what stands before the first section is for the reader
            //# hint sum
            // Add the
            // numbers.
            //# hint sum
            // Use a loop.
            //# solution sum
            int Sum(int a, int b) => a + b;
            //# wrong sum : subtracts
            int Sum(int a, int b) => a - b;

            //# solution other
            1
            """);

        Assert.Equal(["sum", "other"], solutions.Exercises);
        Assert.Equal(["Add the numbers.", "Use a loop."], solutions.Of("hint", "sum").Select(hint => hint.Text));
        Assert.Equal("int Sum(int a, int b) => a + b;", Assert.Single(solutions.Of("solution", "sum")).Text);
        Assert.Equal(("subtracts", "int Sum(int a, int b) => a - b;"),
            (solutions.Of("wrong", "sum")[0].Note, solutions.Of("wrong", "sum")[0].Text));
    }

    [Fact]
    public void Load_AnUnknownKind_NamesTheLine()
    {
        var error = Assert.Throws<InvalidDataException>(() => Load("//# hint a\n// x\n//# answer a\n1"));
        Assert.Contains("line 3", error.Message, StringComparison.Ordinal);
    }

    private static SolutionFile Load(string text)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        try
        {
            return SolutionFile.Load(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}

using System.Globalization;
using static TorchSharp.torch;

namespace GenAiCourse.Tests;

public class CourseTests
{
    [Fact]
    public void Start_TheSameSeed_GivesTheSameNumbersAndAnInvariantCulture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
        try
        {
            Course.Start("02", seed: 5);
            var first = rand(3).data<float>().ToArray();
            Course.Start("02", seed: 5);

            Assert.Equal(first, rand(3).data<float>().ToArray());
            Assert.Equal("1.5", $"{1.5}");
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (before, null);
        }
    }

    [Fact]
    public void Start_Shown_NamesBudgetAndSeedButNoMachine()
    {
        CourseStart start = Course.Start("36", seed: 7);
        var shown = start.ToString();

        Assert.All(start.Health, item => Assert.Contains($"{item.What}: ", shown, StringComparison.Ordinal));

        Assert.Contains("Notebook 36", shown, StringComparison.Ordinal);
        Assert.Contains("seed 7", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.MachineName, shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void FilePath_AFileOfTheCourse_IsFoundFromBelow()
    {
        Assert.True(File.Exists(Course.FilePath("data/README.md")));
        Assert.Throws<FileNotFoundException>(() => Course.FilePath("data/none"));
    }

    [Fact]
    public void Pick_ByBudget_TakesItsOwn()
    {
        var expected = Course.Budget switch { RunBudget.Ci => 1, RunBudget.Lesson => 2, _ => 3 };
        Assert.Equal(expected, Course.Pick(1, 2, 3));
    }
}

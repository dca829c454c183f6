using GenAiCourse.Statistics;
using static GenAiCourse.Tests.Statistics.TestFixture;

namespace GenAiCourse.Tests.Statistics;

public class GroupTestTests
{
    [Fact]
    public void EachTest_EachRow_EqualsScipy()
    {
        foreach (var row in Root.GetProperty("groups").EnumerateArray())
        {
            var groups = Groups(row);
            Same(row.GetProperty("anova"), GroupTest.Anova(groups), "anova");
            Same(row.GetProperty("bartlett"), GroupTest.Bartlett(groups), "bartlett");
            Same(row.GetProperty("levene_median"), GroupTest.Levene(groups), "levene");
        }
    }

    [Fact]
    public void Anova_OfTwoGroups_IsTheSquareOfT()
    {
        double[] x = [1, 2, 4, 8], y = [3, 5, 9];
        var t = TTest.TwoSample(x, y);
        var f = GroupTest.Anova(x, y);
        Near(t.Statistic * t.Statistic, f.Statistic, "F");
        Near(t.PValue, f.PValue, "p");
    }

    [Fact]
    public void EachTest_BadGroups_SaysSo()
    {
        Assert.Throws<ArgumentException>(() => GroupTest.Anova([1, 2]));
        Assert.Throws<ArgumentException>(() => GroupTest.Anova([1], [2]));
        Assert.Throws<ArgumentException>(() => GroupTest.Anova([1, 2], [double.NaN]));
        var constant = Assert.Throws<ArgumentException>(() => GroupTest.Bartlett([1, 2], [3, 3]));
        Assert.Contains("equal ones in group 1", constant.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => GroupTest.Levene([1, 2], []));
        Assert.Equal(new TestOutcome(double.PositiveInfinity, 0), GroupTest.Anova([1, 1], [2, 2]));
        Assert.Equal(new TestOutcome(double.NaN, double.NaN), GroupTest.Anova([1, 1], [1, 1]));
    }
}

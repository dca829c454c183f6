using GenAiCourse.Learning;

namespace GenAiCourse.Tests.Learning;

public class KNearestNeighborsTests
{
    [Fact]
    public void Fit_EachK_EqualsScikitLearn()
    {
        var block = LearningFixture.Fits.GetProperty("nearest");
        foreach (var row in block.GetProperty("neighbors").EnumerateArray())
        {
            var model = KNearestNeighbors.Fit(block.Table("x"), block.Integers("y"), row.GetProperty("k").GetInt32());

            Assert.Equal(row.Integers("predicted"), model.Predict(block.Table("test")));
            LearningFixture.Near(row.Table("probabilities"), model.PredictProbabilities(block.Table("test")), 1e-15);
        }
    }

    [Fact]
    public void Nearest_EqualDistances_EarlierRowIsNearer()
    {
        var model = KNearestNeighbors.Fit([[1], [-1], [1], [0.5]], [5, 6, 7, 8], neighbors: 3);

        Assert.Equal([(3, 0.5), (0, 1.0), (1, 1.0)], model.Nearest([0]));
        Assert.Equal(3, model.Neighbors);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(200)]
    public void Nearest_ManyTies_EqualsSortingAllRows(int neighbors)
    {
        var random = new Random(3);
        double[][] x = [.. Enumerable.Range(0, 200).Select(_ => new double[] { random.Next(5), random.Next(5) })];
        var model = KNearestNeighbors.Fit(x, [.. Enumerable.Range(0, 200)], neighbors);

        for (var query = 0; query < 20; query++)
        {
            double[] row = [random.Next(5), random.Next(5)];
            double Distance(int i) => Math.Sqrt(Math.Pow(x[i][0] - row[0], 2) + Math.Pow(x[i][1] - row[1], 2));
            Assert.Equal(
                Enumerable.Range(0, 200).OrderBy(Distance).ThenBy(i => i).Take(neighbors),
                model.Nearest(row).Select(neighbor => neighbor.Place));
        }
    }

    [Fact]
    public void Predict_EqualVotes_SmallestLabelWins() =>
        Assert.Equal(-3, KNearestNeighbors.Fit([[0], [1]], [4, -3], neighbors: 2).Predict([0.0]));

    [Fact]
    public void Fit_BadInput_SaysWhatWasExpected()
    {
        Says.Text("expected 1 to 2 neighbours", () => KNearestNeighbors.Fit([[1], [2]], [1, 2], 3));
        Says.Text("expected 2 labels", () => KNearestNeighbors.Fit([[1], [2]], [1], 1));
        Says.Text("got NaN in row 1, column 0", () => KNearestNeighbors.Fit([[1], [double.NaN]], [1, 2], 1));
        Says.Text("at least one row", () => KNearestNeighbors.Fit([], [], 1));
    }

    [Fact]
    public void Fit_RowsChangedAfterwards_KeepsItsOwn()
    {
        double[][] x = [[0], [10]];
        var model = KNearestNeighbors.Fit(x, [1, 2], 1);
        x[0][0] = 100;

        Assert.Equal(1, model.Predict([1.0]));
    }
}

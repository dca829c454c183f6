using GenAiCourse.Mathematics;
using Testing;

namespace GenAiCourse.Tests.Mathematics;

public class SparseMatrixTests
{
    // The example of Saad's section 3.4, with its row of five zeros added.
    private static readonly double[][] Example =
    [
        [1, 0, 0, 2, 0],
        [3, 4, 0, 5, 0],
        [6, 0, 7, 8, 9],
        [0, 0, 0, 0, 0],
        [0, 0, 10, 11, 0],
        [0, 0, 0, 0, 12],
    ];

    [Fact]
    public void Constructor_TheThreeArrays_AreTheDenseRows()
    {
        var matrix = new SparseMatrix(
            5,
            [0, 2, 5, 9, 9, 11, 12],
            [0, 3, 0, 1, 3, 0, 2, 3, 4, 2, 3, 4],
            [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

        Assert.Equal((6, 5, 12, 0.4), (matrix.Rows, matrix.Columns, matrix.Entries, matrix.Density));
        Assert.Equal(Example, matrix.ToDense());
    }

    [Fact]
    public void FromDense_ThenBack_IsTheSameAndKeepsNaN()
    {
        Assert.Equal(Example, SparseMatrix.FromDense(Example).ToDense());
        Assert.Equal(1, SparseMatrix.FromDense([[0, double.NaN]]).Entries);
        Assert.Equal([0, 2, 5, 9, 9, 11, 12], SparseMatrix.FromDense(Example).RowStarts.ToArray());
    }

    [Fact]
    public void Products_RandomMatrices_EqualThePlainLoops()
    {
        var random = new Random(3);
        for (var round = 0; round < 50; round++)
        {
            var (rows, columns) = (random.Next(1, 9), random.Next(1, 9));
            double[][] dense = [.. Enumerable.Range(0, rows).Select(_ => Numbers(random, columns, zeros: 0.6))];
            var (x, y) = (Numbers(random, columns, 0), Numbers(random, rows, 0));
            var matrix = SparseMatrix.FromDense(dense);

            Near.Equal([.. dense.Select(row => row.Zip(x, (a, b) => a * b).Sum())], matrix.Multiply(x), 1e-14);
            Near.Equal(
                [.. Enumerable.Range(0, columns).Select(c => dense.Select((row, r) => row[c] * y[r]).Sum())],
                matrix.TransposeMultiply(y),
                1e-14);
            Near.Equal(
                [.. Enumerable.Range(0, columns).Select(c => dense.Sum(row => row[c]))], matrix.ColumnSums(), 1e-14);
            Near.Equal([.. dense.Select(row => Math.Sqrt(row.Sum(v => v * v)))], matrix.RowNorms(), 1e-14);
            Near.Equal([.. dense.Select(row => row.Sum(Math.Abs))], matrix.RowNorms(RowNorm.L1), 1e-14);
            var other = random.Next(rows);
            Near.Equal(
                [dense[0].Zip(dense[other], (a, b) => a * b).Sum()], [matrix.RowProduct(0, matrix, other)], 1e-14);
        }
    }

    [Theory]
    [InlineData(RowNorm.L1, 15.0)]
    [InlineData(RowNorm.L2, 11.180339887498949)]
    [InlineData(RowNorm.None, 1.0)]
    public void NormalizeRows_EachNorm_DividesByItAndLeavesZeros(RowNorm norm, double divisor)
    {
        var matrix = SparseMatrix.FromDense([[-10, 0, 5], [0, 0, 0]]).NormalizeRows(norm);

        Near.Equal([-10 / divisor, 0, 5 / divisor], matrix.ToDense()[0], 1e-15);
        Assert.Equal([0, 0, 0], matrix.ToDense()[1]);
    }

    [Fact]
    public void Indexer_StoredAndNotStored_IsTheCell()
    {
        var matrix = SparseMatrix.FromDense(Example);

        for (var r = 0; r < matrix.Rows; r++)
            for (var c = 0; c < matrix.Columns; c++)
                Assert.Equal(Example[r][c], matrix[r, c]);
        Assert.Equal([0, 2, 3, 4], matrix.ColumnsOf(2).ToArray());
        Assert.Equal([6.0, 7, 8, 9], matrix.ValuesOf(2).ToArray());
    }

    [Fact]
    public void SelectRows_AnyOrder_RepeatsAndReorders()
    {
        var chosen = SparseMatrix.FromDense(Example).SelectRows([5, 3, 0, 5]);

        Assert.Equal([Example[5], Example[3], Example[0], Example[5]], chosen.ToDense());
    }

    [Fact]
    public void Empty_NoRows_HasNoCells()
    {
        var empty = SparseMatrix.FromDense([]);

        Assert.Equal((0, 0, 0, 0.0), (empty.Rows, empty.Columns, empty.Entries, empty.Density));
        Assert.Empty(empty.Multiply([]));
    }

    [Theory]
    [InlineData(new[] { 0, 1 }, new[] { 3 }, new[] { 1.0 }, "below 3")]
    [InlineData(new[] { 0, 2 }, new[] { 1, 1 }, new[] { 1.0, 2 }, "ascending columns")]
    [InlineData(new[] { 0, 2 }, new[] { 2, 1 }, new[] { 1.0, 2 }, "ascending columns")]
    [InlineData(new[] { 0, 2, 1 }, new[] { 1 }, new[] { 1.0 }, "ascending row starts")]
    [InlineData(new[] { 0, 2 }, new[] { 1 }, new[] { 1.0 }, "row starts")]
    [InlineData(new[] { 1, 1 }, new[] { 1 }, new[] { 1.0 }, "row starts")]
    [InlineData(new int[0], new int[0], new double[0], "row starts")]
    [InlineData(new[] { 0, 1 }, new[] { 1 }, new[] { 1.0, 2 }, "a value for each")]
    public void Constructor_ArraysThatMakeNoMatrix_AreRefused(int[] starts, int[] columns, double[] values, string says)
    {
        var error = Assert.Throws<ArgumentException>(() => new SparseMatrix(3, starts, columns, values));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Edges_WrongSizesAndPlaces_AreRefusedWithBothNumbers()
    {
        var matrix = SparseMatrix.FromDense(Example);

        Assert.Contains("expected 5 numbers", Refused(() => matrix.Multiply(new double[6])), StringComparison.Ordinal);
        Assert.Contains("expected 6", Refused(() => matrix.TransposeMultiply(new double[5])), StringComparison.Ordinal);
        Assert.Contains("row 1", Refused(() => SparseMatrix.FromDense([[1, 2], [1]])), StringComparison.Ordinal);
        Assert.Contains("below 6", Refused(() => matrix.ColumnsOf(6)), StringComparison.Ordinal);
        Assert.Contains("below 6", Refused(() => matrix.SelectRows([-1])), StringComparison.Ordinal);
        Assert.Contains("below 5", Refused(() => _ = matrix[0, 5]), StringComparison.Ordinal);
        Assert.Contains(
            "expected 5 columns",
            Refused(() => matrix.RowProduct(0, SparseMatrix.FromDense([[1]]), 0)),
            StringComparison.Ordinal);
    }

    private static string Refused(Action action) => Assert.ThrowsAny<ArgumentException>(action).Message;

    private static double[] Numbers(Random random, int count, double zeros) =>
        [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() < zeros ? 0 : random.NextDouble() - 0.5)];
}

namespace GenAiCourse.Mathematics;

/// <summary>A matrix [rows, columns] that keeps only the entries that are stored, row by row (CSR).</summary>
/// <remarks>
/// Compressed sparse rows: the entries of row r lie at [RowStarts[r], RowStarts[r + 1]) of the columns and the values,
/// in ascending order of the column, each column at most once. Memory is 12 bytes an entry and 4 a row, where a dense
/// row takes 8 a column. A stored zero is allowed and counts as an entry. Saad, 2003, Iterative Methods for Sparse
/// Linear Systems, section 3.4.
/// </remarks>
public sealed class SparseMatrix
{
    private readonly int[] _starts;
    private readonly int[] _columns;
    private readonly double[] _values;

    /// <summary>A matrix of the three arrays of the format, which are copied.</summary>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="rowStarts">Where each row begins, rows + 1 ascending numbers from 0 to the entries' number.</param>
    /// <param name="columnIndices">The column of each entry, ascending in each row.</param>
    /// <param name="values">The value of each entry.</param>
    /// <exception cref="ArgumentException">The arrays do not make a matrix; the message says where.</exception>
    public SparseMatrix(
        int columns,
        ReadOnlySpan<int> rowStarts,
        ReadOnlySpan<int> columnIndices,
        ReadOnlySpan<double> values)
        : this(rowStarts.ToArray(), columnIndices.ToArray(), values.ToArray(), columns) => Check();

    private SparseMatrix(int[] starts, int[] columnIndices, double[] values, int columns) =>
        (_starts, _columns, _values, Columns) = (starts, columnIndices, values, columns);

    /// <summary>The number of rows.</summary>
    public int Rows => _starts.Length - 1;

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>The number of stored entries.</summary>
    public int Entries => _columns.Length;

    /// <summary>Where each row begins among the entries, and the number of entries at the end.</summary>
    public ReadOnlySpan<int> RowStarts => _starts;

    /// <summary>The share of the matrix that is stored, 0 to 1; 0 for a matrix without cells.</summary>
    public double Density => Rows == 0 || Columns == 0 ? 0 : Entries / ((double)Rows * Columns);

    /// <summary>One value; 0 where none is stored. It takes a binary search in the row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cell lies outside the matrix.</exception>
    public double this[int row, int column]
    {
        get
        {
            if ((uint)column >= (uint)Columns)
                throw new ArgumentOutOfRangeException(
                    nameof(column), $"expected a column below {Columns}, got {column}");
            var at = ColumnsOf(row).BinarySearch(column);
            return at < 0 ? 0 : ValuesOf(row)[at];
        }
    }

    /// <summary>A matrix of dense rows; zeros are not stored, NaN is.</summary>
    /// <exception cref="ArgumentException">A row is null or shorter or longer than the first one.</exception>
    public static SparseMatrix FromDense(IReadOnlyList<double[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var width = rows.Count == 0 ? 0 : rows[0]?.Length ?? 0;
        var (starts, columns, values) = (new int[rows.Count + 1], new List<int>(), new List<double>());
        for (var r = 0; r < rows.Count; r++)
        {
            if (rows[r] is null || rows[r].Length != width)
                throw new ArgumentException(
                    $"expected {width} values in each row, got {rows[r]?.Length ?? 0} in row {r}", nameof(rows));
            for (var c = 0; c < width; c++)
            {
                if (rows[r][c] == 0) continue;
                columns.Add(c);
                values.Add(rows[r][c]);
            }
            starts[r + 1] = columns.Count;
        }
        return new SparseMatrix(starts, [.. columns], [.. values], width);
    }

    /// <summary>The columns of a row's entries, ascending.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<int> ColumnsOf(int row)
    {
        CheckRow(row);
        return _columns.AsSpan(_starts[row].._starts[row + 1]);
    }

    /// <summary>The values of a row's entries, in the order of their columns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<double> ValuesOf(int row)
    {
        CheckRow(row);
        return _values.AsSpan(_starts[row].._starts[row + 1]);
    }

    /// <summary>The product A·x: one number a row.</summary>
    /// <exception cref="ArgumentException"><paramref name="vector"/> has not one number a column.</exception>
    public double[] Multiply(ReadOnlySpan<double> vector)
    {
        if (vector.Length != Columns)
            throw new ArgumentException(
                $"expected {Columns} numbers, one a column, got {vector.Length}", nameof(vector));
        var product = new double[Rows];
        for (var r = 0; r < product.Length; r++)
        {
            var sum = 0.0;
            for (var i = _starts[r]; i < _starts[r + 1]; i++) sum += _values[i] * vector[_columns[i]];
            product[r] = sum;
        }
        return product;
    }

    /// <summary>The product Aᵀ·x: one number a column; Aᵀ is never made.</summary>
    /// <exception cref="ArgumentException"><paramref name="vector"/> has not one number a row.</exception>
    public double[] TransposeMultiply(ReadOnlySpan<double> vector)
    {
        if (vector.Length != Rows)
            throw new ArgumentException($"expected {Rows} numbers, one a row, got {vector.Length}", nameof(vector));
        var product = new double[Columns];
        for (var r = 0; r < Rows; r++)
            for (var i = _starts[r]; i < _starts[r + 1]; i++)
                product[_columns[i]] += _values[i] * vector[r];
        return product;
    }

    /// <summary>The product of two rows of this matrix and another: Σ aᵢ·bᵢ over the columns that both store.</summary>
    /// <exception cref="ArgumentException"><paramref name="other"/> has another number of columns.</exception>
    public double RowProduct(int row, SparseMatrix other, int otherRow)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Columns != Columns)
            throw new ArgumentException($"expected {Columns} columns, got {other.Columns}", nameof(other));
        var a = ColumnsOf(row);
        var b = other.ColumnsOf(otherRow);
        var x = ValuesOf(row);
        var y = other.ValuesOf(otherRow);
        var (sum, i, j) = (0.0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j]) sum += x[i++] * y[j++];
            else if (a[i] < b[j]) i++;
            else j++;
        }
        return sum;
    }

    /// <summary>Each row's norm: 0 of a row without entries, 1 everywhere for <see cref="RowNorm.None"/>.</summary>
    public double[] RowNorms(RowNorm norm = RowNorm.L2)
    {
        var norms = new double[Rows];
        for (var r = 0; r < norms.Length; r++)
        {
            var sum = 0.0;
            foreach (var value in ValuesOf(r)) sum += norm == RowNorm.L2 ? value * value : Math.Abs(value);
            norms[r] = norm switch { RowNorm.None => 1, RowNorm.L1 => sum, _ => Math.Sqrt(sum) };
        }
        return norms;
    }

    /// <summary>A matrix with each row divided by its norm; a row of norm 0 stays as it is.</summary>
    public SparseMatrix NormalizeRows(RowNorm norm = RowNorm.L2)
    {
        var values = (double[])_values.Clone();
        var norms = RowNorms(norm);
        for (var r = 0; r < norms.Length; r++)
            if (norms[r] > 0)
                for (var i = _starts[r]; i < _starts[r + 1]; i++)
                    values[i] /= norms[r];
        return new SparseMatrix(_starts, _columns, values, Columns);
    }

    /// <summary>The sum of each column.</summary>
    public double[] ColumnSums()
    {
        var sums = new double[Columns];
        for (var i = 0; i < _columns.Length; i++) sums[_columns[i]] += _values[i];
        return sums;
    }

    /// <summary>A matrix of some of the rows, in the order asked for; a row may come more than once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public SparseMatrix SelectRows(IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var starts = new int[rows.Count + 1];
        for (var r = 0; r < rows.Count; r++) starts[r + 1] = starts[r] + ColumnsOf(rows[r]).Length;
        var (columns, values) = (new int[starts[^1]], new double[starts[^1]]);
        for (var r = 0; r < rows.Count; r++)
        {
            ColumnsOf(rows[r]).CopyTo(columns.AsSpan(starts[r]));
            ValuesOf(rows[r]).CopyTo(values.AsSpan(starts[r]));
        }
        return new SparseMatrix(starts, columns, values, Columns);
    }

    /// <summary>The rows in full: Rows arrays of Columns numbers.</summary>
    public double[][] ToDense()
    {
        var dense = new double[Rows][];
        for (var r = 0; r < dense.Length; r++)
        {
            dense[r] = new double[Columns];
            for (var i = _starts[r]; i < _starts[r + 1]; i++) dense[r][_columns[i]] = _values[i];
        }
        return dense;
    }

    /// <summary>A matrix of arrays that the caller gives away and vouches for.</summary>
    internal static SparseMatrix Owning(int columns, int[] starts, int[] columnIndices, double[] values) =>
        new(starts, columnIndices, values, columns);

    private void CheckRow(int row)
    {
        if ((uint)row >= (uint)Rows)
            throw new ArgumentOutOfRangeException(nameof(row), $"expected a row below {Rows}, got {row}");
    }

    private void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Columns, "columns");
        if (_columns.Length != _values.Length)
            throw new ArgumentException(
                $"expected a value for each of {_columns.Length} columns, got {_values.Length}");
        if (_starts.Length == 0 || _starts[0] != 0 || _starts[^1] != _columns.Length)
            throw new ArgumentException($"expected row starts from 0 to {_columns.Length}, the number of entries");
        for (var r = 0; r < Rows; r++)
        {
            if (_starts[r + 1] < _starts[r] || _starts[r + 1] > _columns.Length)
                throw new ArgumentException($"expected ascending row starts, got {_starts[r + 1]} after {_starts[r]}");
            for (var i = _starts[r]; i < _starts[r + 1]; i++)
                if ((uint)_columns[i] >= (uint)Columns || (i > _starts[r] && _columns[i] <= _columns[i - 1]))
                    throw new ArgumentException(
                        $"expected ascending columns below {Columns} in row {r}, got {_columns[i]}");
        }
    }
}

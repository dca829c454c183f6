namespace TorchSharp;

public static partial class torch
{
    /// <summary>Where each value would be inserted into a sorted sequence: the first place, or the last.</summary>
    /// <param name="sorted_sequence">Ascending along the last dimension, [..., n] or [n].</param>
    /// <param name="values">Of the same leading dimensions, or of any shape for one sequence.</param>
    /// <param name="out_int32">Whether the result is Int32 instead of Int64.</param>
    /// <param name="right">Whether to go behind equal elements.</param>
    /// <param name="sorter">The order that sorts the sequence, if it is not sorted.</param>
    /// <exception cref="ArgumentException">The leading dimensions differ.</exception>
    public static Tensor searchsorted(Tensor sorted_sequence, Tensor values, bool out_int32 = false,
        bool right = false, Tensor? sorter = null)
    {
        if (sorter is not null) sorted_sequence = sorted_sequence.gather(-1, sorter);
        var (shape, n) = (values.Live().Shape_, (int)sorted_sequence.Live().Shape_[^1]);
        var single = sorted_sequence.Shape_.Length == 1;
        if (!single && !Shapes.Same(sorted_sequence.Shape_[..^1], shape[..^1]))
            throw new ArgumentException("torch.searchsorted(): boundaries tensor should be 1 dimension or the first " +
                "N-1 dimensions of boundaries tensor and input value tensor must match, but we got boundaries tensor " +
                $"{Shapes.Text(sorted_sequence.Shape_)} and input value tensor {Shapes.Text(shape)}");
        var edges = sorted_sequence.detach().@double().contiguous();
        var x = values.detach().@double().contiguous();
        var y = Tensor.New(ScalarType.Int64, shape);
        var width = single ? x.Count_ : shape[^1];
        for (var i = 0; i < x.Count_; i++)
            y.Elements<long>()[i] = Place(
                edges.Elements<double>().Slice((int)(i / width) * n, n), x.Elements<double>()[i], right);
        return out_int32 ? y.to_type(ScalarType.Int32) : y;
    }

    /// <inheritdoc cref="searchsorted(Tensor, Tensor, bool, bool, Tensor)"/>
    public static Tensor searchsorted(Tensor sorted_sequence, Scalar values, bool out_int32, bool right,
        Tensor sorter) => searchsorted(sorted_sequence, full([], values, ScalarType.Float64), out_int32, right, sorter);

    // How many elements are below the value; with right, at most the value. NaN counts as largest.
    private static int Place(ReadOnlySpan<double> sorted, double value, bool right)
    {
        var (from, to) = (0, sorted.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            var before = right ? !(sorted[middle] > value) : !(sorted[middle] >= value);
            if (before) from = middle + 1;
            else to = middle;
        }

        return from;
    }

    public partial class Tensor
    {
        /// <summary>The number of the interval between ascending boundaries that each element lies in.</summary>
        /// <param name="boundaries">Ascending, [n].</param>
        /// <param name="outInt32">Whether the result is Int32 instead of Int64.</param>
        /// <param name="right">Whether an element equal to a boundary belongs above it.</param>
        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false)
        {
            if (boundaries.Live().Shape_.Length != 1)
                throw new ArgumentException("boundaries tensor must be 1 dimension, but got dim(" +
                    $"{boundaries.Shape_.Length})");
            return searchsorted(boundaries, this, outInt32, right);
        }

        /// <summary>
        /// How many elements lie in each of some intervals of equal width; those outside count nowhere.
        /// </summary>
        /// <param name="bins">The number of intervals.</param>
        /// <param name="min">Where the first begins.</param>
        /// <param name="max">Where the last ends, included; if min = max, those of the elements are taken.</param>
        /// <exception cref="ArgumentException">There are no bins, or max is below min.</exception>
        public Tensor histc(long bins = 100, long min = 0, long max = 0)
        {
            if (bins <= 0) throw new ArgumentException("bins must be > 0");
            var x = detach().@double().reshape(-1);
            var (low, high) = ((double)min, (double)max);
            if (low == high && Count_ > 0)
                (low, high) = (x.min().item<double>(), x.max().item<double>());
            if (low == high) (low, high) = (low - 1, high + 1);
            if (!double.IsFinite(low) || !double.IsFinite(high))
                throw new ArgumentException($"range of [{low}, {high}] is not finite");
            if (low > high) throw new ArgumentException("max must be larger than min");
            var counts = zeros([bins], ScalarType.Float64);
            foreach (var value in x.contiguous().Elements<double>())
                if (value >= low && value <= high)
                    counts.Elements<double>()[(int)Math.Min(bins - 1, (value - low) / (high - low) * bins)]++;
            return counts.to_type(dtype);
        }

        /// <summary>The runs of equal neighbours: one of each, the run of each element, the runs' lengths.</summary>
        /// <param name="return_inverse">Has no effect; all three are always computed.</param>
        /// <param name="return_counts">Likewise.</param>
        /// <param name="dim">The dimension whose slices are compared; all elements in order if null.</param>
        public (Tensor output, Tensor inverse_indices, Tensor counts) unique_consecutive(
            bool return_inverse = false, bool return_counts = false, int? dim = null)
        {
            var d = dim is { } given ? Shapes.Dim(given, Live().Shape_.Length) : 0;
            var x = dim is null ? detach().reshape(-1) : detach();
            if (x.Shape_[d] == 0) return (clone(), zeros([0], ScalarType.Int64), zeros([0], ScalarType.Int64));
            var rows = x.movedim([d], [0]).reshape(x.Shape_[d], -1);
            var (output, group, counts) = Runs(rows);
            var inverse = dim is null ? group.view(Shape_) : group;
            return (x.index_select(d, output), inverse, counts);
        }

        // Where each run of equal rows begins, the run of each row, and how many rows each has.
        private static (Tensor First, Tensor Group, Tensor Counts) Runs(Tensor rows)
        {
            var n = rows.Shape_[0];
            var changes = rows.narrow(0, 1, n - 1).ne(rows.narrow(0, 0, n - 1)).any(1);
            var first = cat([ones([1], ScalarType.Bool), changes]);
            var group = first.cumsum(0).sub(1);
            return (first.nonzero().squeeze(1), group, group.bincount(null));
        }

        private (Tensor, Tensor, Tensor) UniqueSlices(int dim)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            var rows = detach().movedim([d], [0]).reshape(Shape_[d], -1).contiguous();
            var keys = rows.@double();
            var width = (int)rows.Shape_[1];
            var order = Enumerable.Range(0, (int)Shape_[d]).Select(i => (long)i).ToArray();
            System.Array.Sort(order, (a, b) => keys.Elements<double>().Slice((int)a * width, width)
                .SequenceCompareTo(keys.Elements<double>().Slice((int)b * width, width)) is var c && c != 0
                ? c : a.CompareTo(b));
            var places = tensor(order);
            var (first, group, counts) = Runs(rows.index_select(0, places));
            return (index_select(d, places.index_select(0, first)),
                torch.zeros_like(group).scatter(0, places, group), counts);
        }

        /// <summary>Whether each element is among others.</summary>
        /// <param name="test_elements">The others.</param>
        /// <param name="assumeUnique">Has no effect.</param>
        /// <param name="invert">Whether to tell which are not.</param>
        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false)
        {
            var set = new HashSet<double>(test_elements.detach().@double().contiguous().Elements<double>().ToArray());
            set.Remove(double.NaN);
            var x = detach().@double().contiguous();
            var y = NewLike(x, ScalarType.Bool);
            for (var i = 0; i < x.Count_; i++)
                y.Elements<bool>()[i] = set.Contains(x.Elements<double>()[i]) != invert;
            return y;
        }
    }
}

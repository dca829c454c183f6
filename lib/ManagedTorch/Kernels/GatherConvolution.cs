using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// A convolution as a matrix product whose right side is never stored: its panels are copied from the staged images
/// when they are needed.
/// </summary>
/// <remarks>
/// Every element is one chain of fused multiply-adds in the order (channel, tap), so the result does not depend on the
/// vectors or on the number of threads. Chetlur et al., 2014 ("cuDNN"), section 3.2: https://arxiv.org/abs/1410.0759
/// </remarks>
internal static unsafe class GatherConvolution<TSimd, TVector, T>
    where TSimd : struct, IGemmSimd<TVector, T>
    where TVector : struct
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostPanels = 4;
    private const int Tasks = 16;

    // Multiply-adds below which a second thread costs more than it brings.
    private const long ParallelWork = 1 << 18;

    private static int Width => 2 * TSimd.Width;

    // Depth of a packed block: a panel then takes 32 KiB.
    private static int MostDepth => 32 * 1024 / (Width * sizeof(T));

    /// <param name="plans">Plans of one staging, which together write every element of the target.</param>
    /// <param name="bias">One summand a target channel, or null.</param>
    public static void Run(GatherPlan[] plans, T* source, T* weight, T* bias, T* target)
    {
        if (plans.Length == 0) return;
        var (staging, channels) = (plans[0].Staging, plans[0].Batch * plans[0].Groups * plans[0].Channels);
        var direct = staging.IsIdentity;
        using var rented = new RentedArray<T>(direct ? 0 : (long)channels * staging.Area);
        fixed (T* memory = rented.Array)
        {
            var staged = direct ? source : RentedArray<T>.Aligned(memory);
            if (!direct) StagedImages<T>.Fill(staging, channels, source, staged);
            if (HasShortRows(plans)) RunInnermost(plans, staged, weight, bias, target);
            else foreach (var plan in plans) Run(plan, staged, weight, bias, target);
        }
    }

    // Of small images a panel would be many short runs; with the images innermost they are long ones.
    private static bool HasShortRows(GatherPlan[] plans) => typeof(T) == typeof(float)
        && plans.All(p => p.Grid[2] < 16 && p.Batch >= 32 && p.Rows >= 16 && p.Channels >= 16);

    private static void RunInnermost(GatherPlan[] plans, T* staged, T* weight, T* bias, T* target)
    {
        var (p, images) = (plans[0], plans[0].Batch);
        var (source, result) = (p.Groups * p.Channels * p.Staging.Area, p.Groups * p.Rows * p.TargetArea);
        using var turned = new RentedArray<T>((long)images * source);
        using var results = new RentedArray<T>((long)images * result);
        fixed (T* memory = turned.Array, other = results.Array)
        {
            T* x = RentedArray<T>.Aligned(memory), y = RentedArray<T>.Aligned(other);
            ChannelsLast.Matrix(images, source, staged, x);
            foreach (var plan in plans) Run(plan.WithImagesInnermost(), x, weight, bias, y);
            ChannelsLast.Matrix(result, images, y, target);
        }
    }

    private static void Run(GatherPlan p, T* staged, T* weight, T* bias, T* target)
    {
        if (p.Batch * p.Positions * p.Rows == 0) return;
        var rowPanels = Panels(p.Rows, TSimd.Rows);
        var packedGroup = (long)rowPanels * TSimd.Rows * p.Depth;
        using var rented = new RentedArray<T>(p.Groups * packedGroup);
        fixed (T* memory = rented.Array)
        {
            var packed = RentedArray<T>.Aligned(memory);
            var small = (long)p.Groups * p.Batch * p.Positions * p.Rows * p.Depth < ParallelWork;
            For(p.Groups * rowPanels, small, (start, end) =>
            {
                for (var i = start; i < end; i++)
                    PackWeights(p, i / rowPanels, i % rowPanels, weight, packed + i / rowPanels * packedGroup);
            });

            var panels = Panels(p.Batch * p.Positions, Width);
            var panelsPerTask = Math.Clamp(panels * p.Groups / Tasks, 1, MostPanels);
            var blocks = Panels(panels, panelsPerTask);
            // With few columns the rows are shared out too.
            var rowsPerTask = Panels(rowPanels, Math.Clamp(Tasks / (blocks * p.Groups), 1, rowPanels));
            var rowBlocks = Panels(rowPanels, rowsPerTask);
            For(p.Groups * blocks * rowBlocks, small, (start, end) =>
            {
                for (var i = start; i < end; i++)
                {
                    var (group, block) = (i / (blocks * rowBlocks), i / rowBlocks % blocks);
                    Block(p, new Task(group, block * panelsPerTask, Math.Min(panels, (block + 1) * panelsPerTask),
                        i % rowBlocks * rowsPerTask, Math.Min(rowPanels, (i % rowBlocks + 1) * rowsPerTask)),
                        staged, packed + group * packedGroup, bias, target);
                }
            });
        }
    }

    private static void For(int count, bool small, Action<int, int> body)
    {
        if (small) body(0, count);
        else Parallel.For(count, 1, body);
    }

    private static int Panels(int length, int size) => (length + size - 1) / size;

    // A row panel: for each (channel, tap) the weights of its rows side by side.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackWeights(GatherPlan p, int group, int rowPanel, T* weight, T* packed)
    {
        var row = rowPanel * TSimd.Rows;
        var rows = Math.Min(TSimd.Rows, p.Rows - row);
        var height = GemmTiles<TSimd, TVector, T>.Height(rows);
        packed += (long)row * p.Depth;
        if (rows < height) new Span<T>(packed, height * p.Depth).Clear();
        var taps = p.TapWeights;
        weight += (long)group * p.WeightSteps.Group + (long)row * p.WeightSteps.Row;
        for (var c = 0; c < p.Channels; c++, weight += p.WeightSteps.Channel, packed += taps.Length * height)
            for (var i = 0; i < rows; i++)
            {
                T* from = weight + (long)i * p.WeightSteps.Row, to = packed + i;
                for (var t = 0; t < taps.Length; t++, to += height) *to = from[taps[t]];
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block(GatherPlan p, Task task, T* staged, T* packed, T* bias, T* target)
    {
        var (depth, columns) = (Math.Min(p.Depth, MostDepth), (task.LastPanel - task.FirstPanel) * Width);
        GemmWorkspace<T>.Get(columns * depth, (task.LastRows - task.FirstRows) * TSimd.Rows * columns,
            out var panels, out var sums);
        var runs = stackalloc GatherRun[MostPanels * Width];
        var counts = stackalloc int[MostPanels];
        var list = new GatherRuns(p);
        var end = runs;
        for (var panel = task.FirstPanel; panel < task.LastPanel; panel++)
        {
            counts[panel - task.FirstPanel] = list.Fill(panel * Width, Width, end);
            end += counts[panel - task.FirstPanel];
        }

        if (p.Depth == 0) new Span<T>(sums, (task.LastRows - task.FirstRows) * TSimd.Rows * columns).Clear();
        staged += (long)task.Group * p.Channels * p.SourceArea;
        for (var k = 0; k < p.Depth; k += depth)
        {
            var length = Math.Min(depth, p.Depth - k);
            end = runs;
            for (var panel = 0; panel < task.LastPanel - task.FirstPanel; end += counts[panel++])
                GatherPacking<T>.Panel(p, k, length, staged, end, counts[panel], panels + panel * Width * depth, Width);
            for (var row = task.FirstRows; row < task.LastRows; row++)
            {
                var height = GemmTiles<TSimd, TVector, T>.Height(Math.Min(TSimd.Rows, p.Rows - row * TSimd.Rows));
                var a = packed + (long)row * TSimd.Rows * p.Depth + k * height;
                var c = sums + (row - task.FirstRows) * TSimd.Rows * columns;
                for (var column = 0; column < columns; column += Width)
                    GemmTiles<TSimd, TVector, T>.Run(
                        height, length, a, panels + column * depth, Width, c + column, columns, k > 0);
            }
        }
        Scatter(p, task, runs, counts, sums, columns, bias, target);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter(
        GatherPlan p, Task task, GatherRun* runs, int* counts, T* sums, int columns, T* bias, T* target)
    {
        var one = TSimd.Broadcast(T.One);
        var step = p.Unit > 1 ? 1 : p.TargetStep[2];
        for (var row = task.FirstRows * TSimd.Rows; row < Math.Min(p.Rows, task.LastRows * TSimd.Rows); row++)
        {
            var channel = task.Group * p.Rows + row;
            var b = bias is null ? T.Zero : bias[channel];
            var summands = TSimd.Broadcast(b);
            var run = runs;
            for (var panel = 0; panel < task.LastPanel - task.FirstPanel; panel++)
            {
                var from = sums + (row - task.FirstRows * TSimd.Rows) * columns + panel * Width;
                for (var last = run + counts[panel]; run < last; run++)
                {
                    T* source = from + run->Column, to = target + channel * (long)p.TargetArea + run->Target;
                    var (j, n) = (0, run->Length);
                    if (step == 1)
                        for (; j + TSimd.Width <= n; j += TSimd.Width)
                            TSimd.Store(to + j, TSimd.Fma(TSimd.Load(source + j), one, summands));
                    for (; j < n; j++) to[j * step] = source[j] + b;
                }
            }
        }
    }

    private readonly record struct Task(int Group, int FirstPanel, int LastPanel, int FirstRows, int LastRows);
}

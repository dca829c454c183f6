namespace TorchSharp.Kernels;

/// <summary>
/// A convolution as a gather: every position of a grid sums taps of a staged source and is written to its place in the
/// target. A convolution is one such grid; its transpose, one for each step of the stride.
/// </summary>
internal sealed class GatherPlan
{
    public required int Batch { get; init; }

    public required int Groups { get; init; }

    /// <summary>Channels of the source in a group.</summary>
    public required int Channels { get; init; }

    /// <summary>Channels of the target in a group.</summary>
    public required int Rows { get; init; }

    public required Staging Staging { get; init; }

    /// <summary>Depth, height and width of the grid.</summary>
    public required int[] Grid { get; init; }

    /// <summary>Depth, height and width of the target; a position's place in it is base + step · position.</summary>
    public required int[] Target { get; init; }

    public required int[] TargetStep { get; init; }

    public required int[] TargetBase { get; init; }

    /// <summary>Each tap's distance in the staged source from the position that reads it.</summary>
    public required int[] TapPlaces { get; init; }

    /// <summary>Each tap's place in the kernel.</summary>
    public required int[] TapWeights { get; init; }

    /// <summary>Elements of w from one group, target channel and source channel to the next.</summary>
    public required (int Group, int Row, int Channel) WeightSteps { get; init; }

    /// <summary>Elements of a position side by side: 1, or all images when they lie innermost.</summary>
    public int Unit { get; private init; } = 1;

    /// <summary>Elements of a channel of the staged source.</summary>
    public int SourceArea => Staging.Area * Unit;

    /// <summary>Length of each sum.</summary>
    public int Depth => Channels * TapPlaces.Length;

    public int Positions => ConvolutionShape.Area(Grid) * Unit;

    public int TargetArea => ConvolutionShape.Area(Target) * Unit;

    /// <summary>The same for images that lie innermost, [channels, position, images].</summary>
    public GatherPlan WithImagesInnermost() => new()
    {
        Batch = 1,
        Groups = Groups,
        Channels = Channels,
        Rows = Rows,
        Staging = Staging,
        Grid = Grid,
        Target = Target,
        TargetStep = TargetStep,
        TargetBase = TargetBase,
        TapPlaces = [.. TapPlaces.Select(place => place * Batch)],
        TapWeights = TapWeights,
        WeightSteps = WeightSteps,
        Unit = Batch,
    };

    /// <summary>x, w → y.</summary>
    public static GatherPlan Forward(ConvolutionShape s)
    {
        var staging = Staging.OfInput(s);
        var places = new int[s.Taps];
        for (var tap = 0; tap < places.Length; tap++)
        {
            var (z, y, x) = Split(tap, s.Kernel);
            places[tap] = staging.Place(z * s.Dilation[0], y * s.Dilation[1], x * s.Dilation[2]);
        }
        return new GatherPlan
        {
            Batch = s.Batch,
            Groups = s.Groups,
            Channels = s.Inputs,
            Rows = s.Outputs,
            Staging = staging,
            Grid = s.Output,
            Target = s.Output,
            TargetStep = [1, 1, 1],
            TargetBase = [0, 0, 0],
            TapPlaces = places,
            TapWeights = [.. Enumerable.Range(0, places.Length)],
            WeightSteps = (s.Outputs * s.Inputs * s.Taps, s.Inputs * s.Taps, s.Taps),
        };
    }

    /// <summary>y, w → x: one plan for each step of the stride, all of one staged source.</summary>
    public static GatherPlan[] Transposed(ConvolutionShape s)
    {
        var axes = new Axis[3];
        for (var d = 0; d < 3; d++) axes[d] = new Axis(s, d);
        var staging = new Staging(
            s.Output, [.. axes.Select(a => a.Size)], [1, 1, 1], [.. axes.Select(a => -a.First)]);
        var plans = new List<GatherPlan>();
        foreach (var z in axes[0].Phases)
            foreach (var y in axes[1].Phases)
                foreach (var x in axes[2].Phases) plans.Add(Transposed(s, staging, axes, z, y, x));
        return [.. plans];
    }

    private static GatherPlan Transposed(
        ConvolutionShape s, Staging staging, Axis[] axes, Phase z, Phase y, Phase x)
    {
        var (places, weights) = (new List<int>(), new List<int>());
        foreach (var (kz, rz) in z.Taps)
            foreach (var (ky, ry) in y.Taps)
                foreach (var (kx, rx) in x.Taps)
                {
                    places.Add(staging.Place(rz - axes[0].First, ry - axes[1].First, rx - axes[2].First));
                    weights.Add((kz * s.Kernel[1] + ky) * s.Kernel[2] + kx);
                }
        return new GatherPlan
        {
            Batch = s.Batch,
            Groups = s.Groups,
            Channels = s.Outputs,
            Rows = s.Inputs,
            Staging = staging,
            Grid = [z.Count, y.Count, x.Count],
            Target = s.Input,
            TargetStep = s.Stride,
            TargetBase = [z.Base, y.Base, x.Base],
            TapPlaces = [.. places],
            TapWeights = [.. weights],
            WeightSteps = (s.Outputs * s.Inputs * s.Taps, s.Taps, s.Inputs * s.Taps),
        };
    }

    private static (int Z, int Y, int X) Split(int tap, int[] kernel) =>
        (tap / (kernel[1] * kernel[2]), tap / kernel[2] % kernel[1], tap % kernel[2]);

    /// <summary>The elements Base, Base + stride, … of x and their taps (k, r): y[· + r]·w[k] is added.</summary>
    private sealed record Phase(int Base, int Count, (int Kernel, int Offset)[] Taps);

    private sealed class Axis
    {
        public Axis(ConvolutionShape s, int d)
        {
            var stride = s.Stride[d];
            for (var i = 0; i < Math.Min(stride, s.Input[d]); i++)
            {
                var taps = new List<(int, int)>();
                for (var k = 0; k < s.Kernel[d]; k++)
                {
                    var distance = i + s.Padding[d] - k * s.Dilation[d];
                    if (distance % stride == 0) taps.Add((k, distance / stride));
                }
                Phases.Add(new Phase(i, (s.Input[d] - i + stride - 1) / stride, [.. taps]));
            }
            var reads = Phases.SelectMany(p => p.Taps, (p, t) => (First: t.Offset, End: t.Offset + p.Count)).ToList();
            if (reads.Count == 0) return;
            First = reads.Min(r => r.First);
            Size = reads.Max(r => r.End) - First;
        }

        public List<Phase> Phases { get; } = [];

        /// <summary>The first element of y that is read; before its beginning if negative.</summary>
        public int First { get; }

        public int Size { get; } = 1;
    }
}

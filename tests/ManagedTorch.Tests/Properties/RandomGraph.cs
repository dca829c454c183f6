using static TorchSharp.torch;

namespace ManagedTorch.Tests.Properties;

/// <summary>
/// A computation drawn at random: leaves, then operations on whatever was computed before, so that values are shared,
/// seen through views, broadcast and reduced. It can be run again on other leaves.
/// </summary>
internal sealed class RandomGraph
{
    private static readonly Func<Tensor, Tensor>[] Unary =
    [
        x => x.tanh(), x => x.sigmoid(), x => x.sin(), x => x.mul(0.3).exp(), x => (x * x + 1).sqrt(),
        x => (x * x + 1).log(), x => -x, x => x * x.tanh(), x => nn.functional.silu(x), x => nn.functional.gelu(x),
        x => nn.functional.softplus(x), x => x.atan(), x => 1 / (x * x + 1), x => x.erf(), x => (x * x + 0.5).pow(0.7),
        x => x.log_sigmoid(), x => x.clone(), x => x.square(),
    ];

    // An operation on a value of at least one dimension, and one dimension of it.
    private static readonly Func<Tensor, long, Tensor>[] AlongDimension =
    [
        (x, d) => x.softmax(d), (x, d) => x.log_softmax(d), (x, d) => x.sum(dim: d),
        (x, d) => x.sum(dim: d, keepdim: true),
        (x, d) => x.mean([d]), (x, d) => x.logsumexp(d), (x, d) => x.cumsum(d), (x, d) => x.transpose(d, 0),
        (x, d) => x.flip(d), (x, d) => x.narrow(d, 0, (x.size((int)d) + 1) / 2),
        (x, d) => x.slice(d, 0, x.size((int)d), 2),
        (x, d) => x.select(d, x.size((int)d) - 1), (x, d) => x.unsqueeze(d), (x, d) => cat([x, x.tanh()], d),
        (x, d) => stack([x, x], d), (x, d) => x.unsqueeze(d).expand(Inserted(x, d)),
        (x, d) => x.index_select(d, tensor([0L, x.size((int)d) - 1, 0L])),
        (x, d) => x.var(d, unbiased: false, keepdim: true), (x, d) => x.roll(1, d),
    ];

    private static readonly Func<Tensor, Tensor, Tensor>[] Binary =
    [
        (a, b) => a + b, (a, b) => a - b, (a, b) => a * b.tanh(), (a, b) => a / (b * b + 1),
        (a, b) => where(a > 0, b, a), (a, b) => maximum(a, b), (a, b) => atan2(a, b * b + 0.5),
    ];

    private readonly List<Func<List<Tensor>, Tensor>> _steps = [];
    private readonly List<string> _words = [];

    public RandomGraph(Choices choices)
    {
        Leaves = [.. Enumerable.Range(0, choices.Between(1, 3)).Select(_ => Loops.Draw(choices, choices.Shape(3)))];
        var shapes = Leaves.Select(leaf => leaf.shape).ToList();
        for (var steps = choices.Between(1, 8); steps > 0 && choices.Any; steps--) Add(choices, shapes);
    }

    public Tensor[] Leaves { get; }

    /// <summary>A number that depends on everything that the graph computes.</summary>
    public Tensor Run(IEnumerable<Tensor> leaves)
    {
        var values = leaves.ToList();
        foreach (var step in _steps) values.Add(step(values));
        // Weights of many digits, so that no gradient cancels by symmetry.
        return values.Select((value, i) => (value * (arange(value.numel(), dtype: ScalarType.Float64) + i + 1).sin()
            .view(value.shape)).sum()).Aggregate((a, b) => a + b);
    }

    public override string ToString() => string.Join("; ", _words);

    private void Add(Choices choices, List<long[]> shapes)
    {
        var (first, second) = (choices.Next(shapes.Count), choices.Next(shapes.Count));
        var (a, b) = (shapes[first], shapes[second]);
        var (kind, which) = (choices.Next(4), choices.Next(1000));
        Func<List<Tensor>, Tensor> step;
        if (kind == 1 && a.Length > 0)
        {
            var dim = choices.Next(a.Length);
            step = values => AlongDimension[which % AlongDimension.Length](values[first], dim);
            _words.Add($"along {which % AlongDimension.Length} dimension {dim} of {first}");
        }
        else if (kind == 2 && Fit(a, b))
        {
            step = values => Binary[which % Binary.Length](values[first], values[second]);
            _words.Add($"binary {which % Binary.Length} of {first} and {second}");
        }
        else if (kind == 3 && a.Length >= 1 && b.Length >= 1)
        {
            // Bounded first: finite differences of a product of products are worth nothing.
            step = values =>
            {
                var (x, y) = (values[first].tanh().flatten(0, -1).unsqueeze(1),
                    values[second].sin().flatten(0, -1).unsqueeze(0));
                return which % 2 == 0 ? x.matmul(y) : x.sin().t().matmul(x).matmul(y);
            };
            if (a.Aggregate(1L, (p, q) => p * q) * b.Aggregate(1L, (p, q) => p * q) > 100) return;
            _words.Add($"product {which % 2} of {first} and {second}");
        }
        else
        {
            step = values => Unary[which % Unary.Length](values[first]);
            _words.Add($"unary {which % Unary.Length} of {first}");
        }
        using var mode = no_grad();
        var shape = step([.. shapes.Select(s => zeros(s, dtype: ScalarType.Float64))]).shape;
        if (shape.Aggregate(1L, (p, q) => p * q) > 200) return;
        shapes.Add(shape);
        _steps.Add(step);
    }

    private static bool Fit(long[] a, long[] b) => a.Reverse().Zip(b.Reverse())
        .All(pair => pair.First == pair.Second || pair.First == 1 || pair.Second == 1);

    private static long[] Inserted(Tensor x, long d) => [.. x.shape[..(int)d], 2, .. x.shape[(int)d..]];
}

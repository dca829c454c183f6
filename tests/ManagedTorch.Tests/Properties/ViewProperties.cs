using Testing;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Properties;

/// <summary>
/// Chains of views against a table of where each element comes from: a view must show, and write to, exactly those.
/// </summary>
public class ViewProperties
{
    [Fact]
    public void Views_OneAfterTheOther_ShowTheElementsTheyShould() =>
        Choices.Check(400, choices =>
        {
            var root = Loops.Draw(choices, choices.Shape(4, zero: true));
            var (view, table) = Chain(choices, root);
            Assert.Equal(table.Shape, view.shape);
            var values = Loops.Values(root);
            Near.Equal([.. table.Sources.Select(source => values[source])], Loops.Values(view), 0);
            Near.Equal(Loops.Values(view), Loops.Values(view.clone()), 0, "clone");
            Near.Equal(Loops.Values(view), Loops.Values(view.reshape(-1)), 0, "reshape");
        });

    [Fact]
    public void Write_ThroughAChainOfViews_ReachesTheRootsElements() =>
        Choices.Check(300, choices =>
        {
            var root = Loops.Draw(choices, choices.Shape(4));
            var (view, table) = Chain(choices, root, expand: false);
            var expected = Loops.Values(root);
            foreach (var source in table.Sources.Distinct()) expected[source] = (expected[source] * 3) + 1;

            view.mul_(3).add_(1);

            Near.Equal(expected, Loops.Values(root), 1e-15);
        });

    [Fact]
    public void Gradient_ThroughAChainOfViews_CountsHowOftenAnElementIsSeen() =>
        Choices.Check(300, choices =>
        {
            var root = Loops.Draw(choices, choices.Shape(4)).requires_grad_();
            var (view, table) = Chain(choices, root);
            var weights = Loops.Draw(choices, view.shape);
            var expected = new double[root.numel()];
            foreach (var (source, weight) in table.Sources.Zip(Loops.Values(weights))) expected[source] += weight;

            (view * weights).sum().backward();

            Near.Equal(expected, Loops.Values(root.grad!), 1e-13);
        });

    [Fact]
    public void Computation_OnAnyView_IsThatOnACopyOfIt() =>
        Choices.Check(300, choices =>
        {
            var (view, _) = Chain(choices, Loops.Draw(choices, choices.Shape(4)));
            var copy = tensor(Loops.Values(view), view.shape);
            Near.Equal(Loops.Values(copy.exp()), Loops.Values(view.exp()), 0, "exp");
            Near.Equal(Loops.Values(copy + copy), Loops.Values(view + copy), 0, "add");
            Near.Equal(Loops.Values(copy.sum()), Loops.Values(view.sum()), 1e-13, "sum");
            if (view.ndim == 0) return;
            var dim = choices.Next((int)view.ndim);
            Near.Equal(Loops.Values(copy.sum(dim: dim)), Loops.Values(view.sum(dim: dim)), 1e-13, $"sum({dim})");
            Near.Equal(Loops.Values(copy.softmax(dim)), Loops.Values(view.softmax(dim)), 1e-13, $"softmax({dim})");
            Near.Equal(Loops.Values(copy.cumsum(dim)), Loops.Values(view.cumsum(dim)), 1e-13, $"cumsum({dim})");
        });

    private static (Tensor View, Table Table) Chain(Choices choices, Tensor root, bool expand = true)
    {
        var all = Enumerable.Range(0, (int)root.numel()).Select(i => (long)i);
        var (view, table) = (root, new Table(root.shape, [.. all]));
        for (var steps = choices.Between(1, 6); steps > 0 && choices.Any; steps--)
            (view, table) = Step(choices, view, table, expand);
        return (view, table);
    }

    private static (Tensor, Table) Step(Choices choices, Tensor x, Table table, bool expand)
    {
        var (n, shape) = ((int)x.ndim, x.shape);
        var dim = choices.Next(Math.Max(1, n));
        var kind = choices.Next(8);
        if (kind == 0 || n == 0)
        {
            var at = choices.Next(n + 1);
            return (x.unsqueeze(at),
                table.Map([.. shape[..at], 1, .. shape[at..]], i => [.. i[..at], .. i[(at + 1)..]]));
        }
        var (size, last) = (shape[dim], choices.Next(n));
        switch (kind)
        {
            case 1:
                return (x.transpose(dim, last), table.Map(Swapped(shape), Swapped));
            case 2:
                var order = Enumerable.Range(0, n).OrderBy(_ => choices.Next(100)).Select(i => (long)i).ToArray();
                return (x.permute(order), table.Map([.. order.Select(o => shape[o])], i =>
                {
                    var source = new long[n];
                    foreach (var (place, from) in order.Index()) source[from] = i[place];
                    return source;
                }));
            case 3 when size > 0:
                var index = choices.Next((int)size);
                return (x.select(dim, index),
                    table.Map([.. shape[..dim], .. shape[(dim + 1)..]], i => [.. i[..dim], index, .. i[dim..]]));
            case 4:
                var (start, step) = ((long)choices.Next((int)size + 1), (long)choices.Between(1, 3));
                var stop = start + choices.Next((int)(size - start) + 1);
                return (x.slice(dim, start, stop, step),
                    table.Map(With((stop - start + step - 1) / step), i => Moved(i, at => start + (at * step))));
            case 5:
                return (x.narrow(dim, size / 2, size - (size / 2)),
                    table.Map(With(size - (size / 2)), i => Moved(i, at => at + (size / 2))));
            case 6 when expand:
                return (x.unsqueeze(dim).expand([.. shape[..dim], 3, .. shape[dim..]]),
                    table.Map([.. shape[..dim], 3, .. shape[dim..]], i => [.. i[..dim], .. i[(dim + 1)..]]));
            case 7 when n > 1 && dim < n - 1 && x.is_contiguous():
                var joined = shape[dim] * shape[dim + 1];
                var second = shape[dim + 1];
                return (x.flatten(dim, dim + 1), table.Map([.. shape[..dim], joined, .. shape[(dim + 2)..]],
                    i => [.. i[..dim], i[dim] / second, i[dim] % second, .. i[(dim + 1)..]]));
            default:
                return (x.view(x.is_contiguous() ? [x.numel()] : shape),
                    x.is_contiguous() ? table with { Shape = [x.numel()] } : table);
        }

        long[] Swapped(long[] items)
        {
            var swapped = (long[])items.Clone();
            (swapped[dim], swapped[last]) = (items[last], items[dim]);
            return swapped;
        }

        long[] With(long newSize) => [.. shape[..dim], newSize, .. shape[(dim + 1)..]];

        long[] Moved(long[] i, Func<long, long> move) => [.. i[..dim], move(i[dim]), .. i[(dim + 1)..]];
    }

    /// <summary>For each element of a view the root's element that it is.</summary>
    private sealed record Table(long[] Shape, long[] Sources)
    {
        public Table Map(long[] shape, Func<long[], long[]> source) =>
            new(shape, [.. Loops.Indices(shape).Select(index => Sources[Loops.Flat(source(index), Shape)])]);
    }
}

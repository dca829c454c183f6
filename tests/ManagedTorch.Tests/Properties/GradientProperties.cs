using static TorchSharp.torch;

namespace ManagedTorch.Tests.Properties;

/// <summary>Gradients of random graphs against central differences, in Float64.</summary>
public class GradientProperties
{
    private const double Step = 1e-5;

    [Fact]
    public void Gradient_OfARandomGraph_IsThatOfFiniteDifferences() =>
        Choices.Check(300, choices =>
        {
            var graph = new RandomGraph(choices);
            foreach (var leaf in graph.Leaves) leaf.requires_grad_();

            graph.Run(graph.Leaves).backward();

            var gradients = graph.Leaves.Select(leaf => Loops.Values(leaf.grad!)).ToArray();
            AssertDifferences(graph.Leaves, leaves => graph.Run(leaves).item<double>(), gradients, graph);
        });

    [Fact]
    public void SecondGradient_OfARandomGraph_IsThatOfFiniteDifferencesOfTheFirst() =>
        Choices.Check(150, choices =>
        {
            var graph = new RandomGraph(choices);
            var probes = graph.Leaves.Select(leaf => Loops.Draw(choices, leaf.shape)).ToArray();
            foreach (var leaf in graph.Leaves) leaf.requires_grad_();

            var slope = Slope(graph, graph.Leaves, probes, create: true);
            if (slope.requires_grad) slope.backward();      // else the graph is linear

            var gradients = graph.Leaves
                .Select(leaf => leaf.grad is null ? new double[leaf.numel()] : Loops.Values(leaf.grad)).ToArray();
            AssertDifferences(graph.Leaves, leaves =>
            {
                using var mode = enable_grad();
                return Slope(graph, [.. leaves.Select(leaf => leaf.detach().requires_grad_())], probes, create: false)
                    .item<double>();
            }, gradients, graph);
        });

    // The derivative of the graph's value in the direction of the probes.
    private static Tensor Slope(RandomGraph graph, Tensor[] leaves, Tensor[] probes, bool create)
    {
        var first = autograd.grad([graph.Run(leaves)], leaves, create_graph: create);
        return first.Zip(probes, (gradient, probe) => (gradient * probe).sum()).Aggregate((a, b) => a + b);
    }

    private static void AssertDifferences(
        Tensor[] leaves, Func<Tensor[], double> value, double[][] gradients, RandomGraph graph)
    {
        using var mode = no_grad();
        var largest = gradients.SelectMany(gradient => gradient).Append(0).Max(Math.Abs);
        for (var which = 0; which < leaves.Length; which++)
        {
            var values = Loops.Values(leaves[which]);
            for (var i = 0; i < values.Length; i++)
            {
                var expected = (At(Step) - At(-Step)) / (2 * Step);
                Assert.True(Math.Abs(expected - gradients[which][i]) <= 2e-6 * (1 + largest),
                    $"{graph}: gradient of leaf {which}[{i}]: expected {expected:g12}, got {gradients[which][i]:g12}");

                double At(double delta)
                {
                    var moved = (double[])values.Clone();
                    moved[i] += delta;
                    var arguments = (Tensor[])leaves.Clone();
                    arguments[which] = tensor(moved, leaves[which].shape);
                    return value(arguments);
                }
            }
        }
    }
}

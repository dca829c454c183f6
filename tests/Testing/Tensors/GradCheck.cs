using static TorchSharp.torch;

namespace Testing;

/// <summary>Compares an operation with a plain loop, and its gradient with finite differences.</summary>
internal static class GradCheck
{
    private const double Step = 1e-5;

    /// <param name="op">The operation under test, of Float64 tensors.</param>
    /// <param name="reference">
    /// A plain-loop version of it: elements in, elements out; null to check the gradient only.
    /// </param>
    /// <param name="shapes">The shape of each input; drawn from [-2, 2) with a fixed seed.</param>
    public static void Check(Func<Tensor[], Tensor> op, Func<double[][], double[]>? reference, params long[][] shapes)
    {
        var random = new Random(42);
        var inputs = shapes.Select(shape => Draw(random, shape).requires_grad_()).ToArray();
        var output = op(inputs);
        if (reference is not null)
            Near.Equal(reference([.. inputs.Select(Values)]), Values(output), 1e-12);

        var weights = Draw(random, output.shape);      // random, so that no gradient cancels by symmetry
        (output * weights).sum().backward();
        for (var i = 0; i < inputs.Length; i++)
            Near.Equal(Numeric(op, inputs, i, weights), Values(inputs[i].grad!), 1e-6, $"gradient of input {i}");
    }

    private static double[] Numeric(Func<Tensor[], Tensor> op, Tensor[] inputs, int which, Tensor weights)
    {
        using var _ = no_grad();
        var values = Values(inputs[which]);
        return [.. values.Select((_, i) => (At(i, Step) - At(i, -Step)) / (2 * Step))];

        double At(int i, double delta)
        {
            var moved = (double[])values.Clone();
            moved[i] += delta;
            var arguments = (Tensor[])inputs.Clone();
            arguments[which] = tensor(moved, inputs[which].shape);
            return (op(arguments) * weights).sum().item<double>();
        }
    }

    private static Tensor Draw(Random random, long[] shape)
    {
        var count = shape.Aggregate(1L, (a, b) => a * b);
        return tensor(Enumerable.Range(0, (int)count).Select(_ => (4 * random.NextDouble()) - 2).ToArray(), shape);
    }

    private static double[] Values(Tensor x) => x.detach().data<double>().ToArray();
}

using Testing;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Properties;

public class BroadcastingProperties
{
    private static readonly (string, Func<Tensor, Tensor, Tensor>, Func<double, double, double>)[] Binary =
    [
        ("add", (a, b) => a + b, (a, b) => a + b),
        ("sub", (a, b) => a - b, (a, b) => a - b),
        ("mul", (a, b) => a * b, (a, b) => a * b),
        ("div", (a, b) => a / b, (a, b) => a / b),
        ("maximum", maximum, Math.Max),
        ("atan2", atan2, Math.Atan2),
    ];

    [Fact]
    public void BinaryOperation_OfAnyTwoFittingShapes_IsTheLoopOverTheirCommonShape() =>
        Choices.Check(300, choices =>
        {
            var common = choices.Shape(4, zero: true);
            var (a, b) = (Operand(choices, common), Operand(choices, common));
            var (name, op, plain) = choices.Of(Binary);
            long[] shape = [.. Broadcast(a.shape, b.shape)];
            var (x, y) = (Loops.Broadcast(a, shape), Loops.Broadcast(b, shape));

            var result = op(a, b);

            Assert.Equal(shape, result.shape);
            Near.Equal([.. x.Zip(y, plain)], Loops.Values(result), 1e-15, name);
        });

    [Fact]
    public void GradientOfAProduct_OfAnyTwoFittingShapes_IsSummedBackToEachShape() =>
        Choices.Check(200, choices =>
        {
            var common = choices.Shape(3);
            var (a, b) = (Operand(choices, common).requires_grad_(), Operand(choices, common).requires_grad_());
            long[] shape = [.. Broadcast(a.shape, b.shape)];
            var weights = Loops.Draw(choices, shape);

            (a * b * weights).sum().backward();

            Assert.Equal(a.shape, a.grad!.shape);
            Near.Equal(Loops.SumTo(Product(b), shape, a.shape), Loops.Values(a.grad), 1e-13, "gradient of a");
            Near.Equal(Loops.SumTo(Product(a), shape, b.shape), Loops.Values(b.grad!), 1e-13, "gradient of b");

            double[] Product(Tensor other) =>
                [.. Loops.Broadcast(other, shape).Zip(Loops.Values(weights), (p, q) => p * q)];
        });

    [Fact]
    public void BinaryOperation_OfShapesThatDoNotFit_SaysWhere() =>
        Choices.Check(100, choices =>
        {
            var shape = choices.Shape(3);
            if (shape.Length == 0) return;
            var dim = choices.Next(shape.Length);
            var other = (long[])shape.Clone();
            (shape[dim], other[dim]) = (choices.Between(2, 3), 4);
            var error = Assert.ThrowsAny<Exception>(() => zeros(shape) + zeros(other));
            Assert.Equal($"The size of tensor a ({shape[dim]}) must match the size of tensor b (4) at non-singleton " +
                $"dimension {dim}", error.Message);
        });

    // The common shape with some sizes made 1 and some leading dimensions left out.
    private static Tensor Operand(Choices choices, long[] common)
    {
        var kept = common[choices.Next(common.Length + 1)..];
        return Loops.Draw(choices, [.. kept.Select(size => choices.Next(3) == 0 ? 1 : size)]);
    }

    private static IEnumerable<long> Broadcast(long[] a, long[] b)
    {
        var length = Math.Max(a.Length, b.Length);
        for (var i = 0; i < length; i++)
        {
            var (x, y) = (At(a), At(b));
            yield return x == 1 ? y : x;

            long At(long[] shape) => i - length + shape.Length is var j && j >= 0 ? shape[j] : 1;
        }
    }
}

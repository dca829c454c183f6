using GenAiCourse.Models;
using static TorchSharp.torch;

namespace GenAiCourse.Tests.Models;

public class MultilayerPerceptronTests
{
    [Fact]
    public void Forward_WithWeightsByHand_ComputesExclusiveOr()
    {
        // h = relu(x₁ + x₂), relu(x₁ + x₂ − 1); y = h₁ − 2 h₂ (Goodfellow, Bengio and Courville, 2016, section 6.1).
        var model = new MultilayerPerceptron([2, 2, 1], x => x.relu());
        model.load_state_dict(new Dictionary<string, Tensor>
        {
            ["layers.0.weight"] = tensor(new float[,] { { 1, 1 }, { 1, 1 } }),
            ["layers.0.bias"] = tensor(new float[] { 0, -1 }),
            ["layers.1.weight"] = tensor(new float[,] { { 1, -2 } }),
            ["layers.1.bias"] = tensor(new float[] { 0 }),
        });

        var y = model.call(tensor(new float[,] { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } }));

        Assert.Equal([0, 1, 1, 0], y.view(-1).data<float>().ToArray());
    }

    [Fact]
    public void Forward_WithoutNonlinearity_IsLinear()
    {
        manual_seed(1);
        var model = new MultilayerPerceptron([3, 4, 2], x => x);
        var (a, b) = (randn(1, 3), randn(1, 3));

        var apart = model.call(a + b) + model.call(zeros(1, 3)) - model.call(a) - model.call(b);

        Assert.True(apart.abs().max().item<float>() < 1e-5);
    }

    [Theory]
    [InlineData(new long[] { 3 })]
    [InlineData(new long[] { 3, 0, 2 })]
    public void Constructor_BadWidths_AreRefused(long[] widths) =>
        Assert.Throws<ArgumentException>(() => new MultilayerPerceptron(widths));
}

using Testing;
using TorchSharp;
using TorchSharp.Kernels;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Modules;

/// <summary>
/// RNN, LSTM and GRU beyond the cases of torch.json: first values, initial states, lengths, refusals, threads.
/// </summary>
public sealed class RecurrentTests
{
    [Fact]
    public void FirstValues_AfterManualSeed_ArePyTorchs()
    {
        manual_seed(3);
        var lstm = nn.LSTM(2, 2, 2, bidirectional: true);
        Near.Equal([0.0731228, -0.1525165, 0.1842144, 0.4450193, -0.4467201, -0.6421652, 0.072854, 0.4714341],
            Doubles(lstm.get_parameter("bias_hh_l1_reverse")!), 1e-6);
        manual_seed(3);
        Near.Equal([-0.3381673, 0.4315782, -0.510019, -0.6342014, -0.6128554, -0.3479568],
            Doubles(nn.GRUCell(2, 2).bias_hh!), 1e-6);
    }

    [Theory]
    [InlineData("Tanh", false)]
    [InlineData("Relu", true)]
    [InlineData("Lstm", false)]
    [InlineData("Lstm", true)]
    [InlineData("Gru", false)]
    [InlineData("Gru", true)]
    public void Gradient_OfSequencesOfSeveralLengths_IsRight(string name, bool reverse) =>
        GradCheck.Check(x => Run(name, reverse, x), null, Shapes(name));

    [Theory]
    [InlineData("Tanh", false)]
    [InlineData("Relu", true)]
    [InlineData("Lstm", true)]
    [InlineData("Gru", false)]
    public void Kernel_OfSequencesOfSeveralLengths_GivesWhatTheStepsGive(string name, bool reverse) =>
        GradCheck.Check(x => Run(name, reverse, x), values =>
        {
            var shapes = Shapes(name);
            var x = values.Select((v, i) => tensor(v, shapes[i])).ToArray();
            var y = RecurrentWords.Run(Kind(name), Steps(reverse), x[0], new(x[1], x[2], x[3], x[4]), x[5],
                x.Length > 6 ? x[6] : null);
            return y.data<double>().ToArray();
        }, Shapes(name));

    [Theory]
    [InlineData("Tanh", 290)]
    [InlineData("Lstm", 70)]
    [InlineData("Gru", 90)]
    public void Kernel_OfMoreUnitsThanABlockIsDeep_GivesTheGradientsOfTheSteps(string name, long hidden)
    {
        manual_seed(6);
        var rows = RecurrentLayer.Gates(Kind(name)) * hidden;
        long[][] shapes = [[9, 5], [rows, 5], [rows, hidden], [rows], [rows], [3, hidden], [3, hidden]];
        Tensor[] x = [.. shapes[..(name == "Lstm" ? 7 : 6)]
            .Select(shape => (randn(shape, ScalarType.Float64) * 0.1).detach().requires_grad_())];
        var fused = Run(name, false, x);
        var words = RecurrentWords.Run(Kind(name), Steps(false), x[0], new(x[1], x[2], x[3], x[4]), x[5],
            x.Length > 6 ? x[6] : null);
        Near.Equal(Doubles(words), Doubles(fused), 1e-12);
        var dy = randn(words.shape, ScalarType.Float64);
        foreach (var (expected, actual) in autograd.grad([words], x, [dy]).Zip(autograd.grad([fused], x, [dy])))
            Near.Equal(Doubles(expected), Doubles(actual), 1e-11);
    }

    [Theory]
    [InlineData("Tanh")]
    [InlineData("Lstm")]
    [InlineData("Gru")]
    public void Gradient_OfTheGradient_IsRight(string name) => GradCheck.Check(x =>
    {
        using var enabled = enable_grad();
        var input = x[0].requires_grad ? x[0] : x[0].detach().requires_grad_();
        var y = Run(name, false, [input, .. x[1..]]);
        return autograd.grad([(y * y).sum()], [input], create_graph: true)[0];
    }, null, Shapes(name));

    [Fact]
    public void Lstm_OfFloats_IsThatOfDoublesAndOfEveryNumberOfThreads()
    {
        var before = get_num_threads();
        try
        {
            manual_seed(2);
            var lstm = nn.LSTM(24, 75, 2, bidirectional: true);
            var x = randn(13, 29, 24);
            set_num_threads(1);
            var one = Train(lstm, x);
            foreach (var threads in new[] { 2, 3 })
            {
                set_num_threads(threads);
                Assert.Equal(one, Train(lstm, x));
            }
            var exact = Train(lstm.to(ScalarType.Float64), x.to(ScalarType.Float64));
            Near.Equal(exact, one, 2e-4);
        }
        finally
        {
            set_num_threads(before);
        }
    }

    [Fact]
    public void Gru_Unbatched_IsThatOfABatchOfOne()
    {
        var gru = nn.GRU(3, 4, bidirectional: true);
        var (x, h) = (randn(5, 3), randn(2, 4));
        var (y, last) = gru.call(x, h);
        var (batched, state) = gru.call(x.unsqueeze(1), h.unsqueeze(1));
        Assert.Equal([5L, 8], y.shape);
        Assert.Equal(Doubles(batched), Doubles(y));
        Assert.Equal(Doubles(state), Doubles(last));
    }

    [Fact]
    public void Dropout_BetweenLayers_WorksInTrainingOnly()
    {
        var rnn = nn.RNN(3, 16, 2, nn.NonLinearities.ReLU, dropout: 0.5);
        var x = randn(4, 2, 3);
        Assert.NotEqual(Doubles(rnn.call(x).Item1), Doubles(rnn.call(x).Item1));
        rnn.eval();
        Assert.Equal(Doubles(rnn.call(x).Item1), Doubles(rnn.call(x).Item1));
    }

    [Fact]
    public void Gates_OfFloats_AreRightToFloatRounding()
    {
        var x = arange(-30f, 30f, 0.001f);
        var rnn = nn.RNN(1, 1, bias: false);
        using (no_grad())
        {
            rnn.get_weight_ih(0).fill_(1);
            rnn.get_weight_hh(0).fill_(0);
        }
        var y = Doubles(rnn.call(x.view(1, -1, 1)).Item1);
        var exact = Doubles(x.to(ScalarType.Float64).tanh());
        for (var i = 0; i < y.Length; i++)
            Assert.True(Math.Abs(y[i] - exact[i]) <= 2.5e-7 * Math.Abs(exact[i]), $"{exact[i]}: got {y[i]}");
    }

    [Fact]
    public void Recurrent_WrongInputs_AreRefusedInPyTorchsWords()
    {
        Refuses("input.size(-1) must be equal to input_size. Expected 3, got 4",
            () => nn.LSTM(3, 4).call(randn(5, 2, 4)));
        Refuses("Expected hidden[1] size (1, 2, 4), got [1, 3, 4]",
            () => nn.LSTM(3, 4).call(randn(5, 2, 3), (randn(1, 2, 4), randn(1, 3, 4))));
        Refuses("Expected hidden size (1, 2, 4), got [1, 3, 4]",
            () => nn.GRU(3, 4).call(randn(5, 2, 3), randn(1, 3, 4)));
        Refuses("For unbatched 2-D input, hx should also be 2-D but got 3-D tensor",
            () => nn.GRU(3, 4).call(randn(5, 3), randn(1, 3, 4)));
        Refuses("Expected sequence length to be larger than 0 in RNN", () => nn.GRU(3, 4).call(zeros(0, 2, 3)));
        Refuses("Expected input to be 2-D or 3-D but received 4-D", () => nn.RNN(3, 4).call(randn(5, 2, 3, 1)));
        Refuses("mat1 and mat2 must have the same dtype",
            () => nn.RNN(3, 4).call(randn(5, 2, 3).to(ScalarType.Float64)));
        Refuses("input has inconsistent input_size: got 4 expected 3", () => nn.GRUCell(3, 4).forward(randn(2, 4)));
        Refuses("hidden0 has inconsistent hidden_size: got 5, expected 4",
            () => nn.GRUCell(3, 4).call(randn(2, 3), randn(2, 5)));
        Refuses("Input batch size 2 doesn't match hidden0 batch size 3",
            () => nn.LSTMCell(3, 4).call(randn(2, 3), (randn(3, 4), randn(2, 4))));
    }

    private static RecurrentKind Kind(string name) => Enum.Parse<RecurrentKind>(name);

    private static RecurrentSteps Steps(bool reverse) => new([3, 3, 2, 1], reverse);

    private static Tensor Run(string name, bool reverse, Tensor[] x) => RecurrentLayer.Run(Kind(name), Steps(reverse),
        x[0], new(x[1], x[2], x[3], x[4]), x[5], x.Length > 6 ? x[6] : null);

    private static long[][] Shapes(string name)
    {
        var rows = RecurrentLayer.Gates(Kind(name)) * 3;
        long[][] shapes = [[9, 2], [rows, 2], [rows, 3], [rows], [rows], [3, 3]];
        return name == "Lstm" ? [.. shapes, [3, 3]] : shapes;
    }

    private static double[] Train(LSTM lstm, Tensor x)
    {
        lstm.zero_grad();
        var (y, h, c) = lstm.call(x);
        ((y * y).sum() + (h * c).sum()).backward();
        return [.. lstm.parameters().SelectMany(p => Doubles(p.grad!)),
            .. Doubles(y)];
    }

    private static double[] Doubles(Tensor x) =>
        x.detach().contiguous().to(ScalarType.Float64).data<double>().ToArray();

    private static void Refuses(string message, Action action) => Assert.Contains(
        message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}

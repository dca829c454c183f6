using Testing;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace ManagedTorch.Tests.Modules;

public sealed class PackedSequenceTests
{
    [Fact]
    public void Pack_UnsortedSequences_ComesBackAsItWas()
    {
        Tensor[] sequences = [randn(2, 3), randn(4, 3), randn(1, 3)];
        var packed = pack_sequence(sequences, enforce_sorted: false);
        Assert.Equal([3L, 2, 1, 1], packed.batch_sizes.data<long>().ToArray());
        Assert.Equal([1L, 0, 2], packed.sorted_indices!.data<long>().ToArray());
        var (padded, lengths) = pad_packed_sequence(packed, batch_first: true, padding_value: 7, total_length: 5);
        Assert.Equal([2L, 4, 1], lengths.data<long>().ToArray());
        Assert.Equal([3L, 5, 3], padded.shape);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Values(sequences[i]), Values(padded[i, ..(int)sequences[i].shape[0]]));
            Assert.All(Values(padded[i, (int)sequences[i].shape[0]..]), v => Assert.Equal(7, v));
        }
    }

    [Fact]
    public void Recurrent_OfPackedSequences_IsThatOfEachSequenceAlone()
    {
        manual_seed(1);
        Tensor[] sequences = [randn(2, 3), randn(5, 3), randn(3, 3)];
        var h = randn(4, 3, 4);
        var c = randn(4, 3, 4);
        var lstm = nn.LSTM(3, 4, 2, bidirectional: true);
        var gru = nn.GRU(3, 4, 2, bidirectional: true);
        var packed = pack_sequence(sequences, enforce_sorted: false);
        var (output, state, cell) = lstm.call(packed, (h, c));
        var (other, last) = gru.call(packed, h);
        var (padded, _) = pad_packed_sequence(output);
        var (otherPadded, _) = pad_packed_sequence(other);
        for (var i = 0; i < 3; i++)
        {
            var n = (int)sequences[i].shape[0];
            Tensor Mine(Tensor states) => states.select(1, i);
            var (y, s, e) = lstm.call(sequences[i], (Mine(h), Mine(c)));
            Near.Equal(Values(y), Values(padded[..n, i]), 1e-6);
            Near.Equal(Values(s), Values(Mine(state)), 1e-6);
            Near.Equal(Values(e), Values(Mine(cell)), 1e-6);
            var (z, t) = gru.call(sequences[i], Mine(h));
            Near.Equal(Values(z), Values(otherPadded[..n, i]), 1e-6);
            Near.Equal(Values(t), Values(Mine(last)), 1e-6);
        }
    }

    [Fact]
    public void Pack_WrongLengths_AreRefusedInPyTorchsWords()
    {
        var x = randn(5, 2, 3);
        Refuses("must be sorted in decreasing order", () => pack_padded_sequence(x, tensor(new[] { 2L, 3 })));
        Refuses("Expected `len(lengths)` to be equal to batch_size, but got 1 (batch_size=2)",
            () => pack_padded_sequence(x, tensor(new[] { 3L })));
        Refuses("has to be greater than 0", () => pack_padded_sequence(x, tensor(new[] { 3L, 0 })));
    }

    private static double[] Values(Tensor x) =>
        x.detach().contiguous().to(ScalarType.Float64).data<double>().ToArray();

    private static void Refuses(string message, Action action) => Assert.Contains(
        message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}

using BenchmarkDotNet.Attributes;
using static TorchSharp.torch;

namespace Benchmarks;

/// <summary>Softmax over the last dimension of [rows, 512], against a plain loop over one array.</summary>
/// <remarks>Run: <c>dotnet run -c Release --project tests/Benchmarks -- --filter *Softmax*</c></remarks>
[MemoryDiagnoser]
public class SoftmaxBenchmark
{
    private const int Width = 512;
    private Tensor _x = zeros(1);
    private float[] _values = [];

    [Params(1, 64)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        manual_seed(42);
        _x = randn(Rows, Width);
        _values = [.. _x.data<float>()];
    }

    [Benchmark(Baseline = true)]
    public float[] PlainLoop()
    {
        var y = new float[_values.Length];
        for (var row = 0; row < Rows; row++)
        {
            var total = 0f;
            for (var i = row * Width; i < (row + 1) * Width; i++) total += y[i] = MathF.Exp(_values[i]);
            for (var i = row * Width; i < (row + 1) * Width; i++) y[i] /= total;
        }
        return y;
    }

    [Benchmark]
    public void Softmax() => _x.softmax(-1).Dispose();
}

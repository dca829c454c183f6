using BenchmarkDotNet.Attributes;
using GenAiCourse.Data;
using GenAiCourse.Text;

namespace Benchmarks;

/// <summary>Training a byte-pair encoding on two thousand documents, and encoding them with it.</summary>
/// <remarks>Run: <c>dotnet run -c Release --project tests/Benchmarks -- --filter *BytePair*</c></remarks>
[MemoryDiagnoser]
public class BytePairBenchmark
{
    private string[] _texts = [];
    private BytePairEncoding? _encoding;

    [GlobalSetup]
    public void Setup()
    {
        _texts = [.. Corpus.Load(2000).Documents.Select(document => document.Text)];
        _encoding = BytePairEncoding.Train(_texts, 1024);
    }

    [Benchmark]
    public BytePairEncoding Train() => BytePairEncoding.Train(_texts, 1024);

    [Benchmark]
    public int Encode() => _texts.Sum(text => _encoding!.Encode(text).Length);
}

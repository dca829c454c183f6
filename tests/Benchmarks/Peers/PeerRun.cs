using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TorchSharp;

namespace Benchmarks.Peers;

/// <summary>
/// Runs the same workloads as the PyTorch scripts beside this file's reference (same names, sizes and seeds) and prints
/// the same JSON lines, so that a ratio needs no translation.
/// </summary>
/// <remarks>
/// BENCH_THREADS (2), BENCH_SECONDS (10) and BENCH_MIN (7) mean what they mean there. Values go to stdout, spread and
/// losses to stderr.
/// </remarks>
internal static class PeerRun
{
    private const int MostRepetitions = 1000;

    private static readonly Dictionary<string, Action> Workloads = new()
    {
        ["chargpt_small"] = () => CharGptWorkload.Run("chargpt_small_train", CharGptSizes.Small),
        ["chargpt_medium"] = () => CharGptWorkload.Run("chargpt_medium_train", CharGptSizes.Medium),
        ["chargpt_small_memory"] = () => CharGptWorkload.RunMemory("chargpt_small_memory", CharGptSizes.Small),
        ["lstm"] = LstmWorkload.Run,
        ["matmul"] = MatmulWorkload.Run,
        ["eager_add"] = EagerAddWorkload.Run,
        ["mnist_cnn"] = MnistCnnWorkload.Run,
        ["ddpm_unet"] = DdpmUNetWorkload.Run,
        ["dcgan"] = DcganWorkload.Run,
        ["stem"] = StemmerWorkload.Run,
        ["text"] = TextWorkload.Run,
        ["tokenizers"] = TokenizerWorkload.Run,
    };

    /// <summary>Runs the named workloads, or all; 2 when a name is unknown.</summary>
    public static int Run(IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => !Workloads.ContainsKey(name)) is { } unknown)
        {
            Console.Error.WriteLine(
                $"unknown workload \"{unknown}\": expected one of {string.Join(", ", Workloads.Keys)}");
            return 2;
        }
        torch.set_num_threads((int)Setting("BENCH_THREADS", 2));
        foreach (var name in names.Count > 0 ? names : [.. Workloads.Keys]) Workloads[name]();
        return 0;
    }

    /// <summary>
    /// Repeats a step until the time is up, after three that do not count; the sorted durations in seconds.
    /// </summary>
    public static double[] Measure(Action step)
    {
        for (var i = 0; i < 3; i++) step();
        var (least, seconds) = ((int)Setting("BENCH_MIN", 7), Setting("BENCH_SECONDS", 10));
        var (times, start) = (new List<double>(), Stopwatch.GetTimestamp());
        while (times.Count < least
                || (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds && times.Count < MostRepetitions))
        {
            var begin = Stopwatch.GetTimestamp();
            step();
            times.Add(Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }
        return [.. times.Order()];
    }

    /// <summary>Prints a value as the peers do.</summary>
    public static void Report(string name, double value, string unit, double[] times, string note = "")
    {
        Console.WriteLine(JsonSerializer.Serialize(new { name, value = Math.Round(value, 3), unit }));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"# {name}: n={times.Length} best={times[0] * 1e3:f3} ms median={Median(times) * 1e3:f3} ms " +
            $"worst={times[^1] * 1e3:f3} ms {note}"));
    }

    /// <summary>The first losses, to compare with the peer's.</summary>
    public static string Losses(IEnumerable<double> losses, int count = 4) =>
        $"losses=[{string.Join(", ", losses.Take(count).Select(loss => FormattableString.Invariant($"{loss:f5}")))}]";

    public static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    private static double Setting(string name, double otherwise) =>
        double.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value)
            ? value
            : otherwise;
}

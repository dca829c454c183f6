namespace TorchSharp;

public static partial class torch
{
    /// <summary>How many threads an operation may use.</summary>
    public static int get_num_threads() => TorchSharp.Kernels.Parallel.Threads;

    /// <summary>Sets how many threads an operation may use; results do not depend on it.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="num"/> is below 1.</exception>
    public static void set_num_threads(int num) => TorchSharp.Kernels.Parallel.Threads = num;
}

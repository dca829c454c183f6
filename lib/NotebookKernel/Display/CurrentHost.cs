namespace NotebookKernel.Display;

/// <summary>The host of the cell that the calling code belongs to.</summary>
/// <remarks>Flows into tasks and threads, so that late output still reaches the cell that started it.</remarks>
public static class CurrentHost
{
    private static readonly AsyncLocal<IKernelHost?> Flowing = new();
    private static volatile IKernelHost? _latest;

    /// <summary>
    /// The host of the running cell; the latest one where no context flows; null before the first cell.
    /// </summary>
    public static IKernelHost? Value => Flowing.Value ?? _latest;

    /// <summary>Makes <paramref name="host"/> the host of everything the calling code does from here on.</summary>
    public static void Enter(IKernelHost host)
    {
        Flowing.Value = host;
        _latest = host;
    }

    /// <summary>The current host.</summary>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    internal static IKernelHost Required =>
        Value ?? throw new InvalidOperationException("expected a running notebook cell to display into, but none is");
}

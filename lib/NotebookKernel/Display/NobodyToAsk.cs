namespace NotebookKernel.Display;

/// <summary>What a cell is told that asks where nobody can answer.</summary>
internal static class NobodyToAsk
{
    /// <summary>The error of <see cref="IKernelHost.Input"/> in a notebook that runs by itself.</summary>
    public static NotSupportedException Error() => new(
        "expected somebody to answer, but this notebook runs unattended; give the cell a value instead of asking");
}

namespace TorchSharp;

/// <summary>
/// What is set per thread: gradient mode, the current dispose scope, counts. One look-up for an operation.
/// </summary>
internal sealed class ThreadContext
{
    [ThreadStatic]
    private static ThreadContext? _current;

    public static ThreadContext Current => _current ??= new ThreadContext();

    public bool GradEnabled { get; set; } = true;

    public bool InferenceMode { get; set; }

    /// <summary>
    /// Above zero while gradients are computed: what the graph saved may then be read although disposed.
    /// </summary>
    public int BackwardDepth { get; set; }

    public DisposeScope? Scope { get; set; }

    public ThreadDisposeScopeStatistics Statistics { get; } = new();
}

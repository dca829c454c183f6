namespace TorchSharp;

/// <summary>Calls back after each full garbage collection, on the finalizer's thread.</summary>
internal static class FullCollections
{
    private static event Action? Happened;

    private static int _seen;

    static FullCollections() => _ = new Sentinel();

    /// <summary>Calls <paramref name="action"/> after every full collection from now on.</summary>
    public static void Subscribe(Action action) => Happened += action;

    // Nothing refers to it, so every collection of its generation, in the end the oldest, finalizes it again.
    private sealed class Sentinel
    {
        ~Sentinel()
        {
            var count = GC.CollectionCount(GC.MaxGeneration);
            if (count != _seen)
            {
                _seen = count;
                Happened?.Invoke();
            }
            GC.ReRegisterForFinalize(this);
        }
    }
}

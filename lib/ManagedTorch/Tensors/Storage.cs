using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The elements that one tensor or several views of it look at.</summary>
/// <remarks>
/// Counts the tensors that look at it; when the last of them is disposed the memory may be used again. A tensor that is
/// never disposed is simply garbage collected, storage and all.
/// </remarks>
internal abstract class Storage(ScalarType type, int length)
{
    private int _references = 1;

    public ScalarType ScalarType { get; } = type;

    /// <summary>Elements.</summary>
    public int Length { get; } = length;

    /// <summary>Counts the writes in place, so that a gradient can tell that what it needs has changed.</summary>
    public int Version { get; set; }

    /// <summary>The tensors, not yet disposed, that look at this.</summary>
    public int References => _references;

    public abstract Device Device { get; }

    public void AddReference() => Interlocked.Increment(ref _references);

    public void Release()
    {
        if (Interlocked.Decrement(ref _references) == 0) Free();
    }

    /// <summary>Gives the memory back; nothing looks at it any more.</summary>
    protected abstract void Free();
}

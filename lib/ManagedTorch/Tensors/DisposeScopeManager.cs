namespace TorchSharp;

/// <summary>Counts of what was made and disposed, inside and outside of dispose scopes.</summary>
public class DisposeScopeManager
{
    /// <summary>The counts of the calling thread.</summary>
    public static ThreadDisposeScopeStatistics Statistics => ThreadContext.Current.Statistics;
}

/// <summary>The tensors that a thread made and disposed.</summary>
public class ThreadDisposeScopeStatistics
{
    /// <summary>Tensors made while no scope was open.</summary>
    public long CreatedOutsideScopeCount { get; private set; }

    /// <summary>Tensors disposed that were in no scope.</summary>
    public long DisposedOutsideScopeCount { get; private set; }

    /// <summary>Tensors made while a scope was open.</summary>
    public long CreatedInScopeCount { get; private set; }

    /// <summary>Tensors disposed that were in a scope.</summary>
    public long DisposedInScopeCount { get; private set; }

    /// <summary>Tensors taken out of a scope that nothing will dispose.</summary>
    public long DetachedFromScopeCount { get; private set; }

    /// <summary>Tensors made and not disposed. Those that were garbage collected still count.</summary>
    public long ThreadTotalLiveCount =>
        CreatedInScopeCount + CreatedOutsideScopeCount - DisposedInScopeCount - DisposedOutsideScopeCount;

    /// <summary>Sets every count to zero.</summary>
    public void Reset() =>
        CreatedOutsideScopeCount = DisposedOutsideScopeCount = CreatedInScopeCount =
            DisposedInScopeCount = DetachedFromScopeCount = 0;

    /// <inheritdoc/>
    public override string ToString() =>
        $"ThreadTotalLiveCount: {ThreadTotalLiveCount}; CreatedOutsideScopeCount: {CreatedOutsideScopeCount}; " +
        $"DisposedOutsideScopeCount: {DisposedOutsideScopeCount}; CreatedInScopeCount: {CreatedInScopeCount}; " +
        $"DisposedInScopeCount: {DisposedInScopeCount}; DetachedFromScopeCount: {DetachedFromScopeCount}";

    internal void Created(bool inScope)
    {
        if (inScope) CreatedInScopeCount++;
        else CreatedOutsideScopeCount++;
    }

    internal void Disposed(bool inScope)
    {
        if (inScope) DisposedInScopeCount++;
        else DisposedOutsideScopeCount++;
    }

    internal void Detached() => DetachedFromScopeCount++;
}

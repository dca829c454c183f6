using System.Buffers;

namespace GenAiCourse.Text;

/// <summary>Ids that are being collected, in an array that is borrowed and grows.</summary>
internal sealed class IdBuffer : IDisposable
{
    private int[] _ids;

    /// <param name="capacity">How many ids to expect.</param>
    public IdBuffer(int capacity) => _ids = ArrayPool<int>.Shared.Rent(Math.Max(16, capacity));

    /// <summary>How many ids there are.</summary>
    public int Count { get; private set; }

    /// <summary>What merging cost: look-ups of pairs and steps of the queue. For tests of its growth.</summary>
    public long MergeSteps { get; set; }

    /// <summary>The ids so far.</summary>
    public ReadOnlySpan<int> Ids => _ids.AsSpan(0, Count);

    /// <summary>Appends an id.</summary>
    public void Add(int id)
    {
        if (Count == _ids.Length) Grow(1);
        _ids[Count++] = id;
    }

    /// <summary>Appends several ids.</summary>
    public void Add(ReadOnlySpan<int> ids)
    {
        if (Count + ids.Length > _ids.Length) Grow(ids.Length);
        ids.CopyTo(_ids.AsSpan(Count));
        Count += ids.Length;
    }

    /// <summary>Gives the array back; the ids are gone.</summary>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_ids);
        (_ids, Count) = ([], 0);
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<int>.Shared.Rent(Math.Max(Count + more, (int)Math.Min(Array.MaxLength, 2L * Count)));
        Ids.CopyTo(larger);
        ArrayPool<int>.Shared.Return(_ids);
        _ids = larger;
    }
}

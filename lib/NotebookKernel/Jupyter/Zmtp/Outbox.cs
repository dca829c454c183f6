namespace NotebookKernel.Jupyter.Zmtp;

/// <summary>
/// Takes messages from any thread and hands them on, in order, on a thread of its own.
/// </summary>
/// <remarks>
/// A cell's thread may be aborted or interrupted at any instruction. Therefore such a thread takes no lock here: what
/// it does is one exchange of a reference, which happens or does not, and the locks of the sockets are taken by the
/// thread of the outbox alone.
/// </remarks>
internal sealed class Outbox<T> : IDisposable
{
    private const int StackSize = 256 << 10;
    private readonly AutoResetEvent _filled = new(false);
    private readonly Action<T> _deliver;
    private Node? _newest;
    private long _count;
    private long _bytes;
    private volatile bool _isClosed;

    /// <summary>Starts the thread.</summary>
    /// <param name="name">Of the thread.</param>
    /// <param name="deliver">Called with each message; must not throw.</param>
    public Outbox(string name, Action<T> deliver)
    {
        _deliver = deliver;
        new Thread(Deliver, StackSize) { IsBackground = true, Name = name }.Start();
    }

    /// <summary>True when every message posted so far has been handed on.</summary>
    public bool IsEmpty => _isClosed || Interlocked.Read(ref _count) == 0;

    /// <summary>The bytes of the messages that have not been handed on.</summary>
    public long QueuedBytes => _isClosed ? 0 : Interlocked.Read(ref _bytes);

    /// <summary>Adds a message; after <see cref="Dispose"/> it is dropped.</summary>
    public void Post(T item, long bytes)
    {
        if (_isClosed) return;
        var node = new Node(item, bytes);
        // An abort waits until a finally block has ended, and nothing in this one can be interrupted.
        try
        {
        }
        finally
        {
            Interlocked.Increment(ref _count);
            Interlocked.Add(ref _bytes, bytes);
            do node.Older = Volatile.Read(ref _newest);
            while (Interlocked.CompareExchange(ref _newest, node, node.Older) != node.Older);
            if (node.Older is null) Wake();
        }
    }

    /// <summary>Ends the thread when it has handed on what was posted before.</summary>
    public void Dispose()
    {
        _isClosed = true;
        Wake();
    }

    private void Wake()
    {
        try
        {
            _filled.Set();
        }
        catch (ObjectDisposedException)
        {
            // The thread has ended at the same moment, and the message comes too late.
        }
    }

    private void Deliver()
    {
        while (true)
        {
            _filled.WaitOne();
            for (var node = TakeAll(); node is not null; node = node.Newer)
            {
                _deliver(node.Item);
                Interlocked.Add(ref _bytes, -node.Bytes);
                Interlocked.Decrement(ref _count);
            }
            if (_isClosed) break;
        }
        _filled.Dispose();
    }

    // The oldest of what was posted; the others hang on it in their order.
    private Node? TakeAll()
    {
        var node = Interlocked.Exchange(ref _newest, null);
        while (node?.Older is { } older)
        {
            older.Newer = node;
            node = older;
        }
        return node;
    }

    private sealed class Node(T item, long bytes)
    {
        public T Item { get; } = item;

        public long Bytes { get; } = bytes;

        public Node? Older { get; set; }

        public Node? Newer { get; set; }
    }
}

using System.Collections.Concurrent;

namespace NotebookKernel.Scripting;

/// <summary>Brings what follows an <c>await</c> back to the cell's own thread, where it can be interrupted.</summary>
/// <remarks>
/// A cell may also block on a task (<c>.Result</c>, <c>.Wait()</c>), as it may in a console program. Its thread is then
/// not free to run what the task waits for; such continuations go to the thread pool after a moment.
/// </remarks>
internal sealed class CellSynchronizationContext : SynchronizationContext, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);
    private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly Thread _thread = Thread.CurrentThread;
    private readonly Timer _rescue;
    private volatile bool _isWaiting;
    private volatile bool _isClosed;

    public CellSynchronizationContext() => _rescue = new Timer(_ => Rescue());

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (_isClosed)
        {
            ThreadPool.QueueUserWorkItem(_ => d(state));        // the cell has ended; its tasks may go on
            return;
        }
        _queue.Enqueue((d, state));
        _arrived.Release();
        if (!_isWaiting) Schedule();
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs what arrives until the task has ended.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void RunUntilEnd(Task task, CancellationToken cancellationToken)
    {
        task.ContinueWith(
            _ => _arrived.Release(),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        while (!task.IsCompleted)
        {
            _isWaiting = true;
            _arrived.Wait(cancellationToken);
            _isWaiting = false;
            if (_queue.TryDequeue(out var item)) item.Callback(item.State);
        }
    }

    /// <summary>From here on continuations run on the thread pool.</summary>
    public void Dispose()
    {
        _isClosed = true;
        _rescue.Dispose();
        DrainToPool();
    }

    private void Schedule()
    {
        var isScheduled = false;
        try
        {
            isScheduled = _rescue.Change(Patience, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // As below.
        }
        if (!isScheduled) DrainToPool();                        // the cell has ended meanwhile
    }

    private void Rescue()
    {
        if (_queue.IsEmpty || _isClosed) return;
        if (!_isWaiting && (_thread.ThreadState & ThreadState.WaitSleepJoin) != 0) DrainToPool();
        if (!_queue.IsEmpty) Schedule();
    }

    private void DrainToPool()
    {
        while (_queue.TryDequeue(out var item)) ThreadPool.QueueUserWorkItem(_ => item.Callback(item.State));
    }
}

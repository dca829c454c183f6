using System.Runtime.ExceptionServices;

namespace TorchSharp.Kernels;

/// <summary>Splits a loop over the machine's cores.</summary>
/// <remarks>
/// The pool is the engine's own: the runtime's would compete with a notebook's tasks and grows only slowly. A piece
/// never
/// depends on which thread runs it, and no sum may be split here, so the number of threads cannot change a result.
/// </remarks>
internal static class Parallel
{
    // More pieces than threads, so that a core which is busy elsewhere holds up only a small piece.
    private const int PiecesPerThread = 8;

    private static readonly Lock Gate = new();
    // How often an idle worker looks for the next loop before it sleeps: some 40 microseconds. The loops of one
    // training step follow each other faster than a sleeping thread wakes.
    private const int Looks = 100;

    private static readonly SemaphoreSlim Wake = new(0);
    private static Job? _job;
    private static long _jobs;
    private static int _sleepers;
    private static int _workers;
    private static int _threads = Environment.ProcessorCount;

    [ThreadStatic]
    private static bool _inside;

    /// <summary>How many threads a loop may use, the caller's included; at least 1.</summary>
    public static int Threads
    {
        get => _threads;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _threads = value;
        }
    }

    /// <summary>
    /// Calls <paramref name="body"/> for half-open pieces that together cover [0, <paramref name="count"/>).
    /// </summary>
    /// <param name="grain">The least number of indices worth a piece of their own.</param>
    /// <remarks>
    /// Runs inline when the work is small, when it is called from inside another loop, and when another caller has the
    /// pool.
    /// The first exception that a piece throws reaches the caller, after all pieces have ended.
    /// </remarks>
    public static void For(int count, int grain, Action<int, int> body)
    {
        if (count <= 0) return;
        var threads = _threads;
        var most = count / Math.Max(1, grain);
        if (threads == 1 || most <= 1 || _inside || !Gate.TryEnter())
        {
            body(0, count);
            return;
        }
        try
        {
            Run(new Job(count, Math.Min(most, threads * PiecesPerThread), body), threads - 1);
        }
        finally
        {
            Gate.Exit();
        }
    }

    /// <summary>Elements above which an element-wise loop is shared out.</summary>
    public const int ManyElements = 32 * 1024;

    /// <summary>The same for the elements of an array, in pieces that begin at a multiple of 4096.</summary>
    /// <remarks>
    /// No piece is shorter than 4096 unless all of it is: the last elements are not left alone, where a loop would take
    /// its scalar path, so the number of threads shows in no bit.
    /// </remarks>
    public static void Elements(int count, Action<int, int> body)
    {
        if (count < ManyElements || _threads == 1) body(0, count);
        else For(count / 4096, 2, (start, end) => body(start * 4096, end == count / 4096 ? count : end * 4096));
    }

    private static void Run(Job job, int helpers)
    {
        for (; _workers < helpers; _workers++)
            new Thread(Work) { IsBackground = true, Name = $"tensor {_workers + 1}" }.Start();
        job.Number = ++_jobs;
        Interlocked.Exchange(ref _job, job);
        var sleepers = Math.Min(Volatile.Read(ref _sleepers), Math.Min(helpers, job.Pieces - 1));
        if (sleepers > 0) Wake.Release(sleepers);
        RunPieces(job);
        job.WaitUntilDone();
        Volatile.Write(ref _job, null);
        job.Error?.Throw();
    }

    private static void Work()
    {
        var seen = 0L;
        while (true)
        {
            if (Next(seen) is { } job)
            {
                seen = job.Number;
                RunPieces(job);
                continue;
            }
            // Whoever publishes a job after this sees a sleeper and wakes it; one published before is seen here.
            Interlocked.Increment(ref _sleepers);
            if (Volatile.Read(ref _job) is not { } missed || missed.Number == seen) Wake.Wait();
            Interlocked.Decrement(ref _sleepers);
        }
    }

    // A job that this worker has not had, or null after a while without one. A worker that comes late finds the job
    // finished or a newer one: both are fine, a job hands out each piece once.
    private static Job? Next(long seen)
    {
        for (var look = 0; look < Looks; look++)
        {
            if (Volatile.Read(ref _job) is { } job && job.Number != seen) return job;
            Thread.SpinWait(10);
        }
        return null;
    }

    private static void RunPieces(Job job)
    {
        _inside = true;
        try
        {
            while (job.RunNext()) { }
        }
        finally
        {
            _inside = false;
        }
    }

    private sealed class Job
    {
        private readonly int _count;
        private readonly Action<int, int> _body;
        private ExceptionDispatchInfo? _error;
        private int _next = -1;
        private int _left;

        public Job(int count, int pieces, Action<int, int> body)
        {
            (_count, Pieces, _body) = (count, pieces, body);
            _left = pieces;
        }

        public int Pieces { get; }

        public long Number { get; set; }

        public ExceptionDispatchInfo? Error => _error;

        public bool RunNext()
        {
            var piece = Interlocked.Increment(ref _next);
            if (piece >= Pieces) return false;
            try
            {
                _body((int)((long)_count * piece / Pieces), (int)((long)_count * (piece + 1) / Pieces));
            }
#pragma warning disable CA1031 // carried to the caller, whatever it is
            catch (Exception error)
            {
                Interlocked.CompareExchange(ref _error, ExceptionDispatchInfo.Capture(error), null);
            }
#pragma warning restore CA1031
            Interlocked.Decrement(ref _left);
            return true;
        }

        // Spins, then yields the core: what is left is at most one piece a thread, and shorter than a sleep.
        public void WaitUntilDone()
        {
            var wait = default(SpinWait);
            while (Volatile.Read(ref _left) > 0) wait.SpinOnce(sleep1Threshold: -1);
        }
    }
}

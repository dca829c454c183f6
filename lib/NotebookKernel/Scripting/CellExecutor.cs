using System.Globalization;
using System.Runtime;
using NotebookKernel.Directives;
using NotebookKernel.Display;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace NotebookKernel.Scripting;

/// <summary>Runs the cells of a session so that any of them can be interrupted.</summary>
/// <remarks>
/// Each cell has a thread of its own with a deep stack. An interrupt aborts managed code and wakes waits; what stops
/// for neither (a blocking native call) is abandoned after a grace period.
/// </remarks>
/// <param name="session">Where the cells run; one cell at a time, and one executor for all of them.</param>
/// <param name="grace">How long an interrupted cell may take to stop; null for 4 s.</param>
public sealed class CellExecutor(ScriptSession session, TimeSpan? grace = null)
{
    private const int StackBytes = 64 << 20;                    // deep recursion is a lesson, not an accident
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(50);
    private readonly SessionPackages _packages = new(session, new NuGetRestorer());
    private readonly TimeSpan _grace = grace ?? TimeSpan.FromSeconds(4);

    /// <summary>As the public one, with a place of its own where packages are remembered.</summary>
    internal CellExecutor(ScriptSession session, NuGetRestorer restorer)
        : this(session) => _packages = new SessionPackages(session, restorer);

    /// <summary>Runs one cell and shows the value of its last expression.</summary>
    /// <param name="code">The text of the cell.</param>
    /// <param name="cellNumber">1-based; names the cell in messages.</param>
    /// <param name="host">Where its output goes.</param>
    /// <param name="interrupt">Cancelled to stop the cell.</param>
    public async Task<SubmissionResult> ExecuteAsync(
        string code, int cellNumber, IKernelHost host, CancellationToken interrupt = default)
    {
        using var output = new BufferedHost(host);
        var abort = new CancellationTokenSource();              // not disposed: an interrupt may still be at work on it
        var run = new Run(session, _packages, code, cellNumber, output, abort.Token);
        var thread = new Thread(run.Execute, StackBytes)
        {
            IsBackground = true,
            Name = string.Create(CultureInfo.InvariantCulture, $"cell {cellNumber}"),
        };
        thread.Start();
        var interrupter = new Thread(() => Interrupt(run, thread, abort)) { IsBackground = true };
        using (interrupt.UnsafeRegister(_ => interrupter.Start(), null))
        {
            var result = await run.Result.ConfigureAwait(false);
            output.Flush();
            return result;
        }
    }

    private void Interrupt(Run run, Thread thread, CancellationTokenSource abort)
    {
        // Aborts running managed code and ends an idle await; blocks while the thread waits, so not from here.
        new Thread(abort.Cancel) { IsBackground = true }.Start();
        for (var waited = TimeSpan.Zero; waited < _grace; waited += Retry)
        {
            if (run.Result.Wait(Retry)) return;
            run.WakeFromWait(thread);
        }
        run.Abandon();
    }

    /// <summary>One cell on its way through its thread.</summary>
    private sealed class Run(
        ScriptSession session,
        SessionPackages packages,
        string code,
        int cellNumber,
        IKernelHost host,
        CancellationToken abort)
    {
        private readonly TaskCompletionSource<SubmissionResult> _result =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock _phase = new();
        private bool _runsUserCode;

        public Task<SubmissionResult> Result => _result.Task;

        public void Execute()
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            CurrentHost.Enter(host);
#pragma warning disable CA1031 // whatever a learner's cell throws is a result to show, not a failure of the kernel
            try
            {
                _result.TrySetResult(CompileAndRun());
            }
            catch (Exception) when (abort.IsCancellationRequested)
            {
                _result.TrySetResult(new SubmissionResult.Cancelled());
            }
            catch (Exception error)
            {
                _result.TrySetResult(new SubmissionResult.Threw(error, ExceptionTrace.Of(error)));
            }
#pragma warning restore CA1031
        }

        public void Abandon() => _result.TrySetResult(new SubmissionResult.Cancelled(IsAbandoned: true));

        /// <summary>Ends a wait of the cell's own code; never one of the compiler's.</summary>
        public void WakeFromWait(Thread thread)
        {
            lock (_phase)
                if (_runsUserCode && (thread.ThreadState & ThreadState.WaitSleepJoin) != 0)
                    thread.Interrupt();
        }

        private SubmissionResult CompileAndRun()
        {
            var time = Stopwatch.StartNew();
            CellPlan plan;
            try
            {
                plan = CellPlanner.Plan(code, cellNumber, session.Folder);
                packages.Install(plan, abort);
            }
            catch (DirectiveException error)
            {
                return error.Result;
            }
            SubmissionResult result = new SubmissionResult.Ran(null, HasValue: false);
            for (var i = 0; i < plan.Parts.Count && result is SubmissionResult.Ran; i++)
                result = Step(plan.Parts[i], isLast: i == plan.Parts.Count - 1);
            if (plan.IsTimed) CellFunctions.display(PartDisplay.WallTime(time.Elapsed));
            return result;
        }

        private SubmissionResult Step(CellPart part, bool isLast)
        {
            if (part is not CellPart.Code own)
                return Fenced(() =>
                {
                    PartDisplay.Show(part, session.Variables);
                    return new SubmissionResult.Ran(null, HasValue: false);
                });
            if (session.TryCompile(own.Text, own.File, out var compiled, abort) is { } errors)
                return OtherKernels.Advise(errors);
            var result = Fenced(() => RunToEnd(compiled!, isLast));
            return result is SubmissionResult.Threw threw && own.Import is { } import
                ? threw with { Trace = threw.Trace.Through(import.Name, import.Argument, cellNumber, import.Line) }
                : result;
        }

        // Here an interrupt may stop the thread at any instruction.
        private SubmissionResult Fenced(Func<SubmissionResult> step)
        {
            SubmissionResult? result = null;
            lock (_phase) _runsUserCode = true;
            try
            {
                ControlledExecution.Run(() => result = step(), abort);
            }
            finally
            {
                lock (_phase) _runsUserCode = false;
            }
            return result is SubmissionResult.Threw && abort.IsCancellationRequested
                ? new SubmissionResult.Cancelled()
                : result!;
        }

        private SubmissionResult RunToEnd(ScriptSession.CompiledCell compiled, bool isLast)
        {
            using var context = new CellSynchronizationContext();
            SynchronizationContext.SetSynchronizationContext(context);
            var task = session.RunAsync(compiled, abort);
            context.RunUntilEnd(task, abort);
            var result = task.GetAwaiter().GetResult();
            if (result is not SubmissionResult.Ran { HasValue: true } ran) return result;
            // Formatting can run the cell's own code (lazy sequences, ToString), so it belongs inside the fence.
            var bundle = Formatter.Format(ran.Value);
            if (isLast) host.ShowResult(bundle);
            else host.Display(bundle, displayId: null);         // a cell has one result; this is on the way to it
            return result;
        }
    }
}

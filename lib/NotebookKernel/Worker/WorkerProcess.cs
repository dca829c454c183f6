using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using NotebookKernel.Scripting;

namespace NotebookKernel.Worker;

/// <summary>
/// The process in which one notebook runs: reads cells from standard input, writes their output to standard output.
/// </summary>
/// <remarks>Ends when standard input does, so that it never outlives the process that started it.</remarks>
internal sealed class WorkerProcess : IDisposable
{
    private const int OutboxLines = 512;
    private readonly BlockingCollection<string> _outbox = new(OutboxLines);
    private readonly BlockingCollection<string?> _replies = [];
    private readonly ScriptSession _session = new(Environment.CurrentDirectory);
    private readonly CellExecutor _executor;
    private readonly DependencyGraph _graph = new();
    private volatile CancellationTokenSource? _running;
    private volatile bool _hasWork;

    private WorkerProcess() => _executor = new CellExecutor(_session);

    /// <summary>Serves until standard input ends.</summary>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync()
    {
        var (input, output) = StandardStreams.Take();
        StandardStreams.DisableCoreFiles();
        CellProcess.Prepare();
        // The terminal sends Ctrl+C to the whole group; whether the worker ends is for its owner to say.
        using var ignored = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);

        using var worker = new WorkerProcess();
        new Thread(() => worker.Write(output)) { IsBackground = true, Name = "protocol" }.Start();
        worker._outbox.Add(new JsonObject { [Message.Type] = Message.Ready }.ToJsonString());
        WarmUp.StartUnless(() => worker._hasWork);
        using var reader = new StreamReader(input, new UTF8Encoding(false));
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line) worker.Receive(line);
        worker._session.Dispose();
        CellProcess.Exit();
        return 0;
    }

    /// <summary>What the process says to somebody who starts it by hand.</summary>
    public static int Refuse()
    {
        Console.Error.WriteLine(
            "usage: dotnet NotebookKernel.dll worker   (started by a notebook's owner; see `course run`)");
        return 2;
    }

    public void Dispose()
    {
        _outbox.Dispose();
        _replies.Dispose();
        _session.Dispose();
    }

    private void Receive(string line)
    {
        if (JsonNode.Parse(line) is not JsonObject message) return;
        switch ((string?)message[Message.Type])
        {
            case Message.Execute:
                _ = ExecuteAsync((string)message[Message.Code]!, (int)message[Message.Cell]!);
                break;
            case Message.Interrupt:
                Interrupt();
                break;
            case Message.InputReply:
                _replies.Add((string?)message[Message.Text]);
                break;
        }
    }

    private void Interrupt()
    {
        try
        {
            _running?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The cell ended at the same moment.
        }
    }

    private async Task ExecuteAsync(string code, int cell)
    {
        using var interrupt = new CancellationTokenSource();
        _running = interrupt;
        var host = new WorkerHost(cell, _outbox, _replies);
        _hasWork = true;
        var result = await _executor.ExecuteAsync(code, cell, host, interrupt.Token).ConfigureAwait(false);
        _running = null;
        var outcome = Outcome.Of(result, cell, code);
        outcome[Message.PeakMemory] = PeakMemory();
        outcome[Message.Uses] = Outcome.Uses(Uses(code, cell));
        host.Done(outcome);
    }

    private IReadOnlyList<CellUse> Uses(string code, int cell)
    {
        var key = cell.ToString(CultureInfo.InvariantCulture);
#pragma warning disable CA1031 // whatever goes wrong here, the cell has ended, and its owner waits to be told
        try
        {
            return _graph.Record(key, cell, code, _session) ? _graph.UsesOf(key) : [];
        }
        catch (Exception error)
        {
            Console.Error.WriteLine($"what cell {cell} uses could not be found: {error.Message}");
            return [];
        }
#pragma warning restore CA1031
    }

    private void Write(Stream output)
    {
        try
        {
            foreach (var line in _outbox.GetConsumingEnumerable())
                output.Write(Encoding.UTF8.GetBytes(line + "\n"));
        }
        catch (IOException)
        {
            CellProcess.Exit();                                             // nobody reads any more
        }
        catch (ObjectDisposedException)
        {
            // The process is ending.
        }
    }

    private static long PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}

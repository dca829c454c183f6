using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookKernel.Scripting;
using NotebookKernel.Worker;

namespace NotebookKernel.Notebooks;

/// <summary>
/// A process in which the cells of one notebook run; nothing that a cell does can harm the process that owns it.
/// </summary>
public sealed class NotebookProcess : IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(2);
    private readonly NotebookProcessOptions _options;
    private readonly Process _process;
    private readonly CellOutputs _outputs;
    private readonly ErrorText _errorText = new();
    private readonly Task _reading;
    private readonly Task _readingErrors;
    private readonly SemaphoreSlim _oneCell = new(1, 1);
    private readonly Lock _writing = new();
    private volatile TaskCompletionSource<JsonObject?>? _pending;
    private int _executed;
    private long _peakMemory;
    private bool _isDisposed;

    private NotebookProcess(NotebookProcessOptions options, Process process)
    {
        _options = options;
        _process = process;
        Id = process.Id;
        _outputs = new CellOutputs(options.TextLimit);
        _reading = Task.Run(ReadAsync);
        _readingErrors = Task.Run(() => _errorText.ReadAsync(process.StandardError));
    }

    /// <summary>The id of the process.</summary>
    public int Id { get; }

    /// <summary>True when the process has ended; every further cell is then a crash.</summary>
    public bool HasExited => _reading.IsCompleted || _isDisposed || _process.HasExited;

    /// <summary>The most memory the process had held when its last cell ended, in bytes.</summary>
    public long PeakMemory => Interlocked.Read(ref _peakMemory);

    /// <summary>Starts a process; its first cell may be sent at once.</summary>
    /// <exception cref="DirectoryNotFoundException">The working directory does not exist.</exception>
    /// <exception cref="InvalidOperationException">The process cannot be started.</exception>
    public static NotebookProcess Start(NotebookProcessOptions? options = null)
    {
        options ??= new NotebookProcessOptions();
        var start = WorkerCommand.Create(options);
        try
        {
            return new NotebookProcess(options, Process.Start(start)!);
        }
        catch (Win32Exception error)
        {
            throw new InvalidOperationException(
                $"expected to start '{start.FileName}', but: {error.Message}; is the .NET SDK installed?", error);
        }
    }

    /// <summary>Runs one cell.</summary>
    /// <param name="code">Its text.</param>
    /// <param name="cellNumber">1-based; names the cell in messages and traces.</param>
    /// <param name="cancellationToken">Cancelled to interrupt the cell; if it does not stop, its process is
    /// killed.</param>
    /// <returns>How it ended. Whatever the cell does is a result, never an exception.</returns>
    /// <exception cref="ObjectDisposedException">The process was disposed.</exception>
    public async Task<CellResult> ExecuteAsync(
        string code, int cellNumber, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        await _oneCell.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            return await ExecuteOneAsync(code, cellNumber, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _oneCell.Release();
        }
    }

    /// <summary>Asks the running cell to stop.</summary>
    public void Interrupt() => Send(new JsonObject { [Message.Type] = Message.Interrupt });

    /// <summary>Ends the process and everything it started, at once.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
        catch (Win32Exception)
        {
            // It is ending.
        }
        catch (AggregateException)
        {
            // Some of what it started could not be ended; the process itself was.
        }
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        Kill();
        _process.WaitForExit(EndPatience);
        _reading.Wait(EndPatience);
        _process.Dispose();
        ShadowCopies.DeleteLeftovers();
    }

    /// <summary>Ends the process.</summary>
    public async ValueTask DisposeAsync() => await Task.Run(Dispose).ConfigureAwait(false);

    private async Task<CellResult> ExecuteOneAsync(string code, int cell, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var done = new TaskCompletionSource<JsonObject?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var count = ++_executed;
        _outputs.Begin(cell, count);
        _errorText.Clear();
        _pending = done;
        // Reading may have ended just before the line above; then nobody else completes the cell.
        if (_reading.IsCompleted) done.TrySetResult(null);
        Send(new JsonObject { [Message.Type] = Message.Execute, [Message.Cell] = cell, [Message.Code] = code });
        var message = await EndOfAsync(done.Task, cancellationToken).ConfigureAwait(false);
        _pending = null;

        var (status, error) = message is null
            ? await LostAsync(cell, cancellationToken).ConfigureAwait(false)
            : CellEnd.Read(message);
        if (error is not null) _outputs.AddError(cell, error);
        return new CellResult(cell, count, status, _outputs.End(cell), error, clock.Elapsed)
        {
            Uses = CellEnd.Uses(message),
        };
    }

    // The message with which the cell ended; null when its process did.
    private async Task<JsonObject?> EndOfAsync(Task<JsonObject?> done, CancellationToken cancellationToken)
    {
        try
        {
            return await done.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Interrupt();
        }
        await Task.WhenAny(done, Task.Delay(_options.Grace, CancellationToken.None)).ConfigureAwait(false);
        if (done.IsCompleted && await done.ConfigureAwait(false) is { } message && !CellEnd.IsAbandoned(message))
            return message;
        Kill();
        return null;
    }

    private async Task<(CellStatus, CellError)> LostAsync(int cell, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return (CellStatus.Cancelled,
                CellEnd.Interrupted("the cell did not stop when it was interrupted; its process was ended"));
        // What the process left on its way out arrives a moment later. A grandchild may hold the pipe: never wait for
        // long.
        await Task.WhenAny(_readingErrors, Task.Delay(EndPatience, CancellationToken.None)).ConfigureAwait(false);
        return (CellStatus.Crashed, CrashReport.Of(cell, _errorText.ToString(), ExitCode()));
    }

    private int? ExitCode() => !_isDisposed && _process.WaitForExit(EndPatience) ? _process.ExitCode : null;

    private async Task ReadAsync()
    {
        try
        {
            while (await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
                if (Parse(line) is { } message)
                    Receive(message);
        }
        catch (IOException)
        {
            // The pipe broke with the process.
        }
        catch (ObjectDisposedException)
        {
            // The process was disposed.
        }
        finally
        {
            _pending?.TrySetResult(null);
        }
    }

    // The process may die in the middle of a line.
    private static JsonObject? Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line, documentOptions: new JsonDocumentOptions { MaxDepth = 1024 }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Receive(JsonObject message)
    {
        _options.MessageReceived?.Invoke(message);
        switch ((string?)message[Message.Type])
        {
            case Message.Input:
                _ = Task.Run(() => Answer(message));            // the reader of the notebook may think for long
                break;
            case Message.Done:
                Interlocked.Exchange(ref _peakMemory, Math.Max(_peakMemory, (long?)message[Message.PeakMemory] ?? 0));
                _pending?.TrySetResult(message);
                break;
            default:
                _outputs.Accept(message);
                break;
        }
    }

    private void Answer(JsonObject question)
    {
        var prompt = (string?)question[Message.Prompt] ?? "";
        var answer = _options.Input?.Invoke(prompt, (bool?)question[Message.Password] ?? false);
        Send(new JsonObject { [Message.Type] = Message.InputReply, [Message.Text] = answer });
    }

    private void Send(JsonObject message)
    {
        try
        {
            lock (_writing)
            {
                _process.StandardInput.WriteLine(message.ToJsonString());
                _process.StandardInput.Flush();
            }
        }
        catch (IOException)
        {
            // The process has ended; the reading side reports it.
        }
        catch (ObjectDisposedException)
        {
            // As above.
        }
    }
}

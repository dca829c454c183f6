using System.Text.Json.Nodes;
using NotebookKernel.Scripting;

namespace NotebookKernel.Jupyter;

/// <summary>Answers the messages of Jupyter's clients (messaging protocol 5.3).</summary>
/// <remarks>
/// Shell requests wait for each other; control requests, answers to questions and the heartbeat wait for nothing.
/// Every request is framed by busy and idle, and its output is out before its reply.
/// </remarks>
internal sealed class JupyterKernel : IAsyncDisposable
{
    // What a client sent before it could know of an error arrives within this time; its cells must not run.
    private static readonly TimeSpan InFlight = TimeSpan.FromMilliseconds(30);
    private readonly KernelChannels _channels;
    private readonly ScriptSession _session;
    private readonly StandardInput _input;
    private readonly ExecuteRequests _execution;
    private readonly LanguageRequests _language;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Listens at once; requests are answered after <see cref="Start"/>.</summary>
    /// <param name="connection">Where, and the key.</param>
    /// <param name="folder">The folder of the notebook.</param>
    /// <exception cref="IOException">A port is taken.</exception>
    public JupyterKernel(ConnectionFile connection, string folder)
    {
        _channels = new KernelChannels(connection);
        _session = new ScriptSession(folder);
        _input = new StandardInput(_channels);
        _execution = new ExecuteRequests(_channels, _session, _input);
        _language = new LanguageRequests(_session);
    }

    /// <summary>Completes when a client has asked for the end, or <see cref="Stop"/> was called.</summary>
    public Task Stopped => _stopped.Task;

    /// <summary>True from the first cell on.</summary>
    public bool HasWork => _execution.HasWork;

    /// <summary>Begins to answer.</summary>
    public void Start()
    {
        _channels.Publish(null, "status", State("starting"));
        StartThread("stdin", _input.Receive);
        StartThread("control", () => Serve(KernelChannels.Channel.Control));
        StartThread("shell", () => Serve(KernelChannels.Channel.Shell));
    }

    /// <summary>Stops the running cell, as an interrupt_request does.</summary>
    public void Interrupt() => _execution.Interrupt();

    /// <summary>Ends the kernel, as a shutdown_request does.</summary>
    public void Stop() => _stopped.TrySetResult();

    /// <summary>Brings the last messages to the clients and ends the session.</summary>
    public async ValueTask DisposeAsync()
    {
        await _channels.DisposeAsync().ConfigureAwait(false);
        _input.Dispose();
        _session.Dispose();
    }

    private static JsonObject State(string state) => new() { ["execution_state"] = state };

    // Threads of their own: a cell may keep every thread of the pool busy, and must be stoppable all the same.
    private static void StartThread(string channel, Action serve) =>
        new Thread(() => serve()) { IsBackground = true, Name = $"channel {channel}" }.Start();

    private void Serve(KernelChannels.Channel channel)
    {
        foreach (var request in _channels.Read(channel)) AnswerAsync(channel, request).GetAwaiter().GetResult();
    }

    private async Task AnswerAsync(KernelChannels.Channel channel, JupyterMessage request)
    {
        _channels.Publish(request, "status", State("busy"));
        List<JupyterMessage> late = [];
#pragma warning disable CA1031 // a failure of one answer must not end the kernel; the client is told
        try
        {
            var reply = await ReplyAsync(request).ConfigureAwait(false);
            if (MustAbort(request, reply)) late = await WaitingAsync().ConfigureAwait(false);
            if (reply is not null) Reply(channel, request, reply);
        }
        catch (Exception error)
        {
            Reply(channel, request, Failed(error));
        }
#pragma warning restore CA1031
        _channels.Publish(request, "status", State("idle"));
        if (request.Type == "shutdown_request") Stop();
        foreach (var waiting in late)
            if (waiting.Type == "execute_request") Abort(waiting);
            else await AnswerAsync(channel, waiting).ConfigureAwait(false);
    }

    private void Reply(KernelChannels.Channel channel, JupyterMessage request, JsonObject content) =>
        _channels.Send(
            channel, request, request.Type.Replace("_request", "_reply", StringComparison.Ordinal), content);

    // Null for messages that have no reply; what is not known is ignored, as the protocol says.
    private async Task<JsonObject?> ReplyAsync(JupyterMessage request)
    {
        switch (request.Type)
        {
            case "kernel_info_request": return KernelInfo.Reply();
            case "execute_request": return await _execution.RunAsync(request).ConfigureAwait(false);
            case "complete_request": return _language.Complete(request.Content);
            case "inspect_request": return _language.Inspect(request.Content);
            case "is_complete_request": return _language.IsComplete(request.Content);
            case "history_request": return _execution.History.Answer(request.Content);
            case "comm_info_request": return new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() };
            case "comm_open":
                CloseComm(request);
                return null;
            case "interrupt_request":
                _execution.Interrupt();
                return new JsonObject { ["status"] = "ok" };
            case "shutdown_request": return Shutdown(request);
            default: return null;
        }
    }

    private static bool MustAbort(JupyterMessage request, JsonObject? reply) =>
        request.Type == "execute_request"
        && reply?.Text("status") == "error"
        && request.Content.Flag("stop_on_error", otherwise: true);

    private async Task<List<JupyterMessage>> WaitingAsync()
    {
        await Task.Delay(InFlight).ConfigureAwait(false);
        var waiting = new List<JupyterMessage>();
        while (_channels.TryRead(KernelChannels.Channel.Shell) is { } message) waiting.Add(message);
        return waiting;
    }

    // "aborted" without a count is what front ends know from IPython: the cell stays unnumbered.
    private void Abort(JupyterMessage request)
    {
        _channels.Publish(request, "status", State("busy"));
        _channels.Send(KernelChannels.Channel.Shell, request, "execute_reply", new JsonObject
        {
            ["status"] = "aborted",
            ["ename"] = "Aborted",
            ["evalue"] = "the cell did not run, because one before it failed",
            ["traceback"] = new JsonArray(),
        });
        _channels.Publish(request, "status", State("idle"));
    }

    // No C# code here listens to front-end widgets: every target is unknown, and the protocol says to close it.
    private void CloseComm(JupyterMessage request) => _channels.Publish(request, "comm_close", new JsonObject
    {
        ["comm_id"] = request.Content.Text("comm_id") ?? "",
        ["data"] = new JsonObject(),
    });

    private JsonObject Shutdown(JupyterMessage request)
    {
        var reply = new JsonObject
        {
            ["status"] = "ok",
            ["restart"] = request.Content.Flag("restart", otherwise: false),
        };
        _channels.Publish(request, "shutdown_reply", (JsonObject)reply.DeepClone());
        return reply;
    }

    private static JsonObject Failed(Exception error) => new()
    {
        ["status"] = "error",
        ["ename"] = error.GetType().FullName,
        ["evalue"] = $"the kernel failed at this request: {error.Message}",
        ["traceback"] = new JsonArray([.. ExceptionTrace.Of(error).Lines.Select(line => (JsonNode)line)]),
    };
}

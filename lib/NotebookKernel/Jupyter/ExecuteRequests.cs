using System.Text.Json.Nodes;
using NotebookKernel.Display;
using NotebookKernel.Scripting;

namespace NotebookKernel.Jupyter;

/// <summary>Runs the cells that clients send, one at a time.</summary>
internal sealed class ExecuteRequests(KernelChannels channels, ScriptSession session, StandardInput input)
{
    private readonly CellExecutor _executor = new(session);
    private readonly Lock _interrupting = new();
    private CancellationTokenSource? _running;

    /// <summary>How many cells have run that count.</summary>
    public int Count { get; private set; }

    /// <summary>True from the first cell on.</summary>
    public bool HasWork { get; private set; }

    /// <summary>What has run.</summary>
    public ExecutionHistory History { get; } = new();

    /// <summary>Stops the running cell; without one it does nothing.</summary>
    public void Interrupt()
    {
        lock (_interrupting) _running?.Cancel();
    }

    /// <summary>Runs a cell and publishes its output.</summary>
    /// <returns>The content of the reply.</returns>
    public async Task<JsonObject> RunAsync(JupyterMessage request)
    {
        HasWork = true;
        var code = request.Content.Text("code") ?? "";
        var isSilent = request.Content.Flag("silent", otherwise: false);
        var isStored = !isSilent && request.Content.Flag("store_history", otherwise: true);
        var number = isStored ? ++Count : Count + 1;
        var host = new RequestHost(
            channels, request, number, (prompt, isPassword) => input.Ask(request, prompt, isPassword));
        if (!isSilent)
            channels.Publish(request, "execute_input", new JsonObject
            {
                ["code"] = code,
                ["execution_count"] = number,
            });
        var reply = string.IsNullOrWhiteSpace(code) || await RunAsync(code, number, isSilent ? new SilentHost() : host)
            .ConfigureAwait(false) is not { } failure
                ? new JsonObject { ["status"] = "ok", ["payload"] = new JsonArray() }
                : Error(failure);
        if (reply.Text("status") == "error" && !isSilent)
            channels.Publish(request, "error", Without(reply, "status"));
        if (isStored) History.Add(number, code, host.Result);
        if (reply.Text("status") == "ok")
            reply["user_expressions"] = await EvaluateAsync(request.Content["user_expressions"] as JsonObject, number)
                .ConfigureAwait(false);
        reply["execution_count"] = isStored ? number : Count;
        return reply;
    }

    private async Task<CellFailure?> RunAsync(string code, int number, IKernelHost host)
    {
        using var interrupt = new CancellationTokenSource();
        lock (_interrupting) _running = interrupt;
        try
        {
            var result = await _executor.ExecuteAsync(code, number, host, interrupt.Token).ConfigureAwait(false);
            return CellFailure.Of(result, number, code);
        }
        finally
        {
            lock (_interrupting) _running = null;
        }
    }

    private async Task<JsonObject> EvaluateAsync(JsonObject? expressions, int number)
    {
        var values = new JsonObject();
        foreach (var (name, expression) in expressions ?? [])
        {
            var host = new SilentHost();
            var code = expression is JsonValue value && value.TryGetValue(out string? text) ? text : "";
            values[name] = (await RunAsync(code, number, host).ConfigureAwait(false), host.Result) switch
            {
                ({ } failure, _) => Error(failure),
                (_, { } result) => new JsonObject
                {
                    ["status"] = "ok",
                    ["data"] = result.ToJson(),
                    ["metadata"] = new JsonObject(),
                },
                _ => Error(new CellFailure("NoValue", $"expected an expression with a value, got '{code}'", [], 0, 0)),
            };
        }
        return values;
    }

    private static JsonObject Error(CellFailure failure) => new()
    {
        ["status"] = "error",
        ["ename"] = failure.Name,
        ["evalue"] = failure.Message,
        ["traceback"] = new JsonArray([.. failure.Traceback.Select(line => (JsonNode)line)]),
    };

    private static JsonObject Without(JsonObject fields, string name)
    {
        var rest = (JsonObject)fields.DeepClone();
        rest.Remove(name);
        return rest;
    }
}

using System.Text.Json.Nodes;
using NotebookKernel.Scripting;
using NotebookKernel.Scripting.Language;

namespace NotebookKernel.Jupyter;

/// <summary>Answers what editors ask about code: completions, descriptions, whether it is complete.</summary>
internal sealed class LanguageRequests(ScriptSession session)
{
    // A list longer than this no reader reads; descriptions cost time, so only the first ones get theirs.
    private const int MostMatches = 2_000;
    private const int MostDescribed = 200;
    private const int StackBytes = 16 << 20;
    // Front ends stop waiting after two seconds; code that keeps the parser busy for longer must not hold up the cells.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private readonly LanguageService _language = new(session);

    /// <summary>The content of a complete_reply.</summary>
    public JsonObject Complete(JsonObject request)
    {
        var (code, position) = Place(request);
        var list = Within(token => _language.Complete(code, position, token)) ?? CompletionList.None(position);
        var start = CodePoints.FromIndex(code, list.Start);
        var end = CodePoints.FromIndex(code, list.End);
        var items = list.Items.Take(MostMatches).ToList();
        // The name that IPython gave it; VS Code and Lab show icons and signatures by it.
        var types = items.Take(MostDescribed).Select(item => (JsonNode)new JsonObject
        {
            ["text"] = item.Text,
            ["type"] = Kind(item.Kind),
            ["signature"] = item.Description,
            ["start"] = start,
            ["end"] = end,
        });
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. items.Select(item => (JsonNode)item.Text)]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject { ["_jupyter_types_experimental"] = new JsonArray([.. types]) },
        };
    }

    /// <summary>The content of an inspect_reply.</summary>
    public JsonObject Inspect(JsonObject request)
    {
        var (code, position) = Place(request);
        var found = Within(token => _language.Inspect(code, position, token));
        return new JsonObject
        {
            ["status"] = "ok",
            ["found"] = found is not null,
            ["data"] = found is null
                ? new JsonObject()
                : new JsonObject { ["text/plain"] = found.Text, ["text/markdown"] = found.Markdown },
            ["metadata"] = new JsonObject(),
        };
    }

    /// <summary>The content of an is_complete_reply.</summary>
    public JsonObject IsComplete(JsonObject request) => Judge(request.Text("code") ?? "") switch
    {
        null => new JsonObject { ["status"] = "unknown" },
        Completeness.Complete => new JsonObject { ["status"] = "complete" },
        Completeness.Incomplete more => new JsonObject { ["status"] = "incomplete", ["indent"] = more.Indent },
        _ => new JsonObject { ["status"] = "invalid" },
    };

    private Completeness? Judge(string code) => Within(_ => _language.IsComplete(code));

    // Null when there is no answer in time. Deeply nested code takes the parser minutes, and a deep stack.
    private static T? Within<T>(Func<CancellationToken, T?> ask) where T : class
    {
        using var limit = new CancellationTokenSource(Patience);
        var answer = new TaskCompletionSource<T?>();
        var token = limit.Token;
        new Thread(() =>
        {
#pragma warning disable CA1031 // whatever goes wrong is the answer's
            try
            {
                answer.TrySetResult(ask(token));
            }
            catch (Exception error)
            {
                answer.TrySetException(error);
            }
#pragma warning restore CA1031
        }, StackBytes)
        { IsBackground = true, Name = "language" }.Start();
        return answer.Task.Wait(Patience) ? answer.Task.Result : null;
    }

    // Without a position the end of the code is meant; one beyond the text counts as its end.
    private static (string Code, int Position) Place(JsonObject request)
    {
        var code = request.Text("code") ?? "";
        return (code, CodePoints.ToIndex(code, request.Number("cursor_pos") ?? int.MaxValue));
    }

    // The words that VS Code and Lab have icons for.
    private static string Kind(CompletionKind kind) => kind switch
    {
        CompletionKind.Parameter or CompletionKind.Argument or CompletionKind.Variable => "variable",
        CompletionKind.Method or CompletionKind.ExtensionMethod => "method",
        CompletionKind.EnumMember => "enum member",
        CompletionKind.TypeParameter => "type parameter",
        CompletionKind.Namespace => "module",
        CompletionKind.Directive => "magic",
        CompletionKind.File or CompletionKind.Folder => "path",
        _ => kind.ToString().ToLowerInvariant(),
    };
}

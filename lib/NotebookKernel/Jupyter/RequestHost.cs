using System.Text.Json.Nodes;
using NotebookKernel.Display;

namespace NotebookKernel.Jupyter;

/// <summary>Publishes the output of one request.</summary>
/// <param name="channels">Where to.</param>
/// <param name="request">The request whose output it is; late output still names it.</param>
/// <param name="executionCount">The number of the request's result.</param>
/// <param name="ask">Asks the reader (prompt, is a password).</param>
internal sealed class RequestHost(
    KernelChannels channels, JupyterMessage request, int executionCount, Func<string, bool, string> ask) : IKernelHost
{
    /// <summary>The last result as text, for the history; null when there was none.</summary>
    public string? Result { get; private set; }

    public void Stream(StreamName stream, string text) => channels.Publish(request, "stream", new JsonObject
    {
        ["name"] = stream == StreamName.StandardOutput ? "stdout" : "stderr",
        ["text"] = text,
    });

    public void Display(MimeBundle bundle, string? displayId) =>
        channels.Publish(request, "display_data", Rich(bundle, displayId));

    public void UpdateDisplay(MimeBundle bundle, string displayId) =>
        channels.Publish(request, "update_display_data", Rich(bundle, displayId));

    public void ShowResult(MimeBundle bundle)
    {
        Result = bundle["text/plain"];
        var content = Rich(bundle, displayId: null);
        content["execution_count"] = executionCount;
        channels.Publish(request, "execute_result", content);
    }

    public void ClearOutput(bool wait) =>
        channels.Publish(request, "clear_output", new JsonObject { ["wait"] = wait });

    public string Input(string prompt, bool isPassword) => ask(prompt, isPassword);

    private static JsonObject Rich(MimeBundle bundle, string? displayId) => new()
    {
        ["data"] = bundle.ToJson(),
        ["metadata"] = new JsonObject(),
        ["transient"] = displayId is null ? new JsonObject() : new JsonObject { ["display_id"] = displayId },
    };
}

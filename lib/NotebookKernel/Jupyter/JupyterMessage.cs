using System.Text.Json.Nodes;

namespace NotebookKernel.Jupyter;

/// <summary>A message that a client sent and signed.</summary>
/// <param name="Identities">The frames that lead back to the client.</param>
/// <param name="HeaderBytes">The header as it came: every answer repeats it to the byte.</param>
/// <param name="Header">The header.</param>
/// <param name="Content">What is asked.</param>
internal sealed record JupyterMessage(
    byte[][] Identities, byte[] HeaderBytes, JsonObject Header, JsonObject Content)
{
    /// <summary>What kind of message it is, for example <c>execute_request</c>.</summary>
    public string Type { get; } = Header.Text("msg_type") ?? "";
}

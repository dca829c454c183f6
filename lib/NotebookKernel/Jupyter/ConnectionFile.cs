using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKernel.Jupyter;

/// <summary>Where a client expects the kernel, and the key that both sign their messages with.</summary>
/// <remarks>Jupyter's connection file (jupyter_client, "Making kernels for Jupyter": Connection files).</remarks>
public sealed record ConnectionFile
{
    private const string OnlyScheme = "hmac-sha256";
    private const int HighestPort = 65_535;

    /// <summary>The ports' common transport: <c>tcp</c>, or <c>ipc</c> for Unix sockets.</summary>
    public required string Transport { get; init; }

    /// <summary>The address to listen on; with <c>ipc</c> the sockets' path, to which "-port" is added.</summary>
    public required string Address { get; init; }

    /// <summary>The key; empty when messages are not signed.</summary>
    public required string Key { get; init; }

    /// <summary>The port for requests.</summary>
    public required int ShellPort { get; init; }

    /// <summary>The port for what must not wait behind a running cell.</summary>
    public required int ControlPort { get; init; }

    /// <summary>The port for output.</summary>
    public required int IopubPort { get; init; }

    /// <summary>The port for questions to the reader.</summary>
    public required int StdinPort { get; init; }

    /// <summary>The port that answers "are you there".</summary>
    public required int HeartbeatPort { get; init; }

    /// <summary>Reads a connection file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is not a connection file that this kernel can serve.</exception>
    public static ConnectionFile Load(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException(
                $"{path}: no such connection file; Jupyter writes one for each kernel", path);
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }

    /// <summary>Reads the text of a connection file.</summary>
    /// <exception cref="InvalidDataException">It is not a connection file that this kernel can serve.</exception>
    public static ConnectionFile Parse(string json)
    {
        if (Object(json) is not { } fields)
            throw new InvalidDataException("expected a JSON object with transport, ip, key and five ports");
        var transport = fields.Text("transport") ?? "tcp";
        if (transport is not ("tcp" or "ipc"))
            throw new InvalidDataException($"expected transport tcp or ipc, got '{transport}'");
        var scheme = fields.Text("signature_scheme") ?? OnlyScheme;
        if (scheme != OnlyScheme)
            throw new InvalidDataException($"expected signature_scheme {OnlyScheme}, got '{scheme}'");
        return new ConnectionFile
        {
            Transport = transport,
            Address = fields.Text("ip") ?? throw new InvalidDataException("expected the field 'ip'"),
            Key = fields.Text("key") ?? "",
            ShellPort = Port(fields, "shell_port"),
            ControlPort = Port(fields, "control_port"),
            IopubPort = Port(fields, "iopub_port"),
            StdinPort = Port(fields, "stdin_port"),
            HeartbeatPort = Port(fields, "hb_port"),
        };
    }

    private static JsonObject? Object(string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: MessageCodec.Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int Port(JsonObject fields, string name) =>
        fields.Number(name) is { } port and > 0 and <= HighestPort
            ? port
            : throw new InvalidDataException(
                $"expected '{name}' to be a port from 1 to {HighestPort}, "
                + $"got {fields[name]?.ToJsonString() ?? "nothing"}");
}

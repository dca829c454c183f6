using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKernel.Jupyter;

/// <summary>Signs, writes, checks and reads messages (Jupyter's messaging protocol 5.3, "The wire protocol").</summary>
/// <param name="key">What both sides sign with, in ASCII; empty when messages are not signed.</param>
internal sealed class MessageCodec(string key)
{
    /// <summary>The version of the protocol that the kernel speaks; 5.4 and 5.5 only add to it.</summary>
    public const string ProtocolVersion = "5.3";

    /// <summary>How untrusted JSON is read.</summary>
    public static readonly JsonDocumentOptions Strict = new() { MaxDepth = 256, AllowDuplicateProperties = false };

    private const int PartsAfterSignature = 4;                  // header, parent header, metadata, content
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] NoFields = "{}"u8.ToArray();
    private static readonly JsonSerializerOptions Json =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private readonly string _session = RandomNumberGenerator.GetHexString(32, lowercase: true);
    private long _sent;

    /// <summary>Reads a message.</summary>
    /// <returns>The message; null for anything that is not a well-formed message signed with the key.</returns>
    public JupyterMessage? Decode(byte[][] frames)
    {
        var delimiter = Array.FindIndex(frames, frame => frame.AsSpan().SequenceEqual(Delimiter));
        if (delimiter < 0 || frames.Length < delimiter + 2 + PartsAfterSignature) return null;
        var parts = frames.AsSpan(delimiter + 2, PartsAfterSignature);
        if (_key.Length > 0 && !CryptographicOperations.FixedTimeEquals(Signature(parts), frames[delimiter + 1]))
            return null;
        return Object(parts[0]) is { } header && header.Text("msg_type") is not null && Object(parts[3]) is { } content
            ? new JupyterMessage(frames[..delimiter], parts[0], header, content)
            : null;
    }

    /// <summary>Writes and signs a message.</summary>
    /// <param name="prefix">Whom it is for, or under which topic it is published.</param>
    /// <param name="type">What kind of message it is.</param>
    /// <param name="parent">What it answers; null for nothing.</param>
    /// <param name="content">What it says.</param>
    /// <param name="metadata">More about it; null for nothing.</param>
    public byte[][] Encode(
        byte[][] prefix, string type, JupyterMessage? parent, JsonObject content, JsonObject? metadata = null)
    {
        var number = Interlocked.Increment(ref _sent);
        var header = new JsonObject
        {
            ["msg_id"] = string.Create(CultureInfo.InvariantCulture, $"{_session}_{number}"),
            ["session"] = _session,
            ["username"] = "kernel",
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = ProtocolVersion,
        };
        byte[][] parts =
        [
            Bytes(header),
            parent?.HeaderBytes ?? NoFields,
            metadata is null ? NoFields : Bytes(metadata),
            Bytes(content),
        ];
        return [.. prefix, Delimiter, _key.Length == 0 ? [] : Signature(parts), .. parts];
    }

    // Lower-case hexadecimal digits, as text; buffers after the four parts are not signed.
    private byte[] Signature(ReadOnlySpan<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var part in parts) hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static byte[] Bytes(JsonObject fields) => JsonSerializer.SerializeToUtf8Bytes<JsonNode>(fields, Json);

    private static JsonObject? Object(byte[] json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

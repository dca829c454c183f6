using System.Globalization;
using System.Text.Json.Nodes;
using NotebookKernel.Scripting;
using NotebookKernel.Worker;

namespace NotebookKernel.Notebooks;

/// <summary>Reads the message with which a worker ends a cell.</summary>
internal static class CellEnd
{
    /// <summary>Status, and the error of a cell that did not complete.</summary>
    public static (CellStatus, CellError?) Read(JsonObject message)
    {
        var status = (string?)message[Message.Status];
        if (status == Message.Ok) return (CellStatus.Completed, null);
        var text = (string?)message[Message.ErrorValue] ?? "";
        if (status == Message.Cancelled) return (CellStatus.Cancelled, Interrupted(text));
        var traceback = (message[Message.Traceback] as JsonArray)?.Select(line => (string)line!) ?? [];
        return (CellStatus.Failed, new CellError(
            (string?)message[Message.ErrorName] ?? "",
            text,
            (int?)message[Message.Line] ?? 0,
            (int?)message[Message.Column] ?? 0,
            [.. traceback]));
    }

    /// <summary>What the cell used of others; a cell's key is its number.</summary>
    public static IReadOnlyList<CellUse> Uses(JsonObject? message) =>
    [
        .. (message?[Message.Uses] as JsonArray ?? []).OfType<JsonObject>().Select(use => new CellUse(
            ((int)use[Message.Cell]!).ToString(CultureInfo.InvariantCulture),
            (int)use[Message.Cell]!,
            [.. use[Message.Names]!.AsArray().Select(name => (string)name!)])),
    ];

    /// <summary>The error of a cell that was stopped.</summary>
    public static CellError Interrupted(string message) => new("Interrupted", message, 0, 0, [message]);

    /// <summary>True when the cell's code still runs.</summary>
    /// <remarks>It would disturb every later cell; only the end of its process ends it.</remarks>
    public static bool IsAbandoned(JsonObject message) =>
        (string?)message[Message.Status] == Message.Cancelled && (bool?)message[Message.Abandoned] == true;
}

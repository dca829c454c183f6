using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenAiCourse.Stores;

/// <summary>An index to make.</summary>
internal sealed record IndexDefinition(string Path, bool IsUnique);

/// <summary>A change to a collection, which happens wholly or not at all.</summary>
/// <param name="Puts">Documents to insert, or to put in the place of those with their ids.</param>
/// <param name="Deletes">Ids of documents to delete.</param>
/// <param name="Index">An index to make; null for none.</param>
internal sealed record DocumentChange(List<JsonObject> Puts, List<JsonNode> Deletes, IndexDefinition? Index);

/// <summary>The file of a collection: its changes in order, one record each, as JSON.</summary>
internal sealed class DocumentJournal
{
    private readonly RecordLog _log;
    private readonly string _file;
    private bool _isBroken;

    public DocumentJournal(IStoreFiles files, string file, out List<DocumentChange> changes)
    {
        _file = file;
        (_log, var records) = RecordLog.Open(files, file);
        changes = [.. records.Select(Parse)];
    }

    /// <summary>What two equal ids have in common: 1 and 1.0 are one id, 1 and "1" are two.</summary>
    public static string KeyOf(JsonNode? id) => JsonValues.IsNumber(id)
        ? JsonValues.Number(id!).ToString("R", CultureInfo.InvariantCulture)
        : id?.ToJsonString() ?? "null";

    /// <summary>Writes a change and returns when it would survive a power cut.</summary>
    public void Append(DocumentChange change) => Guarded(() => _log.Append(Bytes(change)));

    /// <summary>Writes other changes in place of all.</summary>
    public void Replace(IEnumerable<DocumentChange> changes) => Guarded(() => _log.Replace(changes.Select(Bytes)));

    // After a failed write nobody knows what the file ends with; opening it again finds out.
    private void Guarded(Action write)
    {
        if (_isBroken)
            throw new InvalidOperationException($"the last write to {_file} failed; close the store and open it again");
        try
        {
            write();
        }
        catch
        {
            _isBroken = true;
            throw;
        }
    }

    private static byte[] Bytes(DocumentChange change)
    {
        var record = new JsonObject();
        if (change.Puts.Count > 0) record["put"] = new JsonArray([.. change.Puts.Select(put => put.DeepClone())]);
        if (change.Deletes.Count > 0)
            record["delete"] = new JsonArray([.. change.Deletes.Select(id => id.DeepClone())]);
        if (change.Index is { } index)
            record["index"] = new JsonObject { ["path"] = index.Path, ["unique"] = index.IsUnique };
        return Encoding.UTF8.GetBytes(record.ToJsonString());
    }

    private DocumentChange Parse(byte[] bytes)
    {
        try
        {
            var record = JsonNode.Parse(bytes)!;
            var index = record["index"];
            return new DocumentChange(
                [.. (record["put"]?.AsArray() ?? []).Select(put => put!.DeepClone().AsObject())],
                [.. (record["delete"]?.AsArray() ?? []).Select(id => id!.DeepClone())],
                index is null ? null : new IndexDefinition((string)index["path"]!, (bool)index["unique"]!));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new InvalidDataException($"{_file} holds a record of another kind: {error.Message}", error);
        }
    }
}

using System.Text.Json.Nodes;

namespace GenAiCourse.Stores;

/// <summary>The stages of an aggregation.</summary>
/// <remarks>https://www.mongodb.com/docs/manual/reference/operator/aggregation-pipeline/.</remarks>
internal sealed class DocumentPipeline(DocumentStore store)
{
    private const string Known =
        "$match, $project, $addFields, $group, $sort, $limit, $skip, $unwind, $lookup, $count";

    public IEnumerable<JsonObject> Run(IEnumerable<JsonObject> documents, IReadOnlyList<JsonObject> stages)
    {
        foreach (var stage in stages)
        {
            if (stage.Count != 1)
                throw new ArgumentException($"a stage has one operator, got {stage.ToJsonString()}; there are {Known}");
            var (name, operand) = stage.First();
            documents = Stage(name, operand, documents);
        }
        return documents;
    }

    /// <summary>Documents in order of some paths; those that tie stay in their order.</summary>
    public static IEnumerable<JsonObject> Sorted(
        IEnumerable<JsonObject> documents, IReadOnlyList<(string Path, bool IsDescending)> sort)
    {
        var sorted = documents.OrderBy(_ => 0);
        foreach (var (path, isDescending) in sort)
        {
            JsonNode? Key(JsonObject document) => JsonValues.TryGet(document, path, out var value) ? value : null;
            sorted = isDescending
                ? sorted.ThenByDescending(Key, JsonValues.Order)
                : sorted.ThenBy(Key, JsonValues.Order);
        }
        return sorted;
    }

    private IEnumerable<JsonObject> Stage(string name, JsonNode? operand, IEnumerable<JsonObject> documents)
    {
        switch (name)
        {
            case "$match":
                var filter = new DocumentFilter(Fields(name, operand));
                return documents.Where(filter.Matches);
            case "$sort":
                return Sorted(
                    documents, [.. Fields(name, operand).Select(field => (field.Key, (int)field.Value! < 0))]);
            case "$limit":
                return documents.Take(Whole(name, operand));
            case "$skip":
                return documents.Skip(Whole(name, operand));
            case "$project":
                var projection = Fields(name, operand);
                return documents.Select(document => Project(document, projection));
            case "$addFields":
                var added = Fields(name, operand);
                return documents.Select(document => AddFields(document, added));
            case "$group":
                return DocumentGroups.Group(documents, Fields(name, operand));
            case "$unwind":
                var path = Text(name, operand, "\"$path\"");
                if (path[0] != '$') throw new ArgumentException($"$unwind expects \"$path\", got \"{path}\"");
                return documents.SelectMany(document => Unwind(document, path[1..]));
            case "$lookup":
                return Lookup(documents, Fields(name, operand));
            case "$count":
                return [new JsonObject { [operand!.GetValue<string>()] = documents.Count() }];
            default:
                throw new ArgumentException($"there is no stage {name}; there are {Known}");
        }
    }

    // 1 keeps a field, 0 leaves it out, anything else computes it; _id stays unless it is left out.
    private static JsonObject Project(JsonObject document, JsonObject projection)
    {
        var isExclusion = projection.All(field =>
            field.Value is JsonValue value && value.TryGetValue(out int keep) && keep == 0);
        var result = isExclusion ? document.DeepClone().AsObject() : new JsonObject();
        if (!isExclusion && !projection.ContainsKey("_id") && document.TryGetPropertyValue("_id", out var id))
            result["_id"] = id?.DeepClone();
        foreach (var (path, value) in projection)
        {
            if (value is JsonValue flag && flag.TryGetValue(out int keep))
            {
                if (keep == 0) result.Remove(path);
                else if (JsonValues.TryGet(document, path, out var kept)) result[path] = kept?.DeepClone();
            }
            else
            {
                result[path] = DocumentExpression.Evaluate(value, document);
            }
        }
        return result;
    }

    private static JsonObject AddFields(JsonObject document, JsonObject fields)
    {
        var result = document.DeepClone().AsObject();
        foreach (var (path, value) in fields) result[path] = DocumentExpression.Evaluate(value, document);
        return result;
    }

    private static IEnumerable<JsonObject> Unwind(JsonObject document, string path)
    {
        if (!JsonValues.TryGet(document, path, out var value) || value is null) yield break;
        foreach (var item in value is JsonArray items ? [.. items] : new JsonNode?[] { value })
        {
            // The path leads through objects only: it was found so.
            var copy = document.DeepClone().AsObject();
            var parent = copy;
            var names = path.Split('.');
            foreach (var name in names[..^1]) parent = parent[name]!.AsObject();
            parent[names[^1]] = item?.DeepClone();
            yield return copy;
        }
    }

    private IEnumerable<JsonObject> Lookup(IEnumerable<JsonObject> documents, JsonObject operand)
    {
        string Part(string part) => Text("$lookup", operand[part], $"\"{part}\": a name, beside from, localField, "
            + "foreignField and as");
        var (from, local, foreign, into) = (Part("from"), Part("localField"), Part("foreignField"), Part("as"));
        var others = store.Collection(from);
        return documents.Select(document =>
        {
            _ = JsonValues.TryGet(document, local, out var key);
            var query = key is JsonArray keys
                ? new JsonObject { [foreign] = new JsonObject { ["$in"] = keys.DeepClone() } }
                : new JsonObject { [foreign] = new JsonObject { ["$eq"] = key?.DeepClone() } };
            var result = document.DeepClone().AsObject();
            result[into] = new JsonArray([.. others.Find(query)]);
            return result;
        });
    }

    private static JsonObject Fields(string name, JsonNode? operand) => operand as JsonObject
        ?? throw new ArgumentException($"{name} expects an object, got {operand?.ToJsonString() ?? "null"}");

    private static int Whole(string name, JsonNode? operand) =>
        operand is JsonValue value && value.TryGetValue(out int number) && number >= 0
            ? number
            : throw new ArgumentException($"{name} expects a whole number, got {operand?.ToJsonString() ?? "null"}");

    private static string Text(string name, JsonNode? operand, string expected) =>
        operand is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0
            ? text
            : throw new ArgumentException($"{name} expects {expected}, got {operand?.ToJsonString() ?? "null"}");
}

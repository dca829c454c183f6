using System.Text.Json.Nodes;

namespace GenAiCourse.Stores;

/// <summary>Changes to a document: MongoDB's update operators.</summary>
/// <remarks>https://www.mongodb.com/docs/manual/reference/operator/update/.</remarks>
internal static class DocumentUpdate
{
    private const string Known = "$set, $unset, $inc, $mul, $min, $max, $rename, $push, $addToSet, $pull";

    /// <summary>A changed copy of a document.</summary>
    /// <exception cref="ArgumentException">An operator is unknown or does not fit the value that is there.</exception>
    public static JsonObject Apply(JsonObject document, JsonObject update)
    {
        if (update.Count == 0 || update.Any(entry => entry.Key is not ['$', ..]))
            throw new ArgumentException(
                $"expected update operators such as {{ \"$set\": {{ … }} }}, got {update.ToJsonString()}; "
                + "to put another document in its place, use Replace");
        var changed = document.DeepClone().AsObject();
        foreach (var (name, fields) in update)
        {
            if (fields is not JsonObject changes)
                throw new ArgumentException(
                    $"{name} expects an object of fields, got {fields?.ToJsonString() ?? "null"}");
            foreach (var (path, operand) in changes)
            {
                if (path == "_id" || path.StartsWith("_id.", StringComparison.Ordinal))
                    throw new ArgumentException("_id names the document and cannot be changed; insert another one");
                Change(changed, name, path, operand);
            }
        }
        return changed;
    }

    private static void Change(JsonObject document, string name, string path, JsonNode? operand)
    {
        var (parent, field) = Parent(document, path, make: name is not ("$unset" or "$pull" or "$rename"));
        if (parent is null) return;
        var isThere = parent.TryGetPropertyValue(field, out var value);
        switch (name)
        {
            case "$set":
                parent[field] = operand?.DeepClone();
                break;
            case "$unset":
                parent.Remove(field);
                break;
            case "$inc":
            case "$mul":
                parent[field] = Calculated(name, path, isThere ? value : 0, operand);
                break;
            case "$min":
            case "$max":
                var order = JsonValues.Compare(operand, value);
                if (!isThere || (name == "$min" ? order < 0 : order > 0)) parent[field] = operand?.DeepClone();
                break;
            case "$rename":
                if (!isThere) break;
                parent.Remove(field);
                var (newParent, newField) = Parent(document, operand!.GetValue<string>(), make: true);
                newParent![newField] = value;
                break;
            case "$push":
            case "$addToSet":
                Push(parent, field, name, path, isThere ? value : new JsonArray(), operand);
                break;
            case "$pull":
                if (value is not JsonArray items) break;
                parent[field] = new JsonArray(
                    [.. items.Where(item => JsonValues.Compare(item, operand) != 0).Select(item => item?.DeepClone())]);
                break;
            default:
                throw new ArgumentException($"there is no update operator {name}; there are {Known}");
        }
    }

    private static void Push(
        JsonObject parent, string field, string name, string path, JsonNode? value, JsonNode? operand)
    {
        if (value is not JsonArray items) throw new ArgumentException(
            $"{name} expects an array at {path}, found {Words(value)}");
        var added = operand is JsonObject { Count: 1 } each && each["$each"] is JsonArray many
            ? [.. many]
            : new[] { operand };
        foreach (var item in added)
            if (name == "$push" || !items.Any(there => JsonValues.Compare(there, item) == 0))
                items.Add(item?.DeepClone());
        if (items.Parent is null) parent[field] = items;
    }

    private static JsonNode Calculated(string name, string path, JsonNode? value, JsonNode? operand)
    {
        if (!JsonValues.IsNumber(value)) throw new ArgumentException(
            $"{name} expects a number at {path}, found {Words(value)}");
        if (!JsonValues.IsNumber(operand)) throw new ArgumentException(
            $"{name} expects a number for {path}, got {Words(operand)}");
        if (JsonValues.TryWhole(value!, out var a) && JsonValues.TryWhole(operand!, out var b))
        {
            var whole = name == "$inc" ? (Int128)a + b : (Int128)a * b;
            if (whole >= long.MinValue && whole <= long.MaxValue) return (long)whole;
        }
        var (x, y) = (JsonValues.Number(value!), JsonValues.Number(operand!));
        return name == "$inc" ? x + y : x * y;
    }

    private static (JsonObject? Parent, string Field) Parent(JsonObject document, string path, bool make)
    {
        var names = path.Split('.');
        var parent = document;
        foreach (var name in names[..^1])
        {
            if (parent[name] is JsonObject inner) parent = inner;
            else if (!make) return (null, "");
            else if (parent[name] is null) parent = (JsonObject)(parent[name] = new JsonObject());
            else throw new ArgumentException($"{path}: {name} is {Words(parent[name])}, and only objects have fields");
        }
        return (parent, names[^1]);
    }

    private static string Words(JsonNode? value) => value?.ToJsonString() ?? "null";
}

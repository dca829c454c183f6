using System.Text.Json.Nodes;

namespace GenAiCourse.Stores;

/// <summary>Values computed from a document: "$path", operators, and everything else as it stands.</summary>
/// <remarks>https://www.mongodb.com/docs/manual/reference/operator/aggregation/.</remarks>
internal static class DocumentExpression
{
    private const string Known =
        "$add, $subtract, $multiply, $divide, $concat, $toLower, $toUpper, $size, $ifNull, $cond, $eq, $gt, $lt, "
        + "$literal";

    /// <summary>The value, as a node of its own.</summary>
    /// <exception cref="ArgumentException">An operator is unknown, or gets a value of the wrong kind.</exception>
    public static JsonNode? Evaluate(JsonNode? expression, JsonObject document) => expression switch
    {
        JsonValue value when value.TryGetValue(out string? text) && text is ['$', not '$', ..] =>
            JsonValues.TryGet(document, text[1..], out var found) ? found?.DeepClone() : null,
        JsonObject { Count: 1 } call when call.First().Key is ['$', ..] =>
            Call(call.First().Key, call.First().Value, document),
        JsonObject fields => new JsonObject(
            fields.Select(field => KeyValuePair.Create(field.Key, Evaluate(field.Value, document)))),
        JsonArray items => new JsonArray([.. items.Select(item => Evaluate(item, document))]),
        _ => expression?.DeepClone(),
    };

    /// <summary>The sum of two numbers: whole while both are, and while it fits.</summary>
    public static JsonNode Add(JsonNode a, JsonNode b) =>
        Whole(a, b) is var (x, y) && (Int128)x + y is var sum && sum >= long.MinValue && sum <= long.MaxValue
            ? (JsonNode)(long)sum
            : JsonValues.Number(a) + JsonValues.Number(b);

    private static JsonNode? Call(string name, JsonNode? operand, JsonObject document)
    {
        if (name == "$literal") return operand?.DeepClone();
        JsonNode?[] values = operand is JsonArray items
            ? [.. items.Select(item => Evaluate(item, document))]
            : [Evaluate(operand, document)];
        switch (name)
        {
            case "$add":
                return Numbers(name, values, 1)?.Aggregate(Add).DeepClone();
            case "$multiply":
                return Numbers(name, values, 1)?.Aggregate((a, b) => JsonValues.Number(a) * JsonValues.Number(b))
                    .DeepClone();
            case "$subtract":
                return Numbers(name, values, 2) is { } pair
                    ? JsonValues.Number(pair[0]) - JsonValues.Number(pair[1])
                    : null;
            case "$divide":
                return Numbers(name, values, 2) is { } parts ? Divide(parts[0], parts[1]) : null;
            case "$concat":
                return values.Contains(null) ? null : string.Concat(values.Select(value => Text(name, value)));
            case "$toLower":
                return Text(name, values[0] ?? "").ToLowerInvariant();
            case "$toUpper":
                return Text(name, values[0] ?? "").ToUpperInvariant();
            case "$size":
                return Evaluate(operand, document) is JsonArray array
                    ? array.Count
                    : throw Wrong(name, "an array", values[0]);
            case "$ifNull" when values.Length == 2:
                return (values[0] ?? values[1])?.DeepClone();
            case "$cond" when values.Length == 3:
                return (IsTrue(values[0]) ? values[1] : values[2])?.DeepClone();
            case "$eq" when values.Length == 2:
                return JsonValues.Compare(values[0], values[1]) == 0;
            case "$gt" when values.Length == 2:
                return JsonValues.Compare(values[0], values[1]) > 0;
            case "$lt" when values.Length == 2:
                return JsonValues.Compare(values[0], values[1]) < 0;
            default:
                throw new ArgumentException(
                    $"there is no expression {name} with {values.Length} values; there are {Known}");
        }
    }

    private static bool IsTrue(JsonNode? value) => JsonValues.Rank(value) switch
    {
        0 => false,
        1 => JsonValues.Number(value!) != 0,
        5 => value!.GetValue<bool>(),
        _ => true,
    };

    private static double Divide(JsonNode a, JsonNode b) => JsonValues.Number(b) != 0
        ? JsonValues.Number(a) / JsonValues.Number(b)
        : throw new ArgumentException("$divide: the divisor is 0; guard it with $cond");

    // null among the values makes the result null, as in MongoDB.
    private static JsonNode[]? Numbers(string name, JsonNode?[] values, int atLeast)
    {
        if (values.Length < atLeast) throw new ArgumentException(
            $"{name} expects {atLeast} values, got {values.Length}");
        if (values.Contains(null)) return null;
        return [.. values.Select(value => JsonValues.IsNumber(value) ? value! : throw Wrong(name, "numbers", value))];
    }

    private static string Text(string name, JsonNode? value) =>
        JsonValues.Rank(value) == 2 ? value!.GetValue<string>() : throw Wrong(name, "text", value);

    private static (long X, long Y)? Whole(JsonNode a, JsonNode b) =>
        JsonValues.TryWhole(a, out var x) && JsonValues.TryWhole(b, out var y) ? (x, y) : null;

    private static ArgumentException Wrong(string name, string expected, JsonNode? got) =>
        new($"{name} expects {expected}, got {got?.ToJsonString() ?? "null"}");
}

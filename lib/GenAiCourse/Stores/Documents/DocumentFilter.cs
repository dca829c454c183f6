using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GenAiCourse.Stores;

/// <summary>A query, compiled once: which documents it means.</summary>
/// <remarks>
/// MongoDB's query language: https://www.mongodb.com/docs/manual/reference/operator/query/. A condition on a path whose
/// value is an array holds when any element fulfils it.
/// </remarks>
internal sealed class DocumentFilter
{
    private static readonly TimeSpan PatternPatience = TimeSpan.FromSeconds(1);

    private readonly List<Func<JsonNode?, bool>> _conditions = [];

    /// <summary>Compiles a query; {} means every document.</summary>
    /// <exception cref="ArgumentException">An operator is unknown, or its operand is of the wrong kind.</exception>
    public DocumentFilter(JsonObject query)
    {
        foreach (var (name, operand) in query) Add(name, operand);
    }

    /// <summary>What an index can use: for a path, the values it must equal, or the range it must lie in.</summary>
    public List<(string Path, string Operator, JsonNode? Operand)> Bounds { get; } = [];

    /// <summary>Whether the query means this document.</summary>
    public bool Matches(JsonNode? document) => _conditions.TrueForAll(condition => condition(document));

    private void Add(string name, JsonNode? operand)
    {
        switch (name)
        {
            case "$and":
                var parts = Filters(name, operand);
                foreach (var part in parts) Bounds.AddRange(part.Bounds);
                _conditions.Add(document => parts.TrueForAll(part => part.Matches(document)));
                break;
            case "$or":
                var choices = Filters(name, operand);
                _conditions.Add(document => choices.Exists(choice => choice.Matches(document)));
                break;
            case "$nor":
                var refused = Filters(name, operand);
                _conditions.Add(document => !refused.Exists(filter => filter.Matches(document)));
                break;
            case ['$', ..]:
                throw Unknown(name, "$and, $or, $nor");
            default:
                AddPath(name, operand);
                break;
        }
    }

    private void AddPath(string path, JsonNode? operand)
    {
        if (operand is not JsonObject { Count: > 0 } operators || !operators.First().Key.StartsWith('$'))
        {
            operators = new JsonObject { ["$eq"] = operand?.DeepClone() };
        }
        foreach (var (name, value) in operators)
        {
            if (name is "$eq" or "$gt" or "$gte" or "$lt" or "$lte" or "$in") Bounds.Add((path, name, value));
            var holds = Condition(name, value);
            _conditions.Add(document => holds(document, path));
        }
    }

    private static Func<JsonNode?, string, bool> Condition(string name, JsonNode? operand)
    {
        Func<JsonNode?, string, bool> Any(Func<JsonNode?, bool> test) => (document, path) =>
            JsonValues.At(document, path).Any(test);

        Func<JsonNode?, string, bool> Ordered(Func<int, bool> test) => Any(value =>
            JsonValues.Rank(value) == JsonValues.Rank(operand) && test(JsonValues.Compare(value, operand)));

        switch (name)
        {
            case "$eq":
                return (document, path) => IsEqual(document, path, operand);
            case "$ne":
                return (document, path) => !IsEqual(document, path, operand);
            case "$gt": return Ordered(order => order > 0);
            case "$gte": return Ordered(order => order >= 0);
            case "$lt": return Ordered(order => order < 0);
            case "$lte": return Ordered(order => order <= 0);
            case "$in":
                var choices = Items(name, operand);
                return (document, path) => choices.Exists(choice => IsEqual(document, path, choice));
            case "$nin":
                var refused = Items(name, operand);
                return (document, path) => !refused.Exists(choice => IsEqual(document, path, choice));
            case "$all":
                var wanted = Items(name, operand);
                return (document, path) => wanted.TrueForAll(item => IsEqual(document, path, item));
            case "$exists":
                var exists = Value<bool>(name, operand, "true or false");
                return (document, path) => JsonValues.At(document, path).Any() == exists;
            case "$size":
                var size = Value<int>(name, operand, "a whole number");
                return Any(value => value is JsonArray items && items.Count == size);
            case "$regex":
                var pattern = Pattern(Value<string>(name, operand, "a pattern"));
                return Any(value => JsonValues.Rank(value) == 2 && pattern.IsMatch(value!.GetValue<string>()));
            case "$not":
                var inner = operand as JsonObject ?? throw Wrong(name, "an object of operators", operand);
                var tests = inner.Select(entry => Condition(entry.Key, entry.Value)).ToList();
                return (document, path) => !tests.TrueForAll(test => test(document, path));
            case "$elemMatch":
                var element = operand as JsonObject ?? throw Wrong(name, "a query", operand);
                return ElementMatch(element);
            default:
                throw Unknown(name,
                    "$eq, $ne, $gt, $gte, $lt, $lte, $in, $nin, $all, $exists, $size, $regex, $not, $elemMatch");
        }
    }

    private static Func<JsonNode?, string, bool> ElementMatch(JsonObject query)
    {
        // { $gt: 1, $lt: 3 } is about the element itself, { price: 2 } about its fields.
        var isAboutItself = query.Count > 0 && query.First().Key is ['$', ..] and not ("$and" or "$or" or "$nor");
        var filter = new DocumentFilter(isAboutItself
            ? new JsonObject { ["it"] = query.DeepClone() }
            : query);
        return (document, path) => JsonValues.At(document, path).OfType<JsonArray>().Any(items => items.Any(item =>
            filter.Matches(isAboutItself ? new JsonObject { ["it"] = item?.DeepClone() } : item)));
    }

    // null also means "not there", as in MongoDB.
    private static bool IsEqual(JsonNode? document, string path, JsonNode? operand)
    {
        var isThere = false;
        foreach (var value in JsonValues.At(document, path))
        {
            isThere = true;
            if (JsonValues.Compare(value, operand) == 0) return true;
        }
        return !isThere && operand is null;
    }

    private static Regex Pattern(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, PatternPatience);
        }
        catch (ArgumentException error)
        {
            throw new ArgumentException($"$regex: \"{pattern}\" is no pattern: {error.Message}", error);
        }
    }

    private static List<DocumentFilter> Filters(string name, JsonNode? operand) =>
        operand is JsonArray { Count: > 0 } items && items.All(item => item is JsonObject)
            ? [.. items.Select(item => new DocumentFilter(item!.AsObject()))]
            : throw Wrong(name, "an array of queries, at least one", operand);

    private static List<JsonNode?> Items(string name, JsonNode? operand) =>
        operand is JsonArray items ? [.. items] : throw Wrong(name, "an array", operand);

    private static T Value<T>(string name, JsonNode? operand, string expected) =>
        operand is JsonValue value && value.TryGetValue(out T? result) ? result : throw Wrong(name, expected, operand);

    private static ArgumentException Wrong(string name, string expected, JsonNode? got) =>
        new(string.Create(
            CultureInfo.InvariantCulture, $"{name} expects {expected}, got {got?.ToJsonString() ?? "null"}"));

    private static ArgumentException Unknown(string name, string known) =>
        new($"there is no operator {name}; there are {known}");
}

using System.Text.Json.Nodes;

namespace GenAiCourse.Stores;

/// <summary>The stage $group: documents with one key become one, with totals over them.</summary>
/// <remarks>Groups come in order of their first document.</remarks>
internal static class DocumentGroups
{
    private const string Known = "$sum, $avg, $min, $max, $count, $first, $last, $push, $addToSet";

    public static IEnumerable<JsonObject> Group(IEnumerable<JsonObject> documents, JsonObject operand)
    {
        if (!operand.ContainsKey("_id"))
            throw new ArgumentException(
                "$group expects _id: what the documents of a group have in common; null for one group");
        var totals = operand.Where(field => field.Key != "_id").Select(field =>
        {
            if (field.Value is not JsonObject { Count: 1 } total)
                throw new ArgumentException(
                    $"$group expects a total such as {{ \"$sum\": 1 }} for {field.Key}; there are {Known}");
            return (Name: field.Key, Operator: total.First().Key, Operand: total.First().Value);
        }).ToList();

        var groups = new SortedDictionary<JsonNode, List<JsonObject>>(JsonValues.Order!);
        var order = new List<List<JsonObject>>();
        foreach (var document in documents)
        {
            // A dictionary has no null key: the key stands in a field.
            var key = new JsonObject { ["key"] = DocumentExpression.Evaluate(operand["_id"], document) };
            if (!groups.TryGetValue(key, out var group)) order.Add(groups[key] = group = []);
            group.Add(document);
        }
        return order.Select(group =>
        {
            var result = new JsonObject { ["_id"] = DocumentExpression.Evaluate(operand["_id"], group[0]) };
            foreach (var total in totals) result[total.Name] = Total(total.Operator, total.Operand, group);
            return result;
        });
    }

    private static JsonNode? Total(string name, JsonNode? operand, List<JsonObject> group)
    {
        var values = group.Select(document => DocumentExpression.Evaluate(operand, document));
        var numbers = values.Where(JsonValues.IsNumber).Select(value => value!);
        switch (name)
        {
            case "$count":
                return group.Count;
            case "$sum":
                return numbers.Aggregate((JsonNode)0L, DocumentExpression.Add);
            case "$avg":
                var all = numbers.Select(JsonValues.Number).ToList();
                return all.Count == 0 ? null : all.Average();
            case "$min":
                return values.Where(value => value is not null).Order(JsonValues.Order).FirstOrDefault()?.DeepClone();
            case "$max":
                return values.OrderDescending(JsonValues.Order).First()?.DeepClone();
            case "$first":
                return values.First()?.DeepClone();
            case "$last":
                return values.Last()?.DeepClone();
            case "$push":
                return new JsonArray([.. values.Select(value => value?.DeepClone())]);
            case "$addToSet":
                var set = new List<JsonNode?>();
                foreach (var value in values)
                    if (!set.Exists(there => JsonValues.Compare(there, value) == 0))
                        set.Add(value?.DeepClone());
                return new JsonArray([.. set]);
            default:
                throw new ArgumentException($"there is no total {name}; there are {Known}");
        }
    }
}

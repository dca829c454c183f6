using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenAiCourse.Stores;

/// <summary>How values of documents compare, and how a dotted path finds them.</summary>
/// <remarks>
/// The order between types is BSON's, as far as JSON has them: null, numbers, strings, objects, arrays, booleans.
/// A path that leads nowhere counts as null where values are compared or sorted. Strings compare by code unit.
/// </remarks>
internal static class JsonValues
{
    public static readonly Comparer<JsonNode?> Order = Comparer<JsonNode?>.Create(Compare);

    /// <summary>The order of two values; 0 when they are equal.</summary>
    public static int Compare(JsonNode? a, JsonNode? b)
    {
        var (rankA, rankB) = (Rank(a), Rank(b));
        if (rankA != rankB) return rankA.CompareTo(rankB);
        return rankA switch
        {
            0 => 0,
            1 => CompareNumbers(a!, b!),
            2 => string.CompareOrdinal(a!.GetValue<string>(), b!.GetValue<string>()),
            3 => CompareFields(a!.AsObject(), b!.AsObject()),
            4 => CompareItems(a!.AsArray(), b!.AsArray()),
            _ => a!.GetValue<bool>().CompareTo(b!.GetValue<bool>()),
        };
    }

    /// <summary>0 null, 1 number, 2 string, 3 object, 4 array, 5 boolean.</summary>
    public static int Rank(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null or JsonValueKind.Undefined => 0,
        JsonValueKind.Number => 1,
        JsonValueKind.String => 2,
        JsonValueKind.Object => 3,
        JsonValueKind.Array => 4,
        _ => 5,
    };

    public static bool IsNumber(JsonNode? value) => Rank(value) == 1;

    /// <summary>
    /// A copy that is read back from text: whatever number types it was made of, they are JSON's then.
    /// </summary>
    /// <exception cref="ArgumentException">A number is NaN or infinite, which JSON cannot say.</exception>
    public static JsonObject Copy(JsonObject document) => JsonNode.Parse(document.ToJsonString())!.AsObject();

    public static double Number(JsonNode value) => value.AsValue().TryGetValue(out double number)
        ? number
        : double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);

    public static bool TryWhole(JsonNode value, out long whole) => value.AsValue().TryGetValue(out whole)
        || long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out whole);

    /// <summary>
    /// The values that a path means in a document: in an array, those of each element too ("tags" of
    /// { tags: ["a", "b"] } means the array, "a" and "b"). Empty when the path leads nowhere.
    /// </summary>
    public static IEnumerable<JsonNode?> At(JsonNode? value, string path)
    {
        foreach (var found in Walk(value, path.Split('.'), 0))
        {
            yield return found;
            if (found is not JsonArray items) continue;
            foreach (var item in items) yield return item;
        }
    }

    /// <summary>The one value at a path, without looking into arrays; null and false when it leads nowhere.</summary>
    public static bool TryGet(JsonNode? value, string path, out JsonNode? found)
    {
        found = value;
        foreach (var name in path.Split('.'))
        {
            if (found is JsonObject fields && fields.TryGetPropertyValue(name, out var next)) found = next;
            else if (found is JsonArray items && int.TryParse(name, out var index) && (uint)index < (uint)items.Count)
                found = items[index];
            else return (found = null) is not null;
        }
        return true;
    }

    private static IEnumerable<JsonNode?> Walk(JsonNode? value, string[] names, int depth)
    {
        if (depth == names.Length)
        {
            yield return value;
            yield break;
        }
        if (value is JsonObject fields)
        {
            if (fields.TryGetPropertyValue(names[depth], out var next))
                foreach (var found in Walk(next, names, depth + 1)) yield return found;
        }
        else if (value is JsonArray items)
        {
            if (int.TryParse(names[depth], out var index) && (uint)index < (uint)items.Count)
                foreach (var found in Walk(items[index], names, depth + 1)) yield return found;
            foreach (var item in items.OfType<JsonObject>())
                foreach (var found in Walk(item, names, depth)) yield return found;
        }
    }

    // Whole numbers beyond 2^53 differ by less than a double can say.
    private static int CompareNumbers(JsonNode a, JsonNode b) =>
        TryWhole(a, out var wholeA) && TryWhole(b, out var wholeB)
            ? wholeA.CompareTo(wholeB)
            : Number(a).CompareTo(Number(b));

    private static int CompareFields(JsonObject a, JsonObject b)
    {
        foreach (var (x, y) in a.Zip(b))
        {
            var byName = string.CompareOrdinal(x.Key, y.Key);
            if (byName != 0) return byName;
            var byValue = Compare(x.Value, y.Value);
            if (byValue != 0) return byValue;
        }
        return a.Count.CompareTo(b.Count);
    }

    private static int CompareItems(JsonArray a, JsonArray b)
    {
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
            if (Compare(a[i], b[i]) is var order and not 0)
                return order;
        return a.Count.CompareTo(b.Count);
    }
}

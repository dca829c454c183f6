// Hints, solutions and variants of the exercises in 01-csharp-for-ai.ipynb. Lines "//# kind exercise" begin a section.

//# hint word-counts
// text.Split(' ', StringSplitOptions.RemoveEmptyEntries) gives the words.
//# hint word-counts
// ToLower() asks the machine how capitals become small letters; in Turkish, I does not become i. ToLowerInvariant() does not ask.
//# hint word-counts
// counts[word] = counts.GetValueOrDefault(word) + 1; works for new words too.
//# solution word-counts
Dictionary<string, int> WordCounts(string text)
{
    var counts = new Dictionary<string, int>();
    foreach (var word in text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        counts[word] = counts.GetValueOrDefault(word) + 1;
    return counts;
}
//# right word-counts : as a query
Dictionary<string, int> WordCounts(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
    .GroupBy(word => word.ToLowerInvariant()).ToDictionary(group => group.Key, group => group.Count());
//# wrong word-counts : asks the machine for small letters
Dictionary<string, int> WordCounts(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
    .GroupBy(word => word.ToLower()).ToDictionary(group => group.Key, group => group.Count());
//# wrong word-counts : keeps the empty pieces between two spaces
Dictionary<string, int> WordCounts(string text) => text.ToLowerInvariant().Split(' ')
    .GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());

//# hint csv-line
// Go through the characters one by one, and remember whether you are inside quotes.
//# hint csv-line
// Outside, a comma ends the field. Inside, a quote that another follows is one quote of the text; otherwise it ends the quotes.
//# hint csv-line
// Collect characters in a StringBuilder; at a comma outside, and after the last character, add its text to a list.
//# solution csv-line
string[] Fields(string line)
{
    var (fields, field, isInside) = (new List<string>(), new StringBuilder(), false);
    for (var i = 0; i < line.Length; i++)
    {
        if (line[i] == '"' && isInside && i + 1 < line.Length && line[i + 1] == '"') field.Append(line[i++]);
        else if (line[i] == '"') isInside = !isInside;
        else if (line[i] == ',' && !isInside)
        {
            fields.Add(field.ToString());
            field.Clear();
        }
        else field.Append(line[i]);
    }
    return [.. fields, field.ToString()];
}
//# right csv-line : splits first and joins what belongs together
string[] Fields(string line)
{
    var fields = new List<string>();
    foreach (var piece in line.Split(','))
        if (fields.Count > 0 && fields[^1].Count(c => c == '"') % 2 == 1) fields[^1] += "," + piece;
        else fields.Add(piece);
    return [.. fields.Select(field => field.StartsWith('"') ? field[1..^1].Replace("\"\"", "\"") : field)];
}
//# wrong csv-line : splits at every comma
string[] Fields(string line) => line.Split(',');
//# wrong csv-line : drops all quotes
string[] Fields(string line)
{
    var (fields, field, isInside) = (new List<string>(), "", false);
    foreach (var c in line)
        if (c == '"') isInside = !isInside;
        else if (c == ',' && !isInside) { fields.Add(field); field = ""; }
        else field += c;
    return [.. fields, field];
}

//# hint split-apply
// A Dictionary<K, List<T>> collects the items of each group.
//# hint split-apply
// A dictionary promises no order: keep the keys in a list, in the order in which they first came.
//# hint split-apply
// Go through the items in one loop; only afterwards apply the function to each group.
//# solution split-apply
List<(K Key, R Value)> SplitApply<T, K, R>(IEnumerable<T> items, Func<T, K> key, Func<IReadOnlyList<T>, R> apply) where K : notnull
{
    var groups = new Dictionary<K, List<T>>();
    var order = new List<K>();
    foreach (var item in items)
    {
        if (!groups.ContainsKey(key(item)))
        {
            groups[key(item)] = new List<T>();
            order.Add(key(item));
        }
        groups[key(item)].Add(item);
    }
    return order.Select(k => (k, apply(groups[k]))).ToList();
}
//# right split-apply : a list of groups beside the dictionary
List<(K Key, R Value)> SplitApply<T, K, R>(IEnumerable<T> items, Func<T, K> key, Func<IReadOnlyList<T>, R> apply) where K : notnull
{
    var places = new Dictionary<K, int>();
    var groups = new List<(K Key, List<T> Items)>();
    foreach (var item in items)
    {
        var k = key(item);
        if (places.TryAdd(k, groups.Count)) groups.Add((k, []));
        groups[places[k]].Items.Add(item);
    }
    return [.. groups.Select(group => (group.Key, apply(group.Items)))];
}
//# wrong split-apply : in order of the keys
List<(K Key, R Value)> SplitApply<T, K, R>(IEnumerable<T> items, Func<T, K> key, Func<IReadOnlyList<T>, R> apply) where K : notnull
{
    var groups = new SortedDictionary<K, List<T>>();
    foreach (var item in items)
    {
        if (!groups.ContainsKey(key(item))) groups[key(item)] = [];
        groups[key(item)].Add(item);
    }
    return [.. groups.Select(group => (group.Key, apply(group.Value)))];
}
//# wrong split-apply : asks for the items again for each key
List<(K Key, R Value)> SplitApply<T, K, R>(IEnumerable<T> items, Func<T, K> key, Func<IReadOnlyList<T>, R> apply) where K : notnull
{
    return [.. items.Select(key).Distinct().Select(k => (k, apply(items.Where(item => key(item).Equals(k)).ToList())))];
}

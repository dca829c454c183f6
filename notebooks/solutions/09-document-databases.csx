// Hints, solutions and variants of the exercises in 09-document-databases.ipynb. Lines "//# kind exercise" begin a section.

//# hint one-element
// Paths.At(document, path) gives all values at the path, the elements of an array among them.
//# hint one-element
// Keep those that are numbers: Order.Rank(value) == 1.
//# hint one-element
// Any(...) with both bounds in one condition: one and the same number must meet them.
//# solution one-element
bool AnyBetween(JsonObject document, string path, double above, double below)
{
    var numbers = Paths.At(document, path).Where(value => Order.Rank(value) == 1).Select(value => value!.GetValue<double>());
    return numbers.Any(number => number > above && number < below);
}
//# right one-element : the query, asked of each element alone
bool AnyBetween(JsonObject document, string path, double above, double below)
{
    var query = new JsonObject { ["it"] = new JsonObject { ["$gt"] = above, ["$lt"] = below } };
    return Paths.At(document, path).Where(value => value is not JsonArray)
        .Any(value => Query.Compile(query)(new JsonObject { ["it"] = value?.DeepClone() }));
}
//# wrong one-element : each bound met by some element
bool AnyBetween(JsonObject document, string path, double above, double below)
{
    var numbers = Paths.At(document, path).Where(value => Order.Rank(value) == 1).Select(value => value!.GetValue<double>()).ToList();
    return numbers.Any(number => number > above) && numbers.Any(number => number < below);
}
//# wrong one-element : the bounds count as inside
bool AnyBetween(JsonObject document, string path, double above, double below)
{
    var numbers = Paths.At(document, path).Where(value => Order.Rank(value) == 1).Select(value => value!.GetValue<double>());
    return numbers.Any(number => number >= above && number <= below);
}
//# wrong one-element : takes every value for a number
bool AnyBetween(JsonObject document, string path, double above, double below)
{
    var values = Paths.At(document, path).Where(value => value is not JsonArray);
    return values.Any(value => value!.GetValue<double>() > above && value!.GetValue<double>() < below);
}

//# hint good-bytes
// Walk as Journal.Read does, and keep the place where the last whole record ended.
//# hint good-bytes
// Stop when fewer than 8 bytes are left, when the length is not positive or goes beyond the end, or when the checksum differs.
//# hint good-bytes
// Eight zeros look like an empty record with a right checksum; no record is empty. And length + 8 can overflow: compare length with what is left.
//# solution good-bytes
int GoodBytes(byte[] file)
{
    var good = 0;
    while (good + 8 <= file.Length)
    {
        var length = BitConverter.ToInt32(file, good);
        if (length <= 0 || length > file.Length - good - 8) break;
        if (Journal.Checksum(file[(good + 8)..(good + 8 + length)]) != BitConverter.ToUInt32(file, good + 4)) break;
        good += 8 + length;
    }
    return good;
}
//# right good-bytes : the lengths of the records that a reader finds
int GoodBytes(byte[] file) => Journal.Read(file).Sum(record => 8 + Encoding.UTF8.GetByteCount(record));
//# wrong good-bytes : takes zeros for empty records
int GoodBytes(byte[] file)
{
    var good = 0;
    while (good + 8 <= file.Length)
    {
        var length = BitConverter.ToInt32(file, good);
        if (length < 0 || length > file.Length - good - 8) break;
        if (Journal.Checksum(file[(good + 8)..(good + 8 + length)]) != BitConverter.ToUInt32(file, good + 4)) break;
        good += 8 + length;
    }
    return good;
}
//# wrong good-bytes : trusts the length alone
int GoodBytes(byte[] file)
{
    var good = 0;
    while (good + 8 <= file.Length && BitConverter.ToInt32(file, good) is > 0 and var length && length <= file.Length - good - 8) good += 8 + length;
    return good;
}
//# wrong good-bytes : keeps what is behind the last record
int GoodBytes(byte[] file) => file.Length;

//# hint two-fields
// Compare pairs: the kinds first (string.CompareOrdinal), the words where the kinds are equal.
//# hint two-fields
// Binary search for the first row whose pair is greater than (kind, above), as Search.Place does with reach 1.
//# hint two-fields
// From there, take rows while the kind is the same and the words are below the upper bound.
//# solution two-fields
int[] Between(PairRows rows, string kind, int above, int below)
{
    var (low, high) = (0, rows.Count);
    while (low < high)
    {
        var middle = rows[(low + high) / 2];
        var order = string.CompareOrdinal(middle.Kind, kind);
        if (order < 0 || (order == 0 && middle.Words <= above)) low = (low + high) / 2 + 1;
        else high = (low + high) / 2;
    }
    var found = new List<int>();
    while (low < rows.Count && rows[low++] is var row && row.Kind == kind && row.Words < below) found.Add(row.Number);
    return [.. found];
}
//# right two-fields : two binary searches and a slice
int[] Between(PairRows rows, string kind, int above, int below)
{
    int First(int words)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = rows[(low + high) / 2];
            var order = string.CompareOrdinal(middle.Kind, kind);
            if (order < 0 || (order == 0 && middle.Words < words)) low = (low + high) / 2 + 1;
            else high = (low + high) / 2;
        }
        return low;
    }
    var (start, end) = (First(above + 1), First(below));
    return [.. Enumerable.Range(start, Math.Max(0, end - start)).Select(i => rows[i].Number)];
}
//# wrong two-fields : reads every row
int[] Between(PairRows rows, string kind, int above, int below) =>
    [.. Enumerable.Range(0, rows.Count).Select(i => rows[i]).Where(row => row.Kind == kind && row.Words > above && row.Words < below).Select(row => row.Number)];
//# wrong two-fields : finds the kind by search, then walks through all of it
int[] Between(PairRows rows, string kind, int above, int below)
{
    var (low, high) = (0, rows.Count);
    while (low < high)
        if (string.CompareOrdinal(rows[(low + high) / 2].Kind, kind) < 0) low = (low + high) / 2 + 1;
        else high = (low + high) / 2;
    var found = new List<int>();
    while (low < rows.Count && rows[low++] is var row && row.Kind == kind)
        if (row.Words > above && row.Words < below) found.Add(row.Number);
    return [.. found];
}
//# wrong two-fields : goes on into the next kind
int[] Between(PairRows rows, string kind, int above, int below)
{
    var (low, high) = (0, rows.Count);
    while (low < high)
    {
        var middle = rows[(low + high) / 2];
        var order = string.CompareOrdinal(middle.Kind, kind);
        if (order < 0 || (order == 0 && middle.Words <= above)) low = (low + high) / 2 + 1;
        else high = (low + high) / 2;
    }
    var found = new List<int>();
    while (low < rows.Count && rows[low++] is var row && row.Words < below) found.Add(row.Number);
    return [.. found];
}

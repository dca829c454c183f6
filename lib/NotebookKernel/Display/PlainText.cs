using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace NotebookKernel.Display;

/// <summary>Values as text, in the invariant culture.</summary>
internal static class PlainText
{
    /// <summary>The text of any value; "null" for null.</summary>
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value, depth: 0);
        return text.ToString();
    }

    /// <summary>The text of a value that is shown as one thing.</summary>
    public static string Scalar(object value) => value switch
    {
        string text => text,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        Type type => ObjectShape.Name(type),
        Delegate or Task => ObjectShape.Name(value.GetType()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static void Append(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null: text.Append("null"); break;
            case Markup markup: text.Append(markup.Text); break;
            case string inner when depth > 0: text.Append('"').Append(inner).Append('"'); break;
            case var _ when depth > 0 && FormatterConvention.TryFormat(value, "text/plain") is { } own:
                text.Append(own);
                break;
            case Exception error: text.Append(error.GetType().Name).Append(": ").Append(error.Message); break;
            case var _ when ObjectShape.IsScalar(value): text.Append(Scalar(value)); break;
            case var _ when depth >= ObjectShape.DepthLimit: text.Append(ObjectShape.Name(value.GetType())); break;
            case var _ when value is not ITuple && ObjectShape.IsOwnText(value): text.Append(value); break;
            case ITuple tuple: Append(text, '(', Items(tuple), more: 0, ')', depth); break;
            case IDictionary dictionary: AppendDictionary(text, dictionary, depth); break;
            case Array { Rank: > 1 } array: AppendArray(text, array, 0, [], depth); break;
            case IEnumerable sequence:
                var (items, more) = ObjectShape.Take(sequence);
                Append(text, '[', items, more, ']', depth);
                break;
            case var _ when depth >= ObjectShape.MemberDepthLimit:
                text.Append(ObjectShape.Name(value.GetType()));
                break;
            default: AppendMembers(text, value, depth); break;
        }
    }

    private static IEnumerable<object?> Items(ITuple tuple) => Enumerable.Range(0, tuple.Length).Select(i => tuple[i]);

    private static void Append(
        StringBuilder text, char open, IEnumerable<object?> items, int? more, char close, int depth)
    {
        text.Append(open);
        var separator = "";
        foreach (var item in items)
        {
            text.Append(separator);
            Append(text, item, depth + 1);
            separator = ", ";
        }
        if (more != 0) text.Append(separator).Append(ObjectShape.MoreText(more));
        text.Append(close);
    }

    private static void AppendDictionary(StringBuilder text, IDictionary dictionary, int depth)
    {
        text.Append('{');
        var shown = 0;
        foreach (DictionaryEntry entry in dictionary)
        {
            if (shown == ObjectShape.ItemLimit)
            {
                text.Append(", ").Append(ObjectShape.MoreText(dictionary.Count - shown));
                break;
            }
            text.Append(shown++ == 0 ? " " : ", ");
            Append(text, entry.Key, depth + 1);
            text.Append(": ");
            Append(text, entry.Value, depth + 1);
        }
        text.Append(" }");
    }

    private static void AppendArray(StringBuilder text, Array array, int dimension, int[] prefix, int depth)
    {
        var items = Math.Min(array.GetLength(dimension), ObjectShape.ItemLimit);
        text.Append('[');
        for (var i = 0; i < items; i++)
        {
            int[] index = [.. prefix, array.GetLowerBound(dimension) + i];
            if (i > 0) text.Append(", ");
            if (index.Length == array.Rank) Append(text, array.GetValue(index), depth + 1);
            else AppendArray(text, array, dimension + 1, index, depth);
        }
        var more = array.GetLength(dimension) - items;
        if (more > 0) text.Append(", ").Append(ObjectShape.MoreText(more));
        text.Append(']');
    }

    private static void AppendMembers(StringBuilder text, object value, int depth)
    {
        var type = value.GetType();
        var members = ObjectShape.Members(type);
        if (!ObjectShape.IsAnonymous(type)) text.Append(ObjectShape.Name(type));
        if (members.Count == 0) return;
        if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
        text.Append('{');
        var separator = " ";
        foreach (var (name, read) in members)
        {
            text.Append(separator).Append(name).Append(" = ");
            Append(text, ObjectShape.Read(read, value), depth + 1);
            separator = ", ";
        }
        text.Append(" }");
    }
}

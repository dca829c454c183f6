using System.Collections;
using System.Runtime.CompilerServices;
using NotebookKernel.Display;

namespace NotebookKernel.Directives;

/// <summary>A value in a line, without running anything that it has not run yet.</summary>
internal static class ShortValue
{
    private const int Limit = 100;

    /// <summary>The text of a value, cut to a line; its type where text would run a lazy sequence.</summary>
    public static string Of(Func<object?> read)
    {
#pragma warning disable CA1031 // a value whose text throws is listed all the same
        try
        {
            var value = read();
            var text = IsAtHand(value, depth: 0) ? PlainText.Of(value) : $"({ObjectShape.Name(value!.GetType())})";
            return Cut(text.ReplaceLineEndings(" "));
        }
        catch (Exception error) when (error is not (ThreadAbortException or ThreadInterruptedException))
        {
            return $"<{error.GetType().Name}>";
        }
#pragma warning restore CA1031
    }

    private static string Cut(string text)
    {
        if (text.Length <= Limit) return text;
        var end = char.IsHighSurrogate(text[Limit - 2]) ? Limit - 2 : Limit - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    private static bool IsAtHand(object? value, int depth) => value switch
    {
        null or Markup => true,
        _ when ObjectShape.IsScalar(value) => true,
        _ when depth > ObjectShape.DepthLimit => true,
        ITuple tuple => Enumerable.Range(0, tuple.Length).All(i => IsAtHand(tuple[i], depth + 1)),
        _ when ObjectShape.IsOwnText(value) => true,
        IEnumerable sequence => ObjectShape.IsCounted(sequence) && ObjectShape.Take(sequence).Items.All(item =>
            IsAtHand(item is DictionaryEntry entry ? entry.Value : item, depth + 1)),
        _ => ObjectShape.Members(value.GetType())
            .All(member => IsAtHand(ObjectShape.Read(member.Read, value), depth + 1)),
    };
}

using System.Text.Json;

namespace NotebookKernel.Display;

/// <summary>Turns any value into the forms in which a front end can show it.</summary>
/// <remarks>
/// A type can bring its own formatters by the <c>TypeFormatterSource</c> convention; everything else gets HTML and
/// text.
/// Every bundle has <c>text/plain</c>, so that a saved notebook reads everywhere.
/// </remarks>
public static class Formatter
{
    private const string Html = "text/html";
    private const string Plain = "text/plain";

    /// <summary>The forms of a value.</summary>
    /// <param name="value">Anything, also null.</param>
    /// <param name="mimeTypes">The forms wanted; null or none for those the value prefers.</param>
    public static MimeBundle Format(object? value, IReadOnlyList<string>? mimeTypes = null)
    {
        if (value is MimeBundle ready) return WithPlain(ready, ready);
        if (value is not null && !FormatterConvention.MimeTypes(value).Any()) value = ObjectShape.Once(value);
        var bundle = new MimeBundle();
        foreach (var mimeType in mimeTypes is { Count: > 0 } ? mimeTypes : Preferred(value))
            if (TryFormat(value, mimeType) is { } text)
                bundle[mimeType] = text;
        return WithPlain(bundle, value);
    }

    private static IEnumerable<string> Preferred(object? value)
    {
        switch (value)
        {
            case null or string: return [Plain];
            case Markup markup: return [markup.MimeType];
            default:
                var own = FormatterConvention.PreferredMimeTypes(value) ?? FormatterConvention.MimeTypes(value);
                return own.Any() ? own : [Html, Plain];
        }
    }

    private static string? TryFormat(object? value, string mimeType)
    {
        if (value is not null && FormatterConvention.TryFormat(value, mimeType) is { } own) return own;
        if (value is Markup markup && markup.MimeType == mimeType) return markup.Text;
        return mimeType switch
        {
            Plain => PlainText.Of(value),
            Html => HtmlText.Of(value),
            "application/json" => JsonSerializer.Serialize(value),
            _ when value is string text => text,
            _ => null,
        };
    }

    private static MimeBundle WithPlain(MimeBundle bundle, object? value)
    {
        if (bundle.Contains(Plain)) return bundle;
        var stand = bundle.MimeTypes.Count > 0 ? bundle[bundle.MimeTypes[0]] : "";
        bundle[Plain] = value is MimeBundle ? stand : PlainOf(value);
        return bundle;
    }

    private static string PlainOf(object? value) =>
        value is not null && FormatterConvention.TryFormat(value, Plain) is { } own ? own : PlainText.Of(value);
}

using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NotebookKernel.Display;

/// <summary>
/// Finds the formatters that a type brings along, by name, so that a library needs no reference to a kernel.
/// </summary>
/// <remarks>
/// The convention of .NET Interactive: an attribute whose simple name is <c>TypeFormatterSourceAttribute</c>, on the
/// value's class or a base class, with a property <c>FormatterSourceType</c> and perhaps <c>PreferredMimeTypes</c>;
/// that
/// type has a parameterless constructor and <c>CreateTypeFormatters()</c>; each formatter has a <c>MimeType</c>, a
/// <c>bool Format(object, TextWriter)</c> that returns false to decline, and perhaps a <c>Type</c>.
/// </remarks>
internal static class FormatterConvention
{
    private const string AttributeName = "TypeFormatterSourceAttribute";
    private const BindingFlags PublicInstance = BindingFlags.Public | BindingFlags.Instance;
    private static readonly ConditionalWeakTable<Type, Source> Sources = [];

    /// <summary>The MIME types that the value's type asks for; null when it names none.</summary>
    public static IReadOnlyList<string>? PreferredMimeTypes(object value) => Find(value).Preferred;

    /// <summary>Every MIME type for which the value's type brings a formatter.</summary>
    public static IEnumerable<string> MimeTypes(object value) =>
        Find(value).Formatters.Select(formatter => formatter.MimeType).Distinct(StringComparer.Ordinal);

    /// <summary>The value in the given form; null when its type brings no formatter for it, or all decline.</summary>
    public static string? TryFormat(object value, string mimeType)
    {
        foreach (var formatter in Find(value).Formatters)
        {
            if (formatter.MimeType != mimeType || !formatter.Type.IsInstanceOfType(value)) continue;
            using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            if (formatter.Format(value, writer)) return writer.ToString();
        }
        return null;
    }

    private static Source Find(object value) => Sources.GetValue(value.GetType(), Read);

    private static Source Read(Type type)
    {
        var formatters = new List<TypeFormatter>();
        IReadOnlyList<string>? preferred = null;
        foreach (var attribute in type.GetCustomAttributes(inherit: true).Where(a => a.GetType().Name == AttributeName))
        {
            if (Property<Type>(attribute, "FormatterSourceType") is not { } sourceType) continue;
            preferred ??= Property<string[]>(attribute, "PreferredMimeTypes") is { Length: > 0 } types ? types : null;
            formatters.AddRange(Create(sourceType, type));
        }
        return new Source(formatters, preferred);
    }

    private static IEnumerable<TypeFormatter> Create(Type sourceType, Type formatted)
    {
        var source = Activator.CreateInstance(sourceType);
        var create = sourceType.GetMethod("CreateTypeFormatters", PublicInstance, []);
        if (source is null || create?.Invoke(source, null) is not IEnumerable formatters) yield break;
        foreach (var formatter in formatters)
        {
            var format = formatter.GetType().GetMethod("Format", PublicInstance, [typeof(object), typeof(TextWriter)]);
            if (Property<string>(formatter, "MimeType") is not { } mimeType || format?.ReturnType != typeof(bool))
                continue;
            yield return new TypeFormatter(
                mimeType,
                Property<Type>(formatter, "Type") ?? formatted,
                format.CreateDelegate<Func<object, TextWriter, bool>>(formatter));
        }
    }

    private static T? Property<T>(object owner, string name) where T : class =>
        owner.GetType().GetProperty(name, PublicInstance) is { CanRead: true } property
            && property.PropertyType == typeof(T)
            ? property.GetValue(owner) as T
            : null;

    private sealed record TypeFormatter(string MimeType, Type Type, Func<object, TextWriter, bool> Format);

    private sealed record Source(IReadOnlyList<TypeFormatter> Formatters, IReadOnlyList<string>? Preferred);
}

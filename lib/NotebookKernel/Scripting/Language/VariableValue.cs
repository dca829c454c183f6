using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using NotebookKernel.Display;

namespace NotebookKernel.Scripting.Language;

/// <summary>The value of a variable in one line, as far as it can be had without running a cell's code.</summary>
internal static class VariableValue
{
    private const int CharacterLimit = 200;
    private const int DepthLimit = 3;

    /// <summary>The text; null when it would take code of the notebook, or a lazy sequence, to make it.</summary>
    public static string? Of(object? value)
    {
#pragma warning disable CA1031 // another thread may change a collection meanwhile; a value is a courtesy
        try
        {
            if (!IsPlain(value, 0)) return null;
            var text = value is string words ? $"\"{words}\"" : PlainText.Of(value);
            text = text.ReplaceLineEndings(" ").Trim();
            if (text.Length <= CharacterLimit) return text;
            var end = char.IsHighSurrogate(text[CharacterLimit - 1]) ? CharacterLimit - 1 : CharacterLimit;
            return text[..end] + "…";
        }
        catch (Exception)
        {
            return null;
        }
#pragma warning restore CA1031
    }

    private static bool IsPlain(object? value, int depth)
    {
        if (value is null or string || value.GetType().IsEnum) return true;
        if (depth > DepthLimit) return false;
        var type = value.GetType();
        if (IsFramework(type)) return IsPlainOfFramework(value, depth);
        if (ObjectShape.IsAnonymous(type)) return Members().All(member => IsPlain(member, depth + 1));
        if (!HasFile(type))
            return value is not (IEnumerable or IFormattable) && !ObjectShape.HasOwnToString(type)
                && HoldsItsMembers(type) && Members().All(member => IsPlain(member, depth + 1));
        return value is not IEnumerable && ObjectShape.HasOwnToString(type);

        IEnumerable<object?> Members() => ObjectShape.Members(type).Select(member => member.Read(value));
    }

    private static bool IsPlainOfFramework(object value, int depth) => value switch
    {
        ITuple tuple => Enumerable.Range(0, tuple.Length).All(i => IsPlain(tuple[i], depth + 1)),
        IDictionary dictionary => IsStored(dictionary) && Items(dictionary.Keys).Concat(Items(dictionary.Values))
            .All(item => IsPlain(item, depth + 1)),
        IEnumerable sequence => IsStored(sequence)
            && Items(sequence).All(item => IsPlain(item, depth + 1)),
        _ => ObjectShape.IsScalar(value) || ObjectShape.HasOwnToString(value.GetType()),
    };

    private static IEnumerable<object?> Items(IEnumerable sequence) =>
        sequence.Cast<object?>().Take(ObjectShape.ItemLimit);

    // A list holds its items; a query makes them when it is asked.
    private static bool IsStored(IEnumerable sequence) =>
        sequence is Array || (sequence.GetType() is { IsPublic: true, Namespace: { } space }
            && space.StartsWith("System.Collections", StringComparison.Ordinal)
            && !space.StartsWith("System.Collections.Concurrent", StringComparison.Ordinal));

    private static bool IsFramework(Type type) =>
        type.IsArray || type.Assembly.GetName().Name?.StartsWith("System.", StringComparison.Ordinal) == true;

    // What a cell declares has no file.
    private static bool HasFile(Type type) => !type.Assembly.IsDynamic && type.Assembly.Location.Length > 0;

    // A property with a field of its own runs no code when it is read.
    private static bool HoldsItsMembers(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0)
        .All(property => property.DeclaringType!.GetField(
            $"<{property.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance) is not null);
}

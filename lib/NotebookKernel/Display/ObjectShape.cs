using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace NotebookKernel.Display;

/// <summary>What the formatters need to know of a type: is it one thing, and if not, what is it made of.</summary>
internal static class ObjectShape
{
    /// <summary>Items shown of a sequence; as in the retired kernel.</summary>
    public const int ItemLimit = 20;

    /// <summary>How deep sequences inside values are opened.</summary>
    public const int DepthLimit = 4;

    /// <summary>How deep objects are opened: a tree of neighbours of neighbours tells nobody anything.</summary>
    public const int MemberDepthLimit = 2;

    /// <summary>True for values that are shown as their own text: numbers, dates, types, delegates.</summary>
    public static bool IsScalar(object value) =>
        value is string or char or bool or IFormattable or Type or Uri or Version or StringBuilder or Delegate or Task
            or MemberInfo or Pointer
        || value.GetType() is { IsPrimitive: true } or { IsEnum: true };

    /// <summary>True for types whose <c>ToString</c> the author of the type wrote.</summary>
    public static bool HasOwnToString(Type type) =>
        !IsRecord(type) && !IsAnonymous(type)
        && type.GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance, [])
            is { DeclaringType: { } declarer }
        && declarer != typeof(object) && declarer != typeof(ValueType);

    /// <summary>True for values whose author wrote a text for them, which then is how they are shown.</summary>
    /// <remarks>The framework's collections write their type's name, so their items say more.</remarks>
    public static bool IsOwnText(object value) =>
        HasOwnToString(value.GetType()) && !(value is IEnumerable && IsFramework(value.GetType()));

    /// <summary>The public properties and fields of a value, in the order of declaration, base types first.</summary>
    public static IReadOnlyList<(string Name, Func<object, object?> Read)> Members(Type type) =>
        Cache.GetValue(type, static t => new Box(ReadMembers(t))).Members;

    /// <summary>The value of a member; what it threw when it cannot be read.</summary>
    public static object? Read(Func<object, object?> member, object owner)
    {
#pragma warning disable CA1031 // a getter that throws is shown, it does not break the display of its owner
        try
        {
            return member(owner);
        }
        catch (TargetInvocationException error)
        {
            return new Markup("text/plain", $"<{error.InnerException?.GetType().Name}>");
        }
        catch (Exception error)
        {
            return new Markup("text/plain", $"<{error.GetType().Name}>");
        }
#pragma warning restore CA1031
    }

    /// <summary>The first items of a sequence, and how many there are more: 0, a number, or null for "some".</summary>
    /// <remarks>Never enumerates further than one item past the limit: a sequence may be endless.</remarks>
    public static (List<object?> Items, int? More) Take(IEnumerable sequence)
    {
        if (sequence is Taken taken) return (taken.Items, taken.More);
        var items = new List<object?>();
        var enumerator = sequence.GetEnumerator();
        try
        {
            while (items.Count < ItemLimit)
            {
                if (!enumerator.MoveNext()) return (items, 0);
                items.Add(enumerator.Current);
            }
            if (Count(sequence) is { } count) return (items, Math.Max(0, count - items.Count));
            return (items, enumerator.MoveNext() ? null : 0);
        }
        finally
        {
            (enumerator as IDisposable)?.Dispose();
        }
    }

    /// <summary>A lazy sequence as its first items, so that it runs once however many forms are made of it.</summary>
    public static object? Once(object? value)
    {
        if (value is not IEnumerable sequence || IsScalar(value) || Count(sequence) is not null
            || IsOwnText(value))
            return value;
        var (items, more) = Take(sequence);
        return new Taken(items, more);
    }

    /// <summary>The words for the items that are not shown.</summary>
    public static string MoreText(int? more) => more is { } count ? $"… {count} more" : "… more";

    /// <summary>The name of a type as a reader writes it: <c>List&lt;Int32&gt;</c>.</summary>
    public static string Name(Type type)
    {
        if (type.IsArray) return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (!type.IsGenericType) return type.Name;
        var tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        var name = tick < 0 ? type.Name : type.Name[..tick];
        return $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }

    public static bool IsAnonymous(Type type) =>
        type.Name.Contains("AnonymousType", StringComparison.Ordinal)
        && type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static readonly ConditionalWeakTable<Type, Box> Cache = [];

    private static bool IsFramework(Type type) =>
        type.Namespace?.StartsWith("System", StringComparison.Ordinal) ?? false;

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public,
            [typeof(StringBuilder)]) is not null;

    private static int? Count(IEnumerable sequence)
    {
        if (sequence is ICollection collection) return collection.Count;
        var counted = sequence.GetType().GetInterfaces().FirstOrDefault(type => type.IsGenericType
            && (type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>)
                || type.GetGenericTypeDefinition() == typeof(ICollection<>)));
        return counted?.GetProperty("Count")?.GetValue(sequence) as int?;
    }

    private static List<(string, Func<object, object?>)> ReadMembers(Type type)
    {
        var members = new List<(string, Func<object, object?>)>();
        foreach (var member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance)
            .OrderBy(member => Depth(member.DeclaringType)).ThenBy(member => member.MetadataToken))
        {
            if (member is FieldInfo field && !ByReference(field.FieldType))
                members.Add((field.Name, field.GetValue));
            else if (member is PropertyInfo { CanRead: true } property && property.GetMethod is { IsPublic: true }
                && property.GetIndexParameters().Length == 0 && !ByReference(property.PropertyType))
                members.Add((property.Name, property.GetValue));
        }
        return members;

        static bool ByReference(Type type) => type.IsByRef || type.IsByRefLike || type.IsPointer;
        static int Depth(Type? type) => type is null ? 0 : 1 + Depth(type.BaseType);
    }

    private sealed class Taken(List<object?> items, int? more) : IEnumerable
    {
        public List<object?> Items => items;

        public int? More => more;

        public IEnumerator GetEnumerator() => items.GetEnumerator();
    }

    private sealed record Box(IReadOnlyList<(string Name, Func<object, object?> Read)> Members);
}

using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace ManagedTorch.Tests.Contract;

/// <summary>Types, parameters and literals as the contract file writes them.</summary>
internal static class SignatureText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(char)] = "char",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    public static string Parameters(MethodBase method)
    {
        var extension = method.IsDefined(typeof(ExtensionAttribute), false);
        return string.Join(", ", method.GetParameters().Select((p, i) => Parameter(p, extension && i == 0)));
    }

    public static string Parameter(ParameterInfo parameter, bool isThis)
    {
        var type = parameter.ParameterType;
        var text = new StringBuilder(isThis ? "this " : "");
        if (type.IsByRef)
        {
            text.Append(parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ");
            type = type.GetElementType()!;
        }

        if (parameter.IsDefined(typeof(ParamArrayAttribute), false)) text.Append("params ");
        text.Append(Name(type, names: TupleNames(parameter.GetCustomAttributes(false)))).Append(' ')
            .Append(parameter.Name);
        if (!parameter.HasDefaultValue && !parameter.IsOptional) return text.ToString();
        var value = parameter.RawDefaultValue;
        return text.Append(" = ").Append(Literal(value is DBNull or Missing ? null : value, type)).ToString();
    }

    public static string Literal(object? value, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null) return type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null";
        if (plain.IsEnum)
        {
            var member = Enum.ToObject(plain, value);
            return Enum.IsDefined(plain, member) ? $"{Name(plain)}.{member}"
                : $"({Name(plain)}){Convert.ToInt64(value, CultureInfo.InvariantCulture)}";
        }

        return value switch
        {
            bool b => b ? "true" : "false",
            string s =>
                "\"" + s.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
                .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)
                .Replace("\t", "\\t", StringComparison.Ordinal) + "\"",
            char c => $"'{c}'",
            double d =>
                d.ToString("R", CultureInfo.InvariantCulture) + (d == Math.Floor(d) && Math.Abs(d) < 1e15 ? ".0" : ""),
            float f => f.ToString("R", CultureInfo.InvariantCulture) + "f",
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
    }

    public static string Constraints(Type[] arguments)
    {
        var text = new StringBuilder();
        foreach (var argument in arguments)
        {
            var constraints = new List<string>();
            var attributes = argument.GenericParameterAttributes;
            var isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
            if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)) constraints.Add("class");
            if (isStruct) constraints.Add("struct");
            constraints.AddRange(
                argument.GetGenericParameterConstraints().Where(x => x != typeof(ValueType)).Select(x => Name(x)));
            if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct)
                constraints.Add("new()");
            if (constraints.Count > 0)
                text.Append(" where ").Append(argument.Name).Append(" : ").AppendJoin(", ", constraints);
        }

        return text.ToString();
    }

    public static Queue<string?>? TupleNames(IEnumerable<object> attributes) =>
        attributes.OfType<TupleElementNamesAttribute>().FirstOrDefault() is { } names
            ? new(names.TransformNames)
            : null;

    public static string Name(Type type, bool declaration = false, Queue<string?>? names = null)
    {
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsArray)
            return Name(type.GetElementType()!, false, names) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (type.IsPointer) return Name(type.GetElementType()!) + "*";
        if (type.IsByRef) return "ref " + Name(type.GetElementType()!, false, names);
        if (type.IsGenericParameter) return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } inner && !declaration) return Name(inner, false, names) + "?";
        return type.IsGenericType && type.Namespace == "System" && type.GetGenericArguments().Length < 8
            && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal) ? Tuple(type, names) : Nested(type, names);
    }

    private static string Tuple(Type type, Queue<string?>? names)
    {
        var items = type.GetGenericArguments();
        var own = items.Select(_ => names is { Count: > 0 } ? names.Dequeue() : null).ToArray();
        var texts = items.Select((x, i) => Name(x, false, names) + (own[i] is null ? "" : " " + own[i]));
        return $"({string.Join(", ", texts)})";
    }

    private static string Nested(Type type, Queue<string?>? names)
    {
        var chain = new List<Type>();
        for (var t = type; t is not null; t = t.DeclaringType) chain.Insert(0, t);
        var arguments = type.GetGenericArguments();
        var (used, text) = (0, new StringBuilder());
        var space = chain[0].Namespace;
        if (!string.IsNullOrEmpty(space) && space != "System" && space != "System.IO"
            && !space.StartsWith("System.Collections", StringComparison.Ordinal)) text.Append(space).Append('.');
        for (var i = 0; i < chain.Count; i++)
        {
            if (i > 0) text.Append('.');
            var parts = chain[i].Name.Split('`');
            text.Append(parts[0]);
            if (parts.Length == 1) continue;
            var count = int.Parse(parts[1], CultureInfo.InvariantCulture);
            text.Append('<')
                .AppendJoin(", ", arguments.Skip(used).Take(count).Select(x => Name(x, false, names))).Append('>');
            used += count;
        }

        return text.ToString();
    }
}

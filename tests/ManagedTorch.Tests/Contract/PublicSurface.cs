using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace ManagedTorch.Tests.Contract;

/// <summary>
/// The public and protected members of an assembly, one line each, in the words of the contract file.
/// </summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Every line for the public types of a namespace and those below it.</summary>
    public static List<string> Of(Assembly assembly, string prefix)
    {
        var lines = new List<string>();
        foreach (var type in assembly.GetTypes())
        {
            var inside = type.Namespace == prefix
                || type.Namespace?.StartsWith(prefix + ".", StringComparison.Ordinal) == true;
            if (inside && IsVisible(type) && !type.IsDefined(typeof(CompilerGeneratedAttribute), false))
                AddType(type, lines);
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static bool IsVisible(Type type)
    {
        for (var t = type; t is not null; t = t.DeclaringType)
            if (!(t.IsPublic || t.IsNestedPublic || t.IsNestedFamily || t.IsNestedFamORAssem)) return false;
        return true;
    }

    private static bool IsVisible(MethodBase? m) => m is not null && (m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly);

    private static string Access(MethodBase m) => m.IsPublic ? "public" : "protected";

    private static void AddType(Type type, List<string> lines)
    {
        var name = SignatureText.Name(type, declaration: true);
        if (type.BaseType == typeof(MulticastDelegate))
        {
            var invoke = type.GetMethod("Invoke")!;
            lines.Add($"delegate {name}({SignatureText.Parameters(invoke)}) : {SignatureText.Name(invoke.ReturnType)}");
            return;
        }

        if (type.IsEnum)
        {
            lines.Add($"enum {name} : {SignatureText.Name(Enum.GetUnderlyingType(type))}");
            foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static))
            {
                var value = Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture);
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"enumval {name}.{field.Name} = {value}"));
            }
            return;
        }

        lines.Add($"type {Kind(type)} {name}{Bases(type)}"
            + SignatureText.Constraints(type.IsGenericTypeDefinition ? type.GetGenericArguments() : []));
        foreach (var constructor in type.GetConstructors(Declared))
            if (IsVisible(constructor) && !constructor.IsStatic)
                lines.Add($"ctor {Access(constructor)} {name}({SignatureText.Parameters(constructor)})");
        var accessors = AddProperties(type, name, lines);
        AddEvents(type, name, lines, accessors);
        AddFields(type, name, lines);
        foreach (var method in type.GetMethods(Declared))
            if (IsVisible(method) && !accessors.Contains(method)) AddMethod(method, name, lines);
    }

    private static string Kind(Type type) => type.IsInterface ? "interface" : type.IsValueType ? "struct"
        : type.IsAbstract && type.IsSealed ? "static class" : type.IsAbstract ? "abstract class"
        : type.IsSealed ? "sealed class" : "class";

    private static string Bases(Type type)
    {
        var bases = new List<string>();
        if (type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType)) bases.Add(SignatureText.Name(b));
        var interfaces = type.GetInterfaces().Where(i => i.IsVisible).ToArray();
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        bases.AddRange(interfaces
            .Where(i => !inherited.Contains(i) && !interfaces.Any(j => j != i && j.GetInterfaces().Contains(i)))
            .Select(i => SignatureText.Name(i)).Order(StringComparer.Ordinal));
        return bases.Count > 0 ? " : " + string.Join(", ", bases) : "";
    }

    private static HashSet<MethodInfo> AddProperties(Type type, string name, List<string> lines)
    {
        var accessors = new HashSet<MethodInfo>();
        foreach (var property in type.GetProperties(Declared))
        {
            var (get, set) = (property.GetMethod, property.SetMethod);
            if (get is not null) accessors.Add(get);
            if (set is not null) accessors.Add(set);
            if ((!IsVisible(get) && !IsVisible(set)) || property.Name.Contains('.', StringComparison.Ordinal)) continue;
            var main = IsVisible(get) ? get! : set!;
            var index = property.GetIndexParameters();
            var member = index.Length == 0 ? property.Name
                : $"this[{string.Join(", ", index.Select(q => SignatureText.Parameter(q, false)))}]";
            var init = set?.ReturnParameter.GetRequiredCustomModifiers().Any(x => x.Name == "IsExternalInit") == true;
            var setter = !IsVisible(set) ? ""
                : (set!.IsPublic || !main.IsPublic ? "" : " protected") + (init ? " init;" : " set;");
            lines.Add($"property {Access(main)} {Modifiers(main)}{name}.{member} : "
                + SignatureText.Name(
                    property.PropertyType, names: SignatureText.TupleNames(property.GetCustomAttributes(false)))
                + $" {{{(IsVisible(get) ? " get;" : "")}{setter} }}");
        }

        return accessors;
    }

    private static void AddEvents(Type type, string name, List<string> lines, HashSet<MethodInfo> accessors)
    {
        foreach (var e in type.GetEvents(Declared))
        {
            accessors.UnionWith(new[] { e.AddMethod, e.RemoveMethod }.OfType<MethodInfo>());
            if (IsVisible(e.AddMethod))
                lines.Add($"event {Access(e.AddMethod!)} {Modifiers(e.AddMethod!)}{name}.{e.Name} : "
                    + SignatureText.Name(e.EventHandlerType!));
        }
    }

    private static void AddFields(Type type, string name, List<string> lines)
    {
        foreach (var field in type.GetFields(Declared))
        {
            if (!(field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly)) continue;
            var access = field.IsPublic ? "public" : "protected";
            var names = SignatureText.TupleNames(field.GetCustomAttributes(false));
            lines.Add(field.IsLiteral
                ? $"const {access} {name}.{field.Name} : {SignatureText.Name(field.FieldType)} = "
                    + SignatureText.Literal(field.GetRawConstantValue(), field.FieldType)
                : $"field {access} {(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}"
                    + $"{name}.{field.Name} : {SignatureText.Name(field.FieldType, names: names)}");
        }
    }

    private static void AddMethod(MethodInfo method, string name, List<string> lines)
    {
        if (method.Name.AsSpan().ContainsAny('.', '<') || method.Name == "Finalize") return;
        var isOperator = method.IsSpecialName && method.Name.StartsWith("op_", StringComparison.Ordinal);
        var arguments = method.IsGenericMethodDefinition ? method.GetGenericArguments() : [];
        var generic = arguments.Length > 0 ? $"<{string.Join(", ", arguments.Select(x => x.Name))}>" : "";
        var names = SignatureText.TupleNames(method.ReturnTypeCustomAttributes.GetCustomAttributes(false));
        var line = new StringBuilder(isOperator ? "operator " : "method ").Append(Access(method)).Append(' ')
            .Append(Modifiers(method)).Append(name).Append('.').Append(method.Name).Append(generic).Append('(')
            .Append(SignatureText.Parameters(method)).Append(") : ")
            .Append(SignatureText.Name(method.ReturnType, names: names)).Append(SignatureText.Constraints(arguments));
        lines.Add(line.ToString());
    }

    private static string Modifiers(MethodInfo m)
    {
        if (m.IsStatic) return "static ";
        if (m.DeclaringType!.IsInterface || !m.IsVirtual) return "";
        var overrides = m.GetBaseDefinition() != m;
        if (m.IsAbstract) return overrides ? "abstract override " : "abstract ";
        if (overrides) return m.IsFinal ? "sealed override " : "override ";
        return m.IsFinal ? "" : "virtual ";
    }
}

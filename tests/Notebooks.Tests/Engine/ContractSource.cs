using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace Notebooks.Tests.Engine;

/// <summary>
/// C# with the public members of TorchSharp and nothing inside them: enough to compile against, where the package does
/// not restore.
/// </summary>
/// <remarks>
/// It need not compile itself without an error (an interface may be implemented explicitly, which the contract does not
/// list): what refers to it binds to its members all the same.
/// </remarks>
internal static partial class ContractSource
{
    private static readonly Dictionary<string, string> Operators = new()
    {
        ["op_Addition"] = "+",
        ["op_Subtraction"] = "-",
        ["op_Multiply"] = "*",
        ["op_Division"] = "/",
        ["op_Modulus"] = "%",
        ["op_BitwiseAnd"] = "&",
        ["op_BitwiseOr"] = "|",
        ["op_ExclusiveOr"] = "^",
        ["op_LeftShift"] = "<<",
        ["op_RightShift"] = ">>",
        ["op_Equality"] = "==",
        ["op_Inequality"] = "!=",
        ["op_LessThan"] = "<",
        ["op_GreaterThan"] = ">",
        ["op_LessThanOrEqual"] = "<=",
        ["op_GreaterThanOrEqual"] = ">=",
        ["op_UnaryNegation"] = "-",
        ["op_UnaryPlus"] = "+",
        ["op_LogicalNot"] = "!",
        ["op_OnesComplement"] = "~",
        ["op_Increment"] = "++",
        ["op_Decrement"] = "--",
    };

    public static string Write(IReadOnlyCollection<string> lines)
    {
        var source = new StringBuilder("using System; using System.IO; using System.Collections;\n")
            .Append("using System.Collections.Generic; using System.Collections.ObjectModel;\n");
        foreach (var space in ContractTree.Parse(lines))
        {
            source.Append("namespace ").Append(space.Key).Append(" {\n");
            foreach (var type in space) Write(type, source);
            source.Append("}\n");
        }
        return source.ToString();
    }

    private static void Write(ContractType type, StringBuilder source)
    {
        if (type.Kind == "enum")
        {
            source.Append("public enum ").Append(type.Name).Append(type.Heritage).Append(" {");
            foreach (var member in type.Members) source.Append(Escape(member.Name)).Append(member.Rest).Append(", ");
            source.Append("}\n");
            return;
        }
        if (type.Kind == "delegate")
        {
            source.Append(Member(new ContractMember("delegate", "public", type.Name, type.Heritage), isInterface: true))
                .Append('\n');
            return;
        }
        var isInterface = type.Kind.EndsWith("interface", StringComparison.Ordinal);
        source.Append("public ").Append(type.Kind).Append(' ').Append(Escape(type.Name)).Append(type.Heritage)
            .Append(" {\n");
        foreach (var member in type.Members) source.Append(Member(member, isInterface)).Append('\n');
        foreach (var inner in type.Types.Values) Write(inner, source);
        source.Append("}\n");
    }

    private static string Member(ContractMember member, bool isInterface)
    {
        var modifiers = isInterface ? "" : member.Modifiers;
        var hasBody = !isInterface && !modifiers.Contains("abstract", StringComparison.Ordinal);
        if (member.Kind == "ctor")
            return $"{modifiers} {member.Name.Split('<')[0]}{Parameters(member.Rest)} {{ }}";
        if (member.Kind == "const") return $"{modifiers} const {Typed(member.Rest, member.Name)};";
        if (member.Kind == "field") return $"{modifiers} {Typed(member.Rest, member.Name)};";
        if (member.Kind == "property") return Property(member, modifiers, hasBody);

        // (parameters) : result where constraints
        var end = Closing(member.Rest);
        var parameters = Parameters(member.Rest[..(end + 1)]);
        var result = member.Rest[(end + 4)..];
        var at = result.IndexOf(" where ", StringComparison.Ordinal);
        var (type, constraints) = at < 0 ? (result, "") : (result[..at], result[at..]);
        if (modifiers.Contains("override", StringComparison.Ordinal)) constraints = "";
        var body = hasBody ? " => throw null;" : ";";
        if (member.Kind == "delegate") return $"public delegate {type} {member.Name}{parameters};";
        if (member.Kind != "operator")
            return $"{modifiers} {type} {Escape(member.Name)}{parameters}{constraints}{body}";
        return member.Name switch
        {
            "op_Implicit" => $"{modifiers} implicit operator {type}{parameters}{body}",
            "op_Explicit" => $"{modifiers} explicit operator {type}{parameters}{body}",
            _ => $"{modifiers} {type} operator {Operators[member.Name]}{parameters}{body}",
        };
    }

    private static string Property(ContractMember member, string modifiers, bool hasBody)
    {
        var brace = member.Rest.LastIndexOf('{');
        var accessors = member.Rest[brace..];
        if (hasBody)
            accessors = accessors.Replace("get;", "get => throw null;", StringComparison.Ordinal)
                .Replace("set;", "set { }", StringComparison.Ordinal)
                .Replace("init;", "init { }", StringComparison.Ordinal);
        var text = member.Rest[..brace].TrimEnd();
        if (!text.StartsWith('[')) return $"{modifiers} {Typed(text, member.Name)} {accessors}";
        var end = text.LastIndexOf("] : ", StringComparison.Ordinal);
        return $"{modifiers} {text[(end + 4)..]} this{Parameters(text[..(end + 1)])} {accessors}";
    }

    // " : type = value" and a name as "type name = value"
    private static string Typed(string rest, string name)
    {
        var parts = rest[" : ".Length..].Split(" = ", 2);
        return $"{parts[0]} {Escape(name)}{(parts.Length > 1 ? " = " + parts[1] : "")}";
    }

    // A parameter's name is the word before a comma, an equals sign or the end; it may be one of C#'s own.
    private static string Parameters(string text) =>
        ParameterName().Replace(text, match => SyntaxFacts.GetKeywordKind(match.Value) == SyntaxKind.None
            || match.Value is "null" or "true" or "false" or "default" ? match.Value : "@" + match.Value);

    [GeneratedRegex(@"(?<=[\w>?\])] )\w+(?=( = |, |\)$|\]$))")]
    private static partial Regex ParameterName();

    private static int Closing(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '(') depth++;
            else if (text[i] == ')' && --depth == 0) return i;
        }
        throw new FormatException($"no closing parenthesis in \"{text}\"");
    }

    private static string Escape(string name)
    {
        var word = name.Split('<')[0];
        return SyntaxFacts.GetKeywordKind(word) == SyntaxKind.None || word == "this" ? name : "@" + name;
    }
}

using System.Text.RegularExpressions;

namespace Notebooks.Tests.Engine;

/// <summary>A type of the contract file, with the lines of its members and the types inside it.</summary>
internal sealed class ContractType(string name)
{
    public string Name { get; } = name;

    /// <summary>What stands before the name: class, static class, enum, delegate, ...</summary>
    public string Kind { get; set; } = "class";

    /// <summary>What stands after the name: bases and constraints, or a delegate's parameters and result.</summary>
    public string Heritage { get; set; } = "";

    public List<ContractMember> Members { get; } = [];

    public Dictionary<string, ContractType> Types { get; } = [];
}

/// <summary>A line of the contract file, cut at the member's name.</summary>
/// <param name="Kind">method, ctor, property, field, const, operator or enumval.</param>
/// <param name="Modifiers">Access and modifiers.</param>
/// <param name="Name">The member's own name, with its type parameters.</param>
/// <param name="Rest">What follows the name.</param>
internal sealed record ContractMember(string Kind, string Modifiers, string Name, string Rest);

/// <summary>The contract file as a tree of namespaces, types and members.</summary>
internal static partial class ContractTree
{
    /// <summary>The types outside any other, by namespace.</summary>
    public static ILookup<string, ContractType> Parse(IReadOnlyCollection<string> lines)
    {
        var names = lines.Select(TypeName).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var spaces = new Dictionary<(string Space, string Name), ContractType>();
        foreach (var line in lines)
        {
            var kind = line[..line.IndexOf(' ', StringComparison.Ordinal)];
            var text = line[(kind.Length + 1)..];
            var modifiers = Modifiers().Match(text).Value;
            text = text[modifiers.Length..];
            var path = Segments(text, out var rest);
            var declares = kind is "type" or "enum" or "delegate";
            var owner = Owner(declares || kind == "ctor" ? path : path[..^1]);
            if (declares) (owner.Kind, owner.Heritage) = (kind == "type" ? modifiers.Trim() : kind, rest);
            else owner.Members.Add(new ContractMember(kind, modifiers.Trim(), path[^1], rest));
        }
        return spaces.ToLookup(entry => entry.Key.Space, entry => entry.Value);

        // The outermost type is the first part of the path that the file declares; what is before it is a namespace.
        ContractType Owner(IReadOnlyList<string> path)
        {
            var depth = 1;
            while (depth < path.Count && !names.Contains(string.Join('.', path.Take(depth)))) depth++;
            var key = (string.Join('.', path.Take(depth - 1)), path[depth - 1]);
            if (!spaces.TryGetValue(key, out var type)) spaces[key] = type = new ContractType(key.Item2);
            foreach (var name in path.Skip(depth))
            {
                if (!type.Types.TryGetValue(name, out var inner)) type.Types[name] = inner = new ContractType(name);
                type = inner;
            }
            return type;
        }
    }

    [GeneratedRegex(@"^((public|protected|static|readonly|abstract|virtual|override|sealed|class|struct|interface) )*")]
    private static partial Regex Modifiers();

    private static string? TypeName(string line)
    {
        var kind = line[..line.IndexOf(' ', StringComparison.Ordinal)];
        if (kind is not ("type" or "enum" or "delegate")) return null;
        var text = line[(kind.Length + 1)..];
        return string.Join('.', Segments(text[Modifiers().Match(text).Length..], out _));
    }

    /// <summary>The parts of a dotted name, with their type arguments, up to what cannot belong to it.</summary>
    private static List<string> Segments(string text, out string rest)
    {
        var (parts, start, depth, at) = (new List<string>(), 0, 0, 0);
        for (; at < text.Length; at++)
        {
            if (text[at] == '<') depth++;
            else if (text[at] == '>') depth--;
            else if (depth == 0 && text[at] is '(' or '[' or ' ') break;
            else if (depth == 0 && text[at] == '.')
            {
                parts.Add(text[start..at]);
                start = at + 1;
            }
        }
        parts.Add(text[start..at]);
        rest = text[at..];
        return parts;
    }
}

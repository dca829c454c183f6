using System.Text.RegularExpressions;

namespace NotebookKernel.Directives;

/// <summary>A package that a cell asks for.</summary>
/// <param name="Name">Its id; case does not matter.</param>
/// <param name="Version">As written: <c>1.2.3</c>, <c>1.*</c>, <c>*-*</c>; <c>*</c> where the cell names none.</param>
/// <param name="Place">The cell or file with the line.</param>
/// <param name="Line">The line itself.</param>
internal sealed partial record PackageRequest(
    string Name, string Version, string Place, TextPiece.Instruction Line)
{
    private const string Prefix = "nuget:";

    [GeneratedRegex(@"^\w+([.-]\w+)*$")]
    private static partial Regex NameForm();

    // What may stand in a version, a floating version or a range; restore itself reads it.
    [GeneratedRegex(@"^[\w.*+,\[\]() -]+$")]
    private static partial Regex VersionForm();

    /// <summary>True when exactly one version can be meant.</summary>
    public bool IsExact => Version.AsSpan().IndexOfAny("*[(,") < 0;

    /// <summary>True when the newest is meant, whatever it is.</summary>
    public bool IsAny => Version is "*" or "*-*";

    /// <summary>The package as messages name it.</summary>
    public override string ToString() => IsAny ? Name : $"{Name}, {Version}";

    /// <summary>True for <c>#r "nuget: …"</c>, false for an assembly.</summary>
    public static bool IsPackage(TextPiece.Instruction line) =>
        line.Argument.TrimStart('"', ' ').StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads <c>#r "nuget: Name, Version"</c>.</summary>
    /// <exception cref="DirectiveException">The line is malformed.</exception>
    public static PackageRequest Parse(TextPiece.Instruction line, string place)
    {
        var parts = Quoted(line, place, "#r \"nuget: Name, Version\"").Split(',', 2);
        var name = parts[0].Trim();
        var version = parts is [_, var written] ? written.Trim() : "*";
        if (!NameForm().IsMatch(name) || !VersionForm().IsMatch(version))
            throw new DirectiveException(
                $"expected #r \"nuget: Name, Version\", got {line.Name} {line.Argument}; "
                + "a version is a number such as 1.2.3, or 1.*, or left out for the newest", place, line);
        return new PackageRequest(name, version, place, line);
    }

    /// <summary>Reads <c>#i "nuget: folder or address"</c>.</summary>
    /// <returns>An address, or the full path of a folder.</returns>
    /// <exception cref="DirectiveException">The line is malformed, or there is no such folder.</exception>
    public static string Source(TextPiece.Instruction line, string place, string folder)
    {
        var source = Quoted(line, place, "#i \"nuget: folder or address\"");
        if (Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return source;
        var path = Path.GetFullPath(Path.Combine(folder, address is { IsFile: true } ? address.LocalPath : source));
        if (source.Length > 0 && Directory.Exists(path)) return path;
        throw new DirectiveException(
            $"expected a folder of packages or an address after 'nuget:', but there is no folder {path}; "
            + "a path is relative to the notebook's folder", place, line);
    }

    private static string Quoted(TextPiece.Instruction line, string place, string form)
    {
        var end = line.Argument.LastIndexOf('"');
        var text = line.Argument.StartsWith('"') && end > 0 ? line.Argument[1..end].Trim() : "";
        return text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? text[Prefix.Length..].Trim()
            : throw new DirectiveException($"expected {form}, got {line.Name} {line.Argument}", place, line);
    }
}

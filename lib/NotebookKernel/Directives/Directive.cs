namespace NotebookKernel.Directives;

/// <summary>A line of a cell that speaks to the kernel instead of the compiler.</summary>
/// <param name="Name">As it is written, for example <c>#!time</c>.</param>
/// <param name="Aliases">Other ways to write it.</param>
/// <param name="Usage">The name with what follows it, for example <c>#!import path</c>.</param>
/// <param name="Help">What it does, in one line.</param>
public sealed record Directive(string Name, IReadOnlyList<string> Aliases, string Usage, string Help)
{
    /// <summary>Every directive that works here, in the order of their use.</summary>
    public static IReadOnlyList<Directive> All { get; } =
    [
        new("#r", [], "#r \"nuget: Name, Version\"",
            "adds a package, or an assembly: #r \"path.dll\", #r \"System.Xml\""),
        new("#i", [], "#i \"nuget: folder or address\"", "adds a place where packages are looked for"),
        new("#load", [], "#load \"file.csx\"", "compiles a script into the cell; stands before the cell's code"),
        new("#!import", [], "#!import path", "runs a .cs, .csx, .ipynb or .dib file as if its cells were typed here"),
        new("#!csharp", ["#!c#"], "#!csharp", "what follows is C#"),
        new("#!markdown", [], "#!markdown", "what follows is shown as Markdown"),
        new("#!html", [], "#!html", "what follows is shown as HTML"),
        new("#!javascript", ["#!js"], "#!javascript", "what follows runs in the page"),
        new("#!mermaid", [], "#!mermaid", "what follows is drawn as a Mermaid diagram"),
        new("#!time", [], "#!time", "says how long the cell took"),
        new("#!who", [], "#!who", "lists the variables"),
        new("#!whos", [], "#!whos", "lists the variables with their types and values"),
        new("#!lsmagic", [], "#!lsmagic", "lists the directives"),
        new("#!about", [], "#!about", "says what runs the cells: versions, system"),
    ];

    // What notebooks of the retired .NET Interactive kernel may hold besides, and what to do about it.
    private static readonly (string[] Names, string Instead)[] Unsupported =
    [
        (["#!share"], "all cells here are C# and see each other's variables, so leave the line out"),
        (["#!set", "#!value"], "assign a C# variable instead: var name = …;"),
        (["#!fsharp", "#!f#", "#!pwsh", "#!powershell", "#!python"],
            "only C# runs here: write the cell in C#, or start the other program with System.Diagnostics.Process"),
        (["#!sql", "#!kql"], "query from C# with a database library, for example #r \"nuget: Microsoft.Data.Sqlite\""),
        (["#!http"], "send the request from C#: await new System.Net.Http.HttpClient().GetStringAsync(address)"),
        (["#:"], "lines of file-based programs have other forms in a notebook: #r \"nuget: Name, Version\""),
        (["#!connect"], "there are no other kernels to connect to; use a C# library for the same purpose"),
    ];

    /// <summary>The directive of a name or alias; null when there is none. Case does not matter.</summary>
    internal static Directive? Find(string name) => All.FirstOrDefault(directive =>
        Same(directive.Name, name) || directive.Aliases.Any(alias => Same(alias, name)));

    /// <summary>True for every name that the text of another language cannot hold by chance.</summary>
    internal static bool IsKnown(string name) =>
        Find(name) is not null || Unsupported.Any(entry => entry.Names.Any(known => Same(known, name)));

    /// <summary>Why a name that <see cref="Find"/> does not know cannot be used, and what to do instead.</summary>
    internal static string Refusal(string name)
    {
        foreach (var (names, instead) in Unsupported)
            if (names.Any(known => Same(known, name)))
                return $"{name} is not supported here; {instead}";
        var nearest = All.SelectMany(directive => directive.Aliases.Prepend(directive.Name))
            .Where(known => known.StartsWith("#!", StringComparison.Ordinal))
            .MinBy(known => EditDistance.Of(known, name));
        return $"expected a directive, got '{name}'; did you mean {nearest}? (#!lsmagic lists them all)";
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}

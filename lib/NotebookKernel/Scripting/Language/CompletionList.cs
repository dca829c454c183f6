namespace NotebookKernel.Scripting.Language;

/// <summary>What can stand at a place in the code.</summary>
/// <param name="Start">Where the text begins that an item replaces, in UTF-16 units.</param>
/// <param name="End">Where that text ends; the whole word, also when the caret stands inside it.</param>
/// <param name="Items">The candidates, the likeliest first; none when nothing fits.</param>
public sealed record CompletionList(int Start, int End, IReadOnlyList<CompletionItem> Items)
{
    /// <summary>A list without candidates at a position.</summary>
    public static CompletionList None(int position) => new(position, position, []);
}

/// <summary>One candidate of a completion.</summary>
/// <param name="text">What is put into the code.</param>
/// <param name="kind">What it names.</param>
/// <param name="describe">Makes the description when somebody asks: a list may have thousands of items.</param>
public sealed class CompletionItem(string text, CompletionKind kind, Func<string> describe)
{
    private string? _description;

    /// <summary>What is put into the code.</summary>
    public string Text { get; } = text;

    /// <summary>What it names.</summary>
    public CompletionKind Kind { get; } = kind;

    /// <summary>A signature in one line, for example <c>int Math.Max(int a, int b) (+ 3 overloads)</c>.</summary>
    public string Description => _description ??= describe();

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>What a candidate names.</summary>
public enum CompletionKind
{
    /// <summary>A word of the language.</summary>
    Keyword,

    /// <summary>A local variable, a range variable, or a variable of an earlier cell.</summary>
    Variable,

    /// <summary>A parameter of a function.</summary>
    Parameter,

    /// <summary>A named argument, with its colon.</summary>
    Argument,

    /// <summary>A method, or a function of the notebook.</summary>
    Method,

    /// <summary>A method that a static class adds to a type.</summary>
    ExtensionMethod,

    /// <summary>A property.</summary>
    Property,

    /// <summary>A field of a type.</summary>
    Field,

    /// <summary>A named constant.</summary>
    Constant,

    /// <summary>A member of an enumeration.</summary>
    EnumMember,

    /// <summary>An event.</summary>
    Event,

    /// <summary>A namespace.</summary>
    Namespace,

    /// <summary>A class or a record.</summary>
    Class,

    /// <summary>A structure.</summary>
    Struct,

    /// <summary>An interface.</summary>
    Interface,

    /// <summary>An enumeration.</summary>
    Enum,

    /// <summary>A delegate.</summary>
    Delegate,

    /// <summary>A parameter of a generic type or method.</summary>
    TypeParameter,

    /// <summary>A directive such as <c>#r</c>.</summary>
    Directive,

    /// <summary>A file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,
}

namespace NotebookKernel.Scripting.Language;

/// <summary>The words of the language, by where they can stand.</summary>
internal static class Keywords
{
    /// <summary>Names of types.</summary>
    public static readonly string[] Types =
    [
        "bool", "byte", "char", "decimal", "double", "dynamic", "float", "int", "long", "nint", "nuint", "object",
        "sbyte", "short", "string", "uint", "ulong", "ushort",
    ];

    /// <summary>Words that begin a value.</summary>
    public static readonly string[] Expressions =
    [
        "async", "await", "checked", "default", "delegate", "false", "from", "nameof", "new", "null", "sizeof",
        "stackalloc", "static", "throw", "true", "typeof", "unchecked",
    ];

    /// <summary>Words that begin a statement.</summary>
    public static readonly string[] Statements =
    [
        "await", "checked", "const", "do", "fixed", "for", "foreach", "goto", "if", "lock", "ref", "return", "static",
        "switch", "throw", "try", "unchecked", "unsafe", "using", "var", "void", "while", "yield",
    ];

    /// <summary>Words that begin a declaration in a type.</summary>
    public static readonly string[] Members =
    [
        "abstract", "async", "class", "const", "delegate", "enum", "event", "explicit", "extern", "implicit",
        "interface", "internal", "new", "override", "partial", "private", "protected", "public", "readonly", "record",
        "ref", "required", "sealed", "static", "struct", "unsafe", "virtual", "void", "volatile",
    ];

    /// <summary>Words that begin a declaration of a cell.</summary>
    public static readonly string[] Declarations =
    [
        "abstract", "async", "class", "delegate", "enum", "interface", "internal", "partial", "private", "public",
        "readonly", "record", "sealed", "struct",
    ];

    /// <summary>Words that go on after a value.</summary>
    public static readonly string[] AfterValue = ["as", "is", "switch", "with"];

    /// <summary>Words that go on after a value in a query.</summary>
    public static readonly string[] Query =
    [
        "ascending", "by", "descending", "equals", "from", "group", "in", "into", "join", "let", "on", "orderby",
        "select", "where",
    ];

    /// <summary>Words that begin a pattern.</summary>
    public static readonly string[] Patterns = ["default", "false", "not", "null", "true", "var"];
}

using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using NotebookKernel.Scripting;

namespace NotebookKernel.Jupyter;

/// <summary>What the kernel says of itself.</summary>
internal static class KernelInfo
{
    /// <summary>The language as Jupyter's front ends and highlighters call it.</summary>
    public const string Language = "C#";

    // A constant of the compiler's: asking for it loads nothing.
    private const int LanguageVersion = (int)ScriptSession.Language / 100;

    private static readonly string Version =
        typeof(KernelInfo).Assembly.GetName().Version?.ToString(3) ?? "1.0.0";

    /// <summary>The content of a kernel_info_reply.</summary>
    public static JsonObject Reply() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = MessageCodec.ProtocolVersion,
        ["implementation"] = "csharp-notebook-kernel",
        ["implementation_version"] = Version,
        ["language_info"] = new JsonObject
        {
            ["name"] = Language,
            ["version"] = $"{LanguageVersion}.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            // The classic Notebook colours new cells by it; it does not know the language by its name.
            ["codemirror_mode"] = "text/x-csharp",
        },
        ["banner"] = $"C# notebook kernel {Version}: C# {LanguageVersion} on "
            + $"{RuntimeInformation.FrameworkDescription}; #!lsmagic lists what it knows besides",
        ["help_links"] = new JsonArray(new JsonObject
        {
            ["text"] = "C# reference",
            ["url"] = "https://learn.microsoft.com/dotnet/csharp",
        }),
        ["debugger"] = false,
        ["supported_features"] = new JsonArray(),
    };
}

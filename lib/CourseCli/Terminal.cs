using Spectre.Console;

namespace CourseCli;

/// <summary>Where a person watches.</summary>
internal static class Terminal
{
    /// <summary>A console for colours, tables and what changes in place.</summary>
    public static IAnsiConsole On(TextWriter output) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
}

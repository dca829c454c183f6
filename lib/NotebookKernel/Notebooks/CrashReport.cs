using System.Globalization;

namespace NotebookKernel.Notebooks;

/// <summary>Says in words why a worker ended, from what it left on standard error and its exit code.</summary>
internal static class CrashReport
{
    private const int Killed = 137;                             // 128 + SIGKILL
    private const int LinesShown = 20;

    /// <summary>The error of the cell that was running.</summary>
    /// <param name="cell">Its number.</param>
    /// <param name="standardError">What the worker wrote to standard error meanwhile.</param>
    /// <param name="exitCode">Null when the worker could not be seen to end.</param>
    public static CellError Of(int cell, string standardError, int? exitCode)
    {
        var lines = standardError.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var message = string.Create(CultureInfo.InvariantCulture, $"{Cause(lines, exitCode)} in cell {cell}");
        return new CellError("Crashed", message, 0, 0, [message, .. lines.Take(LinesShown)]);
    }

    private static string Cause(string[] lines, int? exitCode)
    {
        if (Find(lines, "Stack overflow") is not null) return "stack overflow";
        if (Find(lines, "Out of memory") is not null) return "out of memory";
        if (Find(lines, "Process terminated") is { } terminated) return FailFast(lines, terminated);
        if (Find(lines, "Unhandled exception") is { } unhandled) return unhandled.TrimEnd('.');
        return exitCode switch
        {
            Killed => "process killed from outside (signal 9; perhaps no memory was left)",
            { } code => string.Create(CultureInfo.InvariantCulture, $"process ended with exit code {code}"),
            null => "process lost",
        };
    }

    // The runtime prints "Process terminated." and the reason after it, on the same or on the next line.
    private static string FailFast(string[] lines, string line)
    {
        var reason = line["Process terminated".Length..].Trim('.', ' ');
        if (reason.Length == 0)
            reason = lines.SkipWhile(text => text != line).Skip(1)
                .FirstOrDefault(text => !text.StartsWith("at ", StringComparison.Ordinal)) ?? "";
        return reason.Length == 0 ? "process terminated (FailFast)" : $"process terminated (FailFast: {reason})";
    }

    private static string? Find(string[] lines, string start) =>
        lines.FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal));
}

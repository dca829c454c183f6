namespace CourseCli;

/// <summary>All that the command knows of where it runs, so that a test can stand for a terminal.</summary>
public sealed record Surroundings
{
    /// <summary>Where results go.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Where complaints go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The folder that relative paths start from.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>True when a person watches: colours, tables that change in place.</summary>
    public required bool IsInteractive { get; init; }

    /// <summary>Reads an environment variable; null when it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The programs and servers around; by default the real ones.</summary>
    public Machine Machine { get; init; } = Machine.This;

    /// <summary>The surroundings of a real call.</summary>
    public static Surroundings OfThisProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        CurrentDirectory = Environment.CurrentDirectory,
        IsInteractive = !Console.IsOutputRedirected
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") is not "dumb",
        Variable = Environment.GetEnvironmentVariable,
    };
}

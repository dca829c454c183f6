using System.Text.Json.Nodes;

namespace NotebookKernel.Notebooks;

/// <summary>How a notebook's process is started.</summary>
public sealed record NotebookProcessOptions
{
    /// <summary>The folder the cells run in, to which <c>#r</c> is relative; the notebook's.</summary>
    public string WorkingDirectory { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>The value of COURSE_BUDGET in the process; null to leave it as it is here.</summary>
    public string? Budget { get; init; }

    /// <summary>Further environment variables; a null value removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>How long an interrupted cell may take to stop before the process is killed.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Characters of text kept for one cell; what it writes beyond that is cut.</summary>
    public int TextLimit { get; init; } = 4_000_000;

    /// <summary>Answers a cell that asks (prompt, is a password); null when nobody is there.</summary>
    public Func<string, bool, string?>? Input { get; init; }

    /// <summary>Told each message as it comes, for a front end that shows output live; null for none.</summary>
    /// <remarks>Called on the reading thread, in order: it must be quick and must not change the message.</remarks>
    public Action<JsonObject>? MessageReceived { get; init; }
}

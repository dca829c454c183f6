namespace NotebookKernel.Notebooks;

/// <summary>How a notebook is run.</summary>
public sealed record NotebookRunOptions
{
    /// <summary>The folder the cells run in; null for the folder of the notebook's file.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The value of COURSE_BUDGET for the cells; null to leave it as it is.</summary>
    public string? Budget { get; init; }

    /// <summary>The most time the whole notebook may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a cell may take to stop when the time is up, before its process is killed.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Further environment variables for the cells; a null value removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();
}

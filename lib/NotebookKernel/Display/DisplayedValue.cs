namespace NotebookKernel.Display;

/// <summary>A value shown below a cell, which can be replaced in place.</summary>
public sealed class DisplayedValue
{
    private readonly string[] _mimeTypes;

    internal DisplayedValue(string displayId, string[] mimeTypes)
    {
        DisplayId = displayId;
        _mimeTypes = mimeTypes;
    }

    /// <summary>The name under which front ends know the output.</summary>
    public string DisplayId { get; }

    /// <summary>Shows <paramref name="value"/> in the place of the earlier one, in the same forms.</summary>
    public void Update(object? value) =>
        CurrentHost.Required.UpdateDisplay(Formatter.Format(value, _mimeTypes), DisplayId);
}

namespace NotebookKernel.Display;

/// <summary>What a cell can call without a prefix: <c>display(x)</c>, <c>HTML(s)</c> and their like.</summary>
/// <remarks>The names are those of the retired .NET Interactive kernel, so that a notebook runs on both.</remarks>
public static class CellFunctions
{
    private static int _displays;

    /// <summary>Shows a value below the cell.</summary>
    /// <param name="value">Anything, also null.</param>
    /// <param name="mimeTypes">The forms to show; none for the forms that the value prefers.</param>
    /// <returns>A handle with which the shown value can be replaced.</returns>
    public static DisplayedValue display(object? value, params string[] mimeTypes)
    {
        ArgumentNullException.ThrowIfNull(mimeTypes);
        var id = $"display-{Environment.ProcessId}-{Interlocked.Increment(ref _displays)}";
        CurrentHost.Required.Display(Formatter.Format(value, mimeTypes), id);
        return new DisplayedValue(id, mimeTypes);
    }

    /// <summary>Removes what the cell has shown so far.</summary>
    /// <param name="wait">True to remove it only when the next output comes, so that the page does not flicker.</param>
    /// <remarks>The retired kernel had no such function.</remarks>
    public static void ClearOutput(bool wait = false) => CurrentHost.Required.ClearOutput(wait);

    /// <summary>HTML as a value: shown as it is, not escaped.</summary>
    public static Markup HTML(string html) => new("text/html", html);

    /// <summary>Applies a style sheet to the page.</summary>
    public static void CSS(string styles) => display(HTML($"<style>{styles}</style>"));

    /// <summary>Runs a script in the page, where the front end trusts the notebook.</summary>
    public static void Javascript(string script) =>
        display(HTML($"<script type=\"text/javascript\">{script}</script>"));

    /// <summary>Asks the reader for a line of text.</summary>
    /// <exception cref="NotSupportedException">The notebook runs without anybody to answer.</exception>
    public static string input(string prompt = "") => CurrentHost.Required.Input(prompt, isPassword: false);

    /// <summary>Asks the reader for a line of text and hides what is typed.</summary>
    /// <exception cref="NotSupportedException">The notebook runs without anybody to answer.</exception>
    public static string password(string prompt = "") => CurrentHost.Required.Input(prompt, isPassword: true);
}

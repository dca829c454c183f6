namespace NotebookKernel.Display;

/// <summary>One of the two text streams of a cell.</summary>
public enum StreamName
{
    /// <summary>What <see cref="Console.Out"/> writes.</summary>
    StandardOutput,

    /// <summary>What <see cref="Console.Error"/> writes.</summary>
    StandardError,
}

/// <summary>
/// Where a running cell's output goes and its input comes from; the only thing a front end implements.
/// </summary>
public interface IKernelHost
{
    /// <summary>Appends text to one of the cell's streams.</summary>
    void Stream(StreamName stream, string text);

    /// <summary>Shows a value below the cell.</summary>
    /// <param name="bundle">The value in each of its forms.</param>
    /// <param name="displayId">The name under which <see cref="UpdateDisplay"/> finds it again; null for none.</param>
    void Display(MimeBundle bundle, string? displayId);

    /// <summary>
    /// Replaces every output, of whatever cell, that was displayed under <paramref name="displayId"/>.
    /// </summary>
    void UpdateDisplay(MimeBundle bundle, string displayId);

    /// <summary>Shows the value of the cell's last expression.</summary>
    void ShowResult(MimeBundle bundle);

    /// <summary>Removes the cell's outputs so far.</summary>
    /// <param name="wait">True to remove them only when the next output comes, so that the page does not
    /// flicker.</param>
    void ClearOutput(bool wait);

    /// <summary>Asks the reader for a line of text.</summary>
    /// <param name="prompt">What to ask.</param>
    /// <param name="isPassword">True to hide what is typed.</param>
    /// <exception cref="NotSupportedException">Nobody is there to answer.</exception>
    string Input(string prompt, bool isPassword);
}

using NotebookKernel.Display;

namespace NotebookKernel.Jupyter;

/// <summary>For code that must show nothing: silent requests and the expressions that a front end evaluates.</summary>
internal sealed class SilentHost : IKernelHost
{
    /// <summary>The value of the last expression; null when there was none.</summary>
    public MimeBundle? Result { get; private set; }

    public void Stream(StreamName stream, string text)
    {
    }

    public void Display(MimeBundle bundle, string? displayId)
    {
    }

    public void UpdateDisplay(MimeBundle bundle, string displayId)
    {
    }

    public void ShowResult(MimeBundle bundle) => Result = bundle;

    public void ClearOutput(bool wait)
    {
    }

    public string Input(string prompt, bool isPassword) => throw new NotSupportedException(
        "expected code that asks nothing, but it asked for input; a silent request has nobody to answer");
}

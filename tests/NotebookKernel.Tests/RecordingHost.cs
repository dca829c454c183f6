using NotebookKernel.Display;

namespace NotebookKernel.Tests;

/// <summary>Keeps what a cell puts out, in order.</summary>
internal sealed class RecordingHost : IKernelHost
{
    private readonly List<string> _events = [];

    private readonly List<MimeBundle> _bundles = [];

    /// <summary>What was displayed or was a result, in all its forms.</summary>
    public IReadOnlyList<MimeBundle> Bundles
    {
        get
        {
            lock (_events) return [.. _bundles];
        }
    }

    public IReadOnlyList<string> Events
    {
        get
        {
            lock (_events) return [.. _events];
        }
    }

    public void Stream(StreamName stream, string text) => Add($"{stream}: {text}");

    public void Display(MimeBundle bundle, string? displayId) => Add($"display: {bundle["text/plain"]}", bundle);

    public void UpdateDisplay(MimeBundle bundle, string displayId) => Add($"update: {bundle["text/plain"]}");

    public void ShowResult(MimeBundle bundle) => Add($"result: {bundle["text/plain"]}", bundle);

    public void ClearOutput(bool wait) => Add($"clear: {wait}");

    public string Input(string prompt, bool isPassword) => $"answer to {prompt}";

    private void Add(string text, MimeBundle? bundle = null)
    {
        lock (_events)
        {
            _events.Add(text);
            if (bundle is not null) _bundles.Add(bundle);
        }
    }
}

using System.Text;
using NotebookKernel.Display;

namespace NotebookKernel.Scripting;

/// <summary>
/// Gathers a cell's text and passes it on in pieces, always before any other output, so that order is kept.
/// </summary>
internal sealed class BufferedHost : IKernelHost, IDisposable
{
    private const int SizeLimit = 16 * 1024;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(40);
    private readonly IKernelHost _inner;
    private readonly StringBuilder _text = new();
    private readonly Lock _lock = new();
    private readonly Timer _timer;
    private StreamName _stream;
    private long _since;

    public BufferedHost(IKernelHost inner)
    {
        _inner = inner;
        _timer = new Timer(_ => Flush());
    }

    public void Stream(StreamName stream, string text)
    {
        if (text.Length == 0) return;
        lock (_lock)
        {
            if (stream != _stream) FlushLocked(all: true);
            _stream = stream;
            if (_text.Length == 0) Start();
            _text.Append(text);
            // A cell may keep the thread pool busy, and with it the timer.
            if (_text.Length >= SizeLimit || Environment.TickCount64 - _since > Interval.TotalMilliseconds)
                FlushLocked(all: false);
        }
    }

    public void Flush()
    {
        lock (_lock) FlushLocked(all: true);
    }

    public void Display(MimeBundle bundle, string? displayId) => AfterText(() => _inner.Display(bundle, displayId));

    public void UpdateDisplay(MimeBundle bundle, string displayId) =>
        AfterText(() => _inner.UpdateDisplay(bundle, displayId));

    public void ShowResult(MimeBundle bundle) => AfterText(() => _inner.ShowResult(bundle));

    public void ClearOutput(bool wait) => AfterText(() => _inner.ClearOutput(wait));

    public string Input(string prompt, bool isPassword)
    {
        Flush();
        return _inner.Input(prompt, isPassword);                // outside the lock: the reader may think for long
    }

    /// <summary>Passes on what is left. Text that comes later still passes, without delay.</summary>
    public void Dispose()
    {
        Flush();
        _timer.Dispose();
    }

    private void AfterText(Action output)
    {
        lock (_lock)
        {
            FlushLocked(all: true);
            output();
        }
    }

    private void Start()
    {
        _since = Environment.TickCount64;
        var isStarted = false;
        try
        {
            isStarted = _timer.Change(Interval, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // As below.
        }
        if (!isStarted) ThreadPool.QueueUserWorkItem(_ => Flush());     // output of a task that outlived its cell
    }

    // A character of two halves is not cut: its first half waits for the second, unless nothing more is to come.
    private void FlushLocked(bool all)
    {
        if (_text.Length == 0) return;
        var half = !all && char.IsHighSurrogate(_text[^1]) ? _text[^1].ToString() : "";
        _text.Length -= half.Length;
        var text = _text.ToString();
        _text.Clear();
        _inner.Stream(_stream, text);
        if (half.Length == 0) return;
        _text.Append(half);
        Start();
    }
}

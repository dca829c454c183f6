using System.Text;

namespace NotebookKernel.Notebooks;

/// <summary>
/// What a worker writes to standard error while a cell runs: the beginning of it, where a crash says its cause.
/// </summary>
/// <remarks>
/// A stack overflow prints a frame for every call; the rest is read and forgotten, so that the pipe never fills.
/// </remarks>
internal sealed class ErrorText
{
    private const int Limit = 64 * 1024;
    private readonly StringBuilder _text = new();

    /// <summary>Forgets what earlier cells wrote.</summary>
    public void Clear()
    {
        lock (_text) _text.Clear();
    }

    /// <summary>Reads until the stream ends.</summary>
    public async Task ReadAsync(StreamReader reader)
    {
        var buffer = new char[4096];
        try
        {
            while (await reader.ReadAsync(buffer).ConfigureAwait(false) is > 0 and var count)
                lock (_text)
                    _text.Append(buffer, 0, Math.Min(count, Limit - _text.Length));
        }
        catch (IOException)
        {
            // The pipe broke with the process.
        }
        catch (ObjectDisposedException)
        {
            // The process was disposed.
        }
    }

    public override string ToString()
    {
        lock (_text) return _text.ToString();
    }
}

using System.Text;
using NotebookKernel.Display;

namespace NotebookKernel.Scripting;

/// <summary>
/// Sends what is written to the console to the cell that wrote it, and asks its host for what is read.
/// </summary>
public static class ConsoleCapture
{
    /// <summary>Takes over the three console streams of this process, for its lifetime.</summary>
    public static void Install()
    {
        Console.SetOut(new CellWriter(StreamName.StandardOutput));
        Console.SetError(new CellWriter(StreamName.StandardError));
        Console.SetIn(new CellReader());
    }

    private sealed class CellWriter(StreamName stream) : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;

        [System.Diagnostics.CodeAnalysis.AllowNull]
        public override string NewLine
        {
            get => "\n";                                        // the same output on every machine
            set => _ = value;
        }

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

        public override void Write(string? value)
        {
            if (!string.IsNullOrEmpty(value)) CurrentHost.Value?.Stream(stream, value);
        }

        public override void WriteLine(string? value) => Write(value + "\n");

        public override void WriteLine() => Write("\n");
    }

    private sealed class CellReader : TextReader
    {
        private readonly Queue<char> _line = new();

        public override string? ReadLine()
        {
            if (_line.Count == 0) return CurrentHost.Required.Input("", isPassword: false);
            var rest = new string([.. _line]).TrimEnd('\n');
            _line.Clear();
            return rest;
        }

        public override int Read()
        {
            if (_line.Count == 0)
                foreach (var character in CurrentHost.Required.Input("", isPassword: false) + "\n")
                    _line.Enqueue(character);
            return _line.Dequeue();
        }

        public override int Peek() => _line.TryPeek(out var character) ? character : -1;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace NotebookKernel.Scripting;

/// <summary>Where an exception came from, as a reader of the notebook sees it: cells and lines, no plumbing.</summary>
/// <param name="Cell">The innermost cell on the way, or null when none is known.</param>
/// <param name="Line">The 1-based line in that cell; 0 when not known.</param>
/// <param name="Lines">The exception and its frames, one text each.</param>
public sealed record ExceptionTrace(int? Cell, int Line, IReadOnlyList<string> Lines)
{
    private const int FramesShown = 30;

    /// <summary>Reads the trace of an exception.</summary>
    public static ExceptionTrace Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var frames = Frames(exception);
        var inCell = frames.Find(frame => CellNames.Number(frame.GetFileName()) is not null);
        var lines = new List<string> { $"{exception.GetType().FullName}: {exception.Message}" };
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException)
            lines.Add($"  caused by {inner.GetType().FullName}: {inner.Message}");
        var texts = frames.Select(Text).OfType<string>().ToList();
        if (texts.Count > FramesShown)
        {
            var skipped = texts.Count - FramesShown;
            texts.RemoveRange(FramesShown * 2 / 3, skipped);
            texts.Insert(FramesShown * 2 / 3,
                string.Create(CultureInfo.InvariantCulture, $"   … {skipped} more frames"));
        }
        lines.AddRange(texts);
        return new ExceptionTrace(CellNames.Number(inCell?.GetFileName()), inCell?.GetFileLineNumber() ?? 0, lines);
    }

    /// <summary>The 1-based line of the given cell through which the exception passed; 0 when it did not.</summary>
    public static int LineIn(Exception exception, int cell)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Frames(exception).Find(frame => CellNames.Number(frame.GetFileName()) == cell)?.GetFileLineNumber() ?? 0;
    }

    /// <summary>The trace with the directive at its end that brought the code into a cell.</summary>
    internal ExceptionTrace Through(string directive, string argument, int cell, int line) => new(
        Cell ?? cell,
        Cell is null ? line : Line,
        [
            .. Lines,
            string.Create(CultureInfo.InvariantCulture, $"   at {directive} {argument} in cell {cell}, line {line}"),
        ]);

    /// <summary>The whole trace as text.</summary>
    public override string ToString() => string.Join('\n', Lines);

    private static List<StackFrame> Frames(Exception exception) =>
        [.. new StackTrace(exception, fNeedFileInfo: true).GetFrames().Where(frame => !IsPlumbing(frame.GetMethod()))];

    private static bool IsPlumbing(MethodBase? method)
    {
        var owner = method?.DeclaringType?.FullName ?? "";
        return owner.StartsWith("Microsoft.CodeAnalysis.Scripting", StringComparison.Ordinal)
            || owner.StartsWith("NotebookKernel.Scripting.", StringComparison.Ordinal)
            || owner.StartsWith("System.Runtime.ExceptionServices.", StringComparison.Ordinal)
            || owner.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal)
            || owner.StartsWith("System.Runtime.ControlledExecution", StringComparison.Ordinal);
    }

    // Null for the code that starts a cell, which is nobody's.
    private static string? Text(StackFrame frame)
    {
        var name = frame.GetMethod() is { } method ? MethodName(method) : "";
        var place = frame.GetFileName() is { } file
            ? string.Create(CultureInfo.InvariantCulture, $"{CellNames.Words(file)}, line {frame.GetFileLineNumber()}")
            : null;
        return (name, place) switch
        {
            ("", null) => null,
            ("", _) => $"   at {place}",
            (_, null) => $"   at {name}",
            _ => $"   at {name} in {place}",
        };
    }

    // A name as it was written; empty for the code of a cell itself, whose name means nothing to the reader.
    private static string MethodName(MethodBase method)
    {
        var type = method.DeclaringType;
        var name = method.Name;
        var parameters = true;
        if (name == "MoveNext" && type?.Name.StartsWith('<') == true)
        {
            name = type.Name;                                   // <Train>d__3: the state machine of Train
            type = type.DeclaringType;
            parameters = false;
        }
        if (type?.Name.StartsWith("<>c", StringComparison.Ordinal) == true) type = type.DeclaringType;
        var isGenerated = name.StartsWith('<');
        name = Unmangle(name);
        if (isGenerated && name.Trim('<', '>') is ("Initialize" or "Factory")) return "";
        var owner = OwnerName(type);
        var text = new StringBuilder(owner).Append(owner.Length > 0 ? "." : "").Append(name);
        if (!parameters) return text.ToString();
        var named = method.GetParameters().Select(p => $"{p.ParameterType.Name.Split('`')[0]} {p.Name}");
        return text.Append('(').AppendJoin(", ", named).Append(')').ToString();
    }

    // Types of cells are nested in a class that Roslyn makes for the cell; the reader has never seen it.
    private static string OwnerName(Type? type)
    {
        if (type is null || type.Name.StartsWith("Submission#", StringComparison.Ordinal)) return "";
        var name = type.Name.Split('`')[0];
        var outer = type.DeclaringType is { } declaring ? OwnerName(declaring) : type.Namespace ?? "";
        return outer.Length > 0 ? $"{outer}.{name}" : name;
    }

    private static string Unmangle(string name)
    {
        if (!name.StartsWith('<')) return name;
        var end = name.LastIndexOf('>');
        var inside = name[1..end];
        var kind = end + 1 < name.Length ? name[end + 1] : ' ';
        if (kind != 'g') return kind == 'b' ? "lambda" : inside;
        var local = name[(name.IndexOf("g__", end, StringComparison.Ordinal) + 3)..];
        return local.Split('|')[0];
    }
}

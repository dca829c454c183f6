using System.Globalization;
using System.Net;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Scripting;
using NotebookKernel.Display;
using NotebookKernel.Scripting;
using NotebookKernel.Scripting.Language;

namespace NotebookKernel.Directives;

/// <summary>What <c>#!who</c>, <c>#!whos</c>, <c>#!lsmagic</c> and <c>#!about</c> show.</summary>
internal static class SessionReport
{
    private const string NoVariables = "no variables yet";

    /// <summary>The report that a directive asks for.</summary>
    /// <param name="name">The directive's proper name.</param>
    /// <param name="variables">The session's variables; of several with one name the last counts.</param>
    internal static MimeBundle Of(string name, IEnumerable<ScriptVariable> variables) => name switch
    {
        "#!who" => Names(variables),
        "#!whos" => Values(variables),
        "#!lsmagic" => Table(
            ["directive", "", "what it does"],
            Directive.All.Select(known => new[] { known.Usage, string.Join(' ', known.Aliases), known.Help })),
        "#!about" => About(),
        _ => throw new ArgumentException($"expected a directive that reports, got {name}", nameof(name)),
    };

    private static IEnumerable<ScriptVariable> Latest(IEnumerable<ScriptVariable> variables) => variables
        .GroupBy(variable => variable.Name, StringComparer.Ordinal)
        .Select(group => group.Last())
        .OrderBy(variable => variable.Name, StringComparer.Ordinal);

    private static MimeBundle Names(IEnumerable<ScriptVariable> variables)
    {
        var names = Latest(variables).Select(variable => variable.Name).ToArray();
        return new MimeBundle("text/plain", names.Length == 0 ? NoVariables : string.Join('\n', names));
    }

    private static MimeBundle Values(IEnumerable<ScriptVariable> variables) => !variables.Any()
        ? new MimeBundle("text/plain", NoVariables)
        : Table(
            ["name", "type", "value"],
            Latest(variables).Select(variable => new[]
            {
                variable.Name,
                ObjectShape.Name(variable.Type),
                VariableValue.Of(variable.Value) ?? $"({ObjectShape.Name(variable.Value!.GetType())})",
            }));

    private static MimeBundle About()
    {
        var kernel = Assembly.GetExecutingAssembly().GetName();
        var compiler = typeof(CSharpCompilation).Assembly.GetName();
        var language = ScriptSession.Language.ToDisplayString();
        return Table(
            ["", ""],
            [
                ["kernel", string.Create(CultureInfo.InvariantCulture, $"{kernel.Name} {kernel.Version?.ToString(3)}")],
                ["language", $"C# {language} (script)"],
                ["compiler", $"Roslyn {compiler.Version?.ToString(3)}"],
                ["runtime", RuntimeInformation.FrameworkDescription],
                ["system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}"],
            ]);
    }

    private static MimeBundle Table(string[] head, IEnumerable<string[]> body)
    {
        var rows = body.ToArray();
        var html = new StringBuilder("<table>");
        if (head.Any(title => title.Length > 0)) AppendRow(html, "th", head);
        foreach (var row in rows) AppendRow(html, "td", row);
        var bundle = new MimeBundle("text/html", html.Append("</table>").ToString());
        bundle["text/plain"] = Plain([head, .. rows]);
        return bundle;
    }

    private static void AppendRow(StringBuilder html, string tag, string[] cells)
    {
        html.Append("<tr>");
        foreach (var cell in cells)
            html.Append('<').Append(tag).Append('>').Append(WebUtility.HtmlEncode(cell)).Append("</").Append(tag)
                .Append('>');
        html.Append("</tr>");
    }

    private static string Plain(string[][] rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(row => row[i].Length)).ToArray();
        var lines = rows.Select(row => string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }
}

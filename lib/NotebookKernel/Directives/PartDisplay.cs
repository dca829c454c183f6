using System.Globalization;
using Microsoft.CodeAnalysis.Scripting;
using NotebookKernel.Display;

namespace NotebookKernel.Directives;

/// <summary>How the parts of a cell that are not C# are shown.</summary>
internal static class PartDisplay
{
    /// <summary>Shows a part below the running cell.</summary>
    /// <param name="part">Anything but code.</param>
    /// <param name="variables">The session's variables.</param>
    public static void Show(CellPart part, IEnumerable<ScriptVariable> variables)
    {
        switch (part)
        {
            case CellPart.Show { Language: "#!javascript" } show: CellFunctions.Javascript(show.Text); break;
            case CellPart.Show { Language: "#!mermaid" } show: CellFunctions.display(Mermaid(show.Text)); break;
            case CellPart.Show { Language: "#!html" } show: show.Text.DisplayAs("text/html"); break;
            case CellPart.Show { Language: "#!markdown" } show: show.Text.DisplayAs("text/markdown"); break;
            case CellPart.Report report: CellFunctions.display(SessionReport.Of(report.Name, variables)); break;
            default: throw new ArgumentException($"expected a part to show, got {part.GetType().Name}", nameof(part));
        }
    }

    /// <summary>What <c>#!time</c> says; the words are those of the retired kernel.</summary>
    public static string WallTime(TimeSpan elapsed) =>
        string.Create(CultureInfo.InvariantCulture, $"Wall time: {elapsed.TotalMilliseconds:0.##}ms");

    // Front ends that draw diagrams know one of the first two forms; no script comes from the network.
    private static MimeBundle Mermaid(string diagram) => new("text/vnd.mermaid", diagram)
    {
        ["text/markdown"] = $"```mermaid\n{diagram}\n```",
        ["text/plain"] = diagram,
    };
}

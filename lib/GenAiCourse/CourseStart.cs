using System.Net;
using GenAiCourse.Data;
using GenAiCourse.Display;

namespace GenAiCourse;

/// <summary>
/// What <see cref="Course.Start"/> shows. It names no machine, so that it is the same on all of them.
/// </summary>
/// <param name="Number">The notebook's number.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Budget">The run budget.</param>
[TypeFormatterSource(typeof(DisplayFormatters), PreferredMimeTypes = [DisplayFormatters.Html, DisplayFormatters.Plain])]
public sealed record CourseStart(string Number, int Seed, RunBudget Budget) : IDisplayable
{
    /// <summary>Whether each thing that the notebooks stand on is there, with what to do where it is not.</summary>
    public IReadOnlyList<(string What, bool IsThere, string Otherwise)> Health { get; } =
    [
        (".NET 10", Environment.Version.Major >= 10, "install the .NET 10 SDK"),
        (".NET documentation", DotNetDocumentation.Files().Count > 0, "absent: the course's own prose is used instead"),
    ];

    /// <summary>One line: notebook, budget, seed, health.</summary>
    public override string ToString() =>
        $"Notebook {Number} · budget {BudgetWords} · seed {Seed} · " +
        string.Join(" · ", Health.Select(item => $"{item.What}: {(item.IsThere ? "OK" : item.Otherwise)}"));

    string? IDisplayable.Represent(string mimeType) => mimeType switch
    {
        DisplayFormatters.Html => $"<p>{WebUtility.HtmlEncode(ToString())}</p>",
        DisplayFormatters.Plain => ToString(),
        _ => null,
    };

    private string BudgetWords => Budget switch
    {
        RunBudget.Ci => "ci (at most 30 s)",
        RunBudget.Lesson => "lesson (at most 3 min)",
        _ => "deep (as long as it takes)",
    };
}

using NotebookKernel.Display;

namespace NotebookKernel.Tests.Display;

/// <summary>
/// The convention by which a library brings its formatters, with an attribute of its own of the same name.
/// </summary>
public sealed class FormatterConventionTests
{
    [Fact]
    public void Format_AttributedType_UsesItsFormattersInBothForms()
    {
        var bundle = Formatter.Format(new Chart(3));

        Assert.Equal(["text/html", "text/plain"], bundle.MimeTypes);
        Assert.Equal("<svg>3</svg>", bundle["text/html"]);
        Assert.Equal("chart of 3", bundle["text/plain"]);
    }

    [Fact]
    public void Format_DerivedTypeAndStruct_AreFound()
    {
        Assert.Equal("<svg>4</svg>", Formatter.Format(new SpecialChart(4))["text/html"]);
        Assert.Equal("<i>5</i>", Formatter.Format(new Dot(5))["text/html"]);
    }

    [Fact]
    public void Format_AttributeOnAnInterface_IsNotSeen() =>
        Assert.DoesNotContain("svg", Formatter.Format(new Marked())["text/html"], StringComparison.Ordinal);

    [Fact]
    public void Format_DecliningFormatter_FallsBackToTheDefault()
    {
        var bundle = Formatter.Format(new Chart(-1));

        Assert.Contains("<th>N</th><td>-1</td>", bundle["text/html"], StringComparison.Ordinal);
        Assert.Equal("chart of -1", bundle["text/plain"]);
    }

    [Fact]
    public void Format_InsideSequencesAndRecords_UsesTheFormatter()
    {
        Assert.Contains("<td><svg>3</svg></td>", Formatter.Format(new[] { new Chart(3) })["text/html"],
            StringComparison.Ordinal);
        Assert.Contains("<td><svg>3</svg></td>", Formatter.Format(new { C = new Chart(3) })["text/html"],
            StringComparison.Ordinal);
        Assert.Equal("[chart of 3]", Formatter.Format(new[] { new Chart(3) })["text/plain"]);
    }

    [Fact]
    public void Format_OtherMimeType_IsGivenOnRequestAndAsJson()
    {
        var bundle = Formatter.Format(new Chart(3), ["application/vnd.plotly.v1+json"]);

        Assert.Equal(["application/vnd.plotly.v1+json", "text/plain"], bundle.MimeTypes);
        Assert.Equal(3, (int)bundle.ToJson()["application/vnd.plotly.v1+json"]!["n"]!);
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
    private sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
    {
        public Type FormatterSourceType { get; } = formatterSourceType;

        public string[]? PreferredMimeTypes { get; init; }
    }

    [TypeFormatterSource(typeof(ChartFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
    private class Chart(int n)
    {
        public int N => n;
    }

    private sealed class SpecialChart(int n) : Chart(n);

    [TypeFormatterSource(typeof(DotFormatters))]
    private readonly struct Dot(int n)
    {
        public int N => n;
    }

    [TypeFormatterSource(typeof(ChartFormatters))]
    private interface IMark;

    private sealed class Marked : IMark
    {
        public int N => 1;
    }

    private sealed class ChartFormatters
    {
        public IEnumerable<object> CreateTypeFormatters() =>
        [
            new ChartFormatter("text/html", n => n < 0 ? null : $"<svg>{n}</svg>"),
            new ChartFormatter("text/plain", n => $"chart of {n}"),
            new ChartFormatter("application/vnd.plotly.v1+json", n => $"{{\"n\": {n}}}"),
        ];
    }

    private sealed class DotFormatters
    {
        public IEnumerable<object> CreateTypeFormatters() => [new DotFormatter()];
    }

    private sealed class ChartFormatter(string mimeType, Func<int, string?> text)
    {
        public string MimeType => mimeType;

        public bool Format(object value, TextWriter writer)
        {
            var shown = text(((Chart)value).N);
            writer.Write(shown);
            return shown is not null;
        }
    }

    private sealed class DotFormatter
    {
        public string MimeType => "text/html";

        public Type Type => typeof(Dot);

        public bool Format(object value, TextWriter writer)
        {
            writer.Write($"<i>{((Dot)value).N}</i>");
            return true;
        }
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using GenAiCourse.Display;

namespace GenAiCourse.Tests.Display;

public class ChartTests
{
    public static TheoryData<string> Kinds => [.. Samples.Keys];

    private static readonly Dictionary<string, Chart> Samples = new()
    {
        ["line"] = Chart.Line([3, 2, double.NaN, 1], "loss", "Loss", "step", "nats").AndHorizontal(1.5, "baseline"),
        ["scatter"] = Chart.Scatter([1, 2, 3], [2, 4, 8], "a", "Points").And(Chart.Line([1, 3], [2, 8], "fit")),
        ["bar"] = Chart.Bar(["<a>", "b & c"], [3, -1], title: "Bars"),
        ["histogram"] = Chart.Histogram([1, 2, 2, 3, 3, 3, 4], 4, title: "Histogram").AndVertical(2.57, "mean"),
        ["box"] = Chart.Box([("a", [1, 2, 3, 4, 20]), ("b", [2, 3])], "Boxes"),
        ["heat"] = Chart.HeatMap(new double[,] { { 1, 2 }, { 3, double.NaN } }, ["x", "y"], ["r", "s"], "Heat"),
        ["log"] = Chart.Line([1000, 10, 0, 0.1], title: "Log") with { LogY = true },
        ["one point"] = Chart.Scatter([5], [7]),
        ["nothing"] = Chart.Line([]),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ToSvg_AnyChart_IsXmlWithATitleADescriptionAndFiniteNumbers(string kind)
    {
        var svg = XElement.Parse(Samples[kind].ToSvg());

        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.NotEmpty(svg.Element(ns + "title")!.Value);
        Assert.Equal(Samples[kind].ToString(), svg.Element(ns + "desc")!.Value);
        Assert.DoesNotContain(svg.Descendants().Attributes(), attribute =>
            attribute.Value.Contains("NaN", StringComparison.Ordinal)
            || attribute.Value.Contains('∞', StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ToPlotlyJson_AnyChart_HasDataAndLayout(string kind)
    {
        var figure = JsonNode.Parse(Samples[kind].ToPlotlyJson())!;

        Assert.IsType<JsonArray>(figure["data"]);
        Assert.Equal(Samples[kind].Title, (string?)figure["layout"]!["title"]!["text"]);
    }

    [Fact]
    public void ToSvg_InAGermanCulture_IsTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = Samples["line"].ToSvg() + Samples["line"].ToPlotlyJson();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(expected, Samples["line"].ToSvg() + Samples["line"].ToPlotlyJson());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void ToSvg_ScatterPoints_StandInProportion()
    {
        XNamespace ns = "http://www.w3.org/2000/svg";
        var circles = XElement.Parse(Chart.Scatter([0, 5, 10], [0, 1, 2]).ToSvg()).Elements(ns + "circle")
            .Select(circle => ((double)circle.Attribute("cx")!, (double)circle.Attribute("cy")!)).ToArray();

        Assert.Equal(circles[1].Item1, (circles[0].Item1 + circles[2].Item1) / 2, 0.02);
        Assert.Equal(circles[1].Item2, (circles[0].Item2 + circles[2].Item2) / 2, 0.02);
        Assert.True(circles[0].Item2 > circles[2].Item2, "a larger y is higher up");
    }

    [Fact]
    public void ToString_AHistogram_SaysWhatASightedReaderSees() =>
        Assert.Equal(
            "Histogram. histogram of 7 values in 4 bins from 1 to 4, " +
            "the highest at 2.88; vertical line \"mean\" at 2.57. Vertical: count.",
            Samples["histogram"].ToString());

    [Fact]
    public void And_ALineAndAMark_AppendsThemToANewChart()
    {
        var points = Chart.Scatter([1], [2]);

        var all = points.And(Chart.Line([1, 2])).AndVertical(3);

        Assert.Single(points.Traces);
        Assert.Collection(all.Traces,
            trace => Assert.IsType<Trace.Points>(trace),
            trace => Assert.IsType<Trace.Line>(trace),
            trace => Assert.IsType<Trace.Mark>(trace));
    }

    [Fact]
    public void Line_DifferentLengths_SaysBoth()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.Line([1, 2], [1]));
        Assert.Contains("expected 2 values", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HeatMap_TooFewLabels_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Chart.HeatMap(new double[2, 2], ["only one"]));

    [Theory]
    [InlineData(0, 10, new[] { 0.0, 2, 4, 6, 8, 10 })]
    [InlineData(0, 1, new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    [InlineData(-3, 4, new[] { -2.0, 0, 2, 4 })]
    public void Ticks_OfARange_AreRoundNumbersInside(double low, double high, double[] expected) =>
        Assert.Equal(expected, new Axis(low, high, 0, 100, pad: 0).Ticks(), (a, b) => Math.Abs(a - b) < 1e-9);
}

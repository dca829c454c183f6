using GenAiCourse.Statistics;

namespace GenAiCourse.Display;

/// <summary>
/// A chart as a value: what is drawn, not how; shown as SVG, and as a Plotly figure where a host can.
/// </summary>
/// <remarks>
/// Charts do not change: <see cref="And"/> gives a new one with more on it. Points that are not finite are left out.
/// </remarks>
[TypeFormatterSource(typeof(DisplayFormatters),
    PreferredMimeTypes = [DisplayFormatters.Plotly, DisplayFormatters.Svg, DisplayFormatters.Plain])]
public sealed record Chart : IDisplayable
{
    private Chart(IReadOnlyList<Trace> traces) => Traces = traces;

    /// <summary>What is drawn, first to last.</summary>
    public IReadOnlyList<Trace> Traces { get; init; }

    /// <summary>The heading above the chart.</summary>
    public string Title { get; init; } = "";

    /// <summary>What the horizontal axis measures, with its unit.</summary>
    public string XTitle { get; init; } = "";

    /// <summary>What the vertical axis measures, with its unit.</summary>
    public string YTitle { get; init; } = "";

    /// <summary>The chart in words, for whoever cannot see it; made from the data when null.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the vertical axis is logarithmic; values that are not positive are then left out.</summary>
    public bool LogY { get; init; }

    /// <summary>A line through (x[i], y[i]).</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Chart Line(
        IEnumerable<double> x, IEnumerable<double> y, string? name = null,
        string title = "", string xTitle = "", string yTitle = "") =>
        Titled(new Trace.Line([.. x], SameLength(x, y), name), title, xTitle, yTitle);

    /// <summary>A line through (0, y[0]), (1, y[1]), …</summary>
    public static Chart Line(
        IEnumerable<double> y, string? name = null, string title = "", string xTitle = "", string yTitle = "") =>
        Line([.. y.Select((_, i) => (double)i)], y, name, title, xTitle, yTitle);

    /// <summary>A line through (x, f(x)) at 200 places from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public static Chart Function(
        Func<double, double> f, double from, double to,
        string? name = null, string title = "", string xTitle = "", string yTitle = "")
    {
        ArgumentNullException.ThrowIfNull(f);
        var x = Enumerable.Range(0, 200).Select(i => from + (to - from) * i / 199).ToArray();
        return Line(x, x.Select(f), name, title, xTitle, yTitle);
    }

    /// <summary>A dot at each (x[i], y[i]).</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Chart Scatter(
        IEnumerable<double> x, IEnumerable<double> y, string? name = null,
        string title = "", string xTitle = "", string yTitle = "") =>
        Titled(new Trace.Points([.. x], SameLength(x, y), name), title, xTitle, yTitle);

    /// <summary>One bar a label, from zero.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Chart Bar(
        IEnumerable<string> labels, IEnumerable<double> values, string? name = null,
        string title = "", string xTitle = "", string yTitle = "") =>
        Titled(new Trace.Bars([.. labels], SameLength(labels, values), name), title, xTitle, yTitle);

    /// <summary>How many values lie in each of several bins of equal width.</summary>
    /// <param name="values">Finite numbers, at least one.</param>
    /// <param name="bins">How many bins; null for Freedman and Diaconis's rule.</param>
    /// <param name="name">What the legend calls it.</param>
    /// <param name="title">The heading.</param>
    /// <param name="xTitle">What is measured, with its unit.</param>
    /// <param name="yTitle">What the height says.</param>
    public static Chart Histogram(
        IEnumerable<double> values, int? bins = null, string? name = null,
        string title = "", string xTitle = "", string yTitle = "count") =>
        Titled(new Trace.Histogram(Bins.Of([.. values], bins), name), title, xTitle, yTitle);

    /// <summary>A box with whiskers for each group of values.</summary>
    /// <exception cref="ArgumentException">There is no group, or one is empty.</exception>
    public static Chart Box(
        IEnumerable<(string Label, double[] Values)> groups, string title = "", string xTitle = "", string yTitle = "")
    {
        var boxes = groups.Select(group => new Trace.Box(group.Values, group.Label)).ToArray();
        if (boxes.Length == 0) throw new ArgumentException("expected at least one group, got none", nameof(groups));
        if (boxes.FirstOrDefault(box => box.Values.Length == 0) is { } empty)
            throw new ArgumentException(
                $"expected values in each group, got none in \"{empty.Label}\"", nameof(groups));
        return new Chart(boxes) { Title = title, XTitle = xTitle, YTitle = yTitle };
    }

    /// <summary>A coloured square for each value of a matrix; row 0 is on top.</summary>
    /// <param name="values">[rows, columns].</param>
    /// <param name="columns">A label for each column; null for none.</param>
    /// <param name="rows">A label for each row; null for none.</param>
    /// <param name="title">The heading.</param>
    /// <param name="xTitle">What the columns are.</param>
    /// <param name="yTitle">What the rows are.</param>
    /// <exception cref="ArgumentException">There is no value, or the labels do not fit.</exception>
    public static Chart HeatMap(
        double[,] values, string[]? columns = null, string[]? rows = null,
        string title = "", string xTitle = "", string yTitle = "")
    {
        ArgumentNullException.ThrowIfNull(values);
        var (height, width) = (values.GetLength(0), values.GetLength(1));
        if (values.Length == 0) throw new ArgumentException("expected at least one value, got none", nameof(values));
        if (columns is not null && columns.Length != width)
            throw new ArgumentException($"expected {width} column labels, got {columns.Length}", nameof(columns));
        if (rows is not null && rows.Length != height)
            throw new ArgumentException($"expected {height} row labels, got {rows.Length}", nameof(rows));
        return Titled(new Trace.Heat(values, columns, rows), title, xTitle, yTitle);
    }

    /// <summary>
    /// The same chart with everything of <paramref name="other"/> drawn on it; titles stay as they are.
    /// </summary>
    public Chart And(Chart other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with { Traces = [.. Traces, .. other.Traces] };
    }

    /// <summary>The same chart with a dashed line from bottom to top at <paramref name="x"/>.</summary>
    public Chart AndVertical(double x, string? name = null) =>
        this with { Traces = [.. Traces, new Trace.Mark(x, true, name)] };

    /// <summary>The same chart with a dashed line from left to right at <paramref name="y"/>.</summary>
    public Chart AndHorizontal(double y, string? name = null) =>
        this with { Traces = [.. Traces, new Trace.Mark(y, false, name)] };

    /// <summary>The chart as one SVG element, with its title and description inside.</summary>
    public string ToSvg() => new SvgChart(this).Draw();

    /// <summary>The chart as a Plotly figure: an object with "data" and "layout".</summary>
    public string ToPlotlyJson() => PlotlyFigure.Of(this).ToJsonString();

    /// <summary>The chart in words.</summary>
    public override string ToString() => Description ?? ChartWords.Describe(this);

    string? IDisplayable.Represent(string mimeType) => mimeType switch
    {
        DisplayFormatters.Svg => ToSvg(),
        DisplayFormatters.Plotly => ToPlotlyJson(),
        DisplayFormatters.Plain => ToString(),
        _ => null,
    };

    private static Chart Titled(Trace trace, string title, string xTitle, string yTitle) =>
        new([trace]) { Title = title, XTitle = xTitle, YTitle = yTitle };

    private static double[] SameLength<T>(IEnumerable<T> x, IEnumerable<double> y)
    {
        double[] values = [.. y];
        return x.Count() == values.Length
            ? values
            : throw new ArgumentException(
                $"expected {x.Count()} values, one for each on the horizontal axis, got {values.Length}",
                nameof(y));
    }
}

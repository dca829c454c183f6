using GenAiCourse.Statistics;

namespace GenAiCourse.Display;

/// <summary>Draws what is inside a chart's frame.</summary>
internal sealed class SvgTraces(Chart chart, SvgWriter svg, SvgChart.Area area, Axis x, Axis y, string[] categories)
{
    public void Draw()
    {
        foreach (var trace in chart.Traces) Draw(trace, ColorOf(chart, trace));
    }

    /// <summary>Each trace has its own colour; marks have theirs, and all boxes share one.</summary>
    public static string ColorOf(Chart chart, Trace trace)
    {
        if (trace is Trace.Mark) return MarkIndex(chart, trace) % 2 == 0 ? SvgWriter.Ink : SvgWriter.Color(3);
        var coloured = chart.Traces.Where(other => other is not Trace.Mark).ToList();
        return SvgWriter.Color(trace is Trace.Box ? 0 : coloured.FindIndex(other => ReferenceEquals(other, trace)));
    }

    /// <summary>
    /// How a mark's line is dashed: the second one differently from the first, so that both can be told apart.
    /// </summary>
    public static string DashOf(Chart chart, Trace mark) =>
        MarkIndex(chart, mark) % 2 == 0 ? "stroke-dasharray=\"6 3\"" : "stroke-width=\"1.5\" stroke-dasharray=\"2 3\"";

    private static int MarkIndex(Chart chart, Trace mark) =>
        chart.Traces.Where(other => other is Trace.Mark).ToList().FindIndex(other => ReferenceEquals(other, mark));

    private void Draw(Trace trace, string color)
    {
        switch (trace)
        {
            case Trace.Line line:
                DrawLine(line, color);
                break;
            case Trace.Points points:
                DrawPoints(points, color);
                break;
            case Trace.Bars bars:
                DrawBars(bars, color);
                break;
            case Trace.Histogram histogram:
                DrawHistogram(histogram.Bins, color);
                break;
            case Trace.Box box:
                DrawBox(box, color);
                break;
            case Trace.Heat heat:
                DrawHeat(heat);
                break;
            case Trace.Mark { IsVertical: true } mark:
                svg.Line(x[mark.At], area.Top, x[mark.At], area.Bottom, color, DashOf(chart, mark));
                break;
            case Trace.Mark mark:
                svg.Line(area.Left, y[mark.At], area.Right, y[mark.At], color, DashOf(chart, mark));
                break;
        }
    }

    // A gap where a value cannot be drawn: one polyline a run of those that can.
    private void DrawLine(Trace.Line line, string color)
    {
        var run = new List<(double, double)>();
        for (var i = 0; i <= line.X.Length; i++)
        {
            if (i < line.X.Length && x.Shows(line.X[i]) && y.Shows(line.Y[i]))
            {
                run.Add((x[line.X[i]], y[line.Y[i]]));
                continue;
            }
            if (run.Count > 1) svg.Polyline(run, color);
            else if (run.Count == 1) svg.Circle(run[0].Item1, run[0].Item2, 2, color);
            run.Clear();
        }
    }

    private void DrawPoints(Trace.Points points, string color)
    {
        var radius = points.X.Length > 400 ? 2 : 3.2;
        for (var i = 0; i < points.X.Length; i++)
            if (x.Shows(points.X[i]) && y.Shows(points.Y[i]))
                svg.Circle(x[points.X[i]], y[points.Y[i]], radius, color, "fill-opacity=\"0.65\"");
    }

    private void DrawBars(Trace.Bars bars, string color)
    {
        var groups = chart.Traces.OfType<Trace.Bars>().ToList();
        var width = (x[1] - x[0]) * 0.7 / groups.Count;
        var offset = (groups.FindIndex(other => ReferenceEquals(other, bars)) - groups.Count / 2.0) * width;
        var floor = chart.LogY ? area.Bottom : y[0];
        for (var i = 0; i < bars.Labels.Length; i++)
        {
            if (!y.Shows(bars.Values[i])) continue;
            var (at, top) = (x[Array.IndexOf(categories, bars.Labels[i])] + offset, y[bars.Values[i]]);
            svg.Rectangle(at, Math.Min(top, floor), width, Math.Abs(floor - top), color, "fill-opacity=\"0.85\"");
        }
    }

    private void DrawHistogram(Bins bins, string color)
    {
        for (var i = 0; i < bins.Counts.Length; i++)
        {
            var (from, to, top) = (x[bins.Edges[i]], x[bins.Edges[i + 1]], y[bins.Counts[i]]);
            svg.Rectangle(from, top, to - from, area.Bottom - top, color, "fill-opacity=\"0.6\" stroke=\"#ffffff\"");
        }
    }

    private void DrawBox(Trace.Box box, string color)
    {
        var values = box.Values.Where(y.Shows).ToArray();
        if (values.Length == 0) return;
        var (q1, median, q3) =
            (Descriptive.Quantile(values, 0.25), Descriptive.Median(values), Descriptive.Quantile(values, 0.75));
        var reach = 1.5 * (q3 - q1);
        var inside = values.Where(value => value >= q1 - reach && value <= q3 + reach).ToArray();
        var center = x[Array.IndexOf(categories, box.Label)];
        var half = Math.Min(46, (x[1] - x[0]) * 0.3);
        foreach (var (from, to) in new[] { (inside.Min(), q1), (q3, inside.Max()) })
            svg.Line(center, y[from], center, y[to], color);
        foreach (var end in new[] { inside.Min(), inside.Max() })
            svg.Line(center - half / 2, y[end], center + half / 2, y[end], color);
        svg.Rectangle(
            center - half, y[q3], 2 * half, y[q1] - y[q3], color, $"fill-opacity=\"0.25\" stroke=\"{color}\"");
        svg.Line(center - half, y[median], center + half, y[median], color, "stroke-width=\"2.5\"");
        foreach (var outlier in values.Where(value => value < q1 - reach || value > q3 + reach))
            svg.Circle(center, y[outlier], 3, "none", $"stroke=\"{color}\"");
    }

    private void DrawHeat(Trace.Heat heat)
    {
        var z = heat.Values;
        var finite = z.Cast<double>().Where(double.IsFinite).ToArray();
        var (low, high) = finite.Length == 0 ? (0, 1) : (finite.Min(), finite.Max());
        for (var row = 0; row < z.GetLength(0); row++)
        {
            for (var column = 0; column < z.GetLength(1); column++)
            {
                var share = high > low ? (z[row, column] - low) / (high - low) : 0.5;
                svg.Rectangle(
                    x[column], y[row], x[column + 1] - x[column] + 0.3, y[row + 1] - y[row] + 0.3,
                    ColorScale.At(share));
            }
        }
        DrawScale(low, high);
    }

    private void DrawScale(double low, double high)
    {
        const int Steps = 32;
        var step = (area.Bottom - area.Top) / Steps;
        for (var i = 0; i < Steps; i++)
            svg.Rectangle(
                area.Right + 14, area.Bottom - ((i + 1) * step), 14, step + 0.3, ColorScale.At((i + 0.5) / Steps));
        svg.Text(area.Right + 33, area.Top + 10, Numbers.Short(Round(high), 3), "start");
        svg.Text(area.Right + 33, area.Bottom, Numbers.Short(Round(low), 3), "start");

        // An end that is 0 but for a thousandth of the range is 0 to the eye, and a long number has no room.
        double Round(double end) => Math.Abs(end) < (high - low) / 1000 ? 0 : end;
    }
}

namespace GenAiCourse.Display;

/// <summary>Draws a chart as SVG: the frame here, what is inside it in <see cref="SvgTraces"/>.</summary>
internal sealed class SvgChart(Chart chart)
{
    private const double Width = 640, Height = 360;
    private readonly SvgWriter _svg = new();

    public string Draw()
    {
        var named = chart.Traces.Where(trace => trace.Name is not null).ToList();
        var categories = Categories();
        var heat = chart.Traces.OfType<Trace.Heat>().FirstOrDefault();
        var left = heat is null
            ? Math.Clamp((7 * Extents.LongestTick(chart)) + 36, 60, 120)
            : Math.Clamp((7 * (heat.Rows?.Max(row => row.Length) ?? 3)) + 36, 60, 200);
        var area = new Area(
            Left: left, Top: (chart.Title.Length > 0 ? 34 : 14) + (named.Count > 0 ? 22 : 0),
            Right: Width - (heat is null ? 18 : 80), Bottom: Height - (chart.XTitle.Length > 0 ? 52 : 34));

        var (x, y) = Axes(area, categories, heat);
        _svg.Open(Width, Height, chart.Title, chart.ToString());
        if (chart.Title.Length > 0)
            _svg.Text(Width / 2, 22, chart.Title, more: "font-size=\"15\" font-weight=\"600\"");
        if (heat is null) DrawGrid(area, x, y, categories);
        else DrawHeatLabels(area, heat);
        new SvgTraces(chart, _svg, area, x, y, categories).Draw();
        DrawTitles(area);
        DrawLegend(named, area);
        return _svg.Close();
    }

    private (Axis X, Axis Y) Axes(Area area, string[] categories, Trace.Heat? heat)
    {
        if (heat is not null)
            return (new Axis(0, heat.Values.GetLength(1), area.Left, area.Right, pad: 0),
                new Axis(0, heat.Values.GetLength(0), area.Top, area.Bottom, pad: 0));
        var (xs, ys) = (Extents.X(chart, categories), Extents.Y(chart));
        var standsOnZero = ys.Low == 0 && chart.Traces.Any(trace => trace is Trace.Histogram or Trace.Bars);
        var top = standsOnZero ? ys.High * 1.05 : ys.High;        // the tallest bar keeps clear of what is above
        var y = new Axis(ys.Low, top, area.Bottom, area.Top, chart.LogY, standsOnZero ? 0 : 0.04);
        return (new Axis(xs.Low, xs.High, area.Left, area.Right, pad: categories.Length > 0 ? 0 : 0.02), y);
    }

    // Labels of bars and boxes, in order of appearance; they then are the horizontal axis.
    private string[] Categories() => [.. chart.Traces
        .SelectMany(trace => trace switch { Trace.Bars bars => bars.Labels, Trace.Box box => [box.Label], _ => [] })
        .Distinct(StringComparer.Ordinal)];

    private void DrawGrid(Area area, Axis x, Axis y, string[] categories)
    {
        foreach (var tick in y.Ticks())
        {
            _svg.Line(area.Left, y[tick], area.Right, y[tick], SvgWriter.Grid);
            _svg.Text(area.Left - 8, y[tick] + 4, Numbers.Short(tick), "end", SvgWriter.Ink);
        }
        if (categories.Length > 0)
        {
            var every = (int)Math.Ceiling(categories.Sum(label => (7 * label.Length) + 12) / (area.Right - area.Left));
            for (var i = 0; i < categories.Length; i += every)
                _svg.Text(x[i], area.Bottom + 18, categories[i]);
        }
        else
        {
            foreach (var tick in x.Ticks(8))
            {
                _svg.Line(x[tick], area.Bottom, x[tick], area.Bottom + 4, SvgWriter.Faint);
                _svg.Text(x[tick], area.Bottom + 18, Numbers.Short(tick));
            }
        }
        _svg.Line(area.Left, area.Bottom, area.Right, area.Bottom, SvgWriter.Faint);
    }

    private void DrawHeatLabels(Area area, Trace.Heat heat)
    {
        var (rows, columns) = (heat.Values.GetLength(0), heat.Values.GetLength(1));
        var rowLabels = heat.Rows ?? [.. Enumerable.Range(0, rows).Select(row => Numbers.Cell(row))];
        var columnLabels = heat.Columns ?? [.. Enumerable.Range(0, columns).Select(column => Numbers.Cell(column))];
        var (cellHeight, cellWidth) = ((area.Bottom - area.Top) / rows, (area.Right - area.Left) / columns);
        var everyRow = (int)Math.Ceiling(13 / cellHeight);
        var everyColumn = (int)Math.Ceiling(((7 * columnLabels.Max(label => label.Length)) + 6) / cellWidth);
        for (var row = 0; row < rows; row += everyRow)
            _svg.Text(area.Left - 8, area.Top + ((row + 0.5) * cellHeight) + 4, rowLabels[row], "end");
        for (var column = 0; column < columns; column += everyColumn)
            _svg.Text(area.Left + ((column + 0.5) * cellWidth), area.Bottom + 18, columnLabels[column]);
    }

    private void DrawTitles(Area area)
    {
        if (chart.XTitle.Length > 0) _svg.Text((area.Left + area.Right) / 2, Height - 12, chart.XTitle);
        if (chart.YTitle.Length == 0) return;
        var (x, y) = (Numbers.Pixel(16), Numbers.Pixel((area.Top + area.Bottom) / 2));
        _svg.Text(16, (area.Top + area.Bottom) / 2, chart.YTitle, more: $"transform=\"rotate(-90 {x} {y})\"");
    }

    private void DrawLegend(List<Trace> named, Area area)
    {
        var x = area.Left;
        foreach (var trace in named)
        {
            var color = SvgTraces.ColorOf(chart, trace);
            var y = area.Top - 14;
            if (trace is Trace.Mark) _svg.Line(x, y - 4, x + 16, y - 4, color, SvgTraces.DashOf(chart, trace));
            else if (trace is Trace.Line) _svg.Line(x, y - 4, x + 16, y - 4, color, "stroke-width=\"2.5\"");
            else if (trace is Trace.Points) _svg.Circle(x + 8, y - 4, 4, color);
            else _svg.Rectangle(x + 2, y - 10, 12, 12, color);
            _svg.Text(x + 21, y, trace.Name!, "start");
            x += 21 + (7 * trace.Name!.Length) + 18;
        }
    }

    /// <summary>The rectangle between the axes, in pixels.</summary>
    public readonly record struct Area(double Left, double Top, double Right, double Bottom);
}

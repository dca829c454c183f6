namespace GenAiCourse.Display;

/// <summary>A chart in words: the alternative text of its picture.</summary>
internal static class ChartWords
{
    public static string Describe(Chart chart)
    {
        var heading = chart.Title.Length > 0 ? chart.Title + ". " : "";
        var axes = (chart.XTitle, chart.YTitle) switch
        {
            ("", "") => "",
            (var x, "") => $" Horizontal: {x}.",
            ("", var y) => $" Vertical: {y}.",
            var (x, y) => $" Horizontal: {x}; vertical: {y}.",
        };
        var most = chart.Traces.Take(6).Select(Describe);
        var more = chart.Traces.Count > 6 ? $"; and {chart.Traces.Count - 6} more" : "";
        return $"{heading}{string.Join("; ", most)}{more}.{axes}";
    }

    private static string Describe(Trace trace) => trace switch
    {
        Trace.Line { Y: [var first, .., var last] y } line =>
            $"line{Named(line)} from {Short(first)} to {Short(last)}, " +
            $"lowest {Short(y.Min())}, highest {Short(y.Max())}",
        Trace.Line line => $"line{Named(line)} of {line.Y.Length} point(s)",
        Trace.Points points => $"{points.X.Length} points{Named(points)}",
        Trace.Bars bars => $"bars{Named(bars)}: " + string.Join(", ",
            bars.Labels.Zip(bars.Values).Take(12).Select(bar => $"{bar.First} {Short(bar.Second)}"))
            + (bars.Labels.Length > 12 ? ", …" : ""),
        Trace.Histogram { Bins: var bins } histogram =>
            $"histogram{Named(histogram)} of {bins.Counts.Sum()} values in {bins.Counts.Length} bins " +
            $"from {Short(bins.Edges[0])} to {Short(bins.Edges[^1])}, " +
            $"the highest at {Short(Peak(bins.Edges, bins.Counts))}",
        Trace.Box box =>
            $"box \"{box.Label}\" of {box.Values.Length} values " +
            $"around {Short(Statistics.Descriptive.Median(box.Values))}",
        Trace.Heat { Values: var z } =>
            $"heat map of {z.GetLength(0)} × {z.GetLength(1)} values " +
            $"from {Short(z.Cast<double>().Min())} to {Short(z.Cast<double>().Max())}",
        Trace.Mark mark => $"{(mark.IsVertical ? "vertical" : "horizontal")} line{Named(mark)} at {Short(mark.At)}",
        _ => trace.Name ?? "",
    };

    private static string Named(Trace trace) => trace.Name is null ? "" : $" \"{trace.Name}\"";

    private static double Peak(double[] edges, int[] counts)
    {
        var highest = Array.IndexOf(counts, counts.Max());
        return (edges[highest] + edges[highest + 1]) / 2;
    }

    private static string Short(double value) => Numbers.Short(value, 3);
}

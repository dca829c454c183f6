namespace GenAiCourse.Display;

/// <summary>How far the data of a chart reaches along each axis.</summary>
internal static class Extents
{
    public static (double Low, double High) X(Chart chart, string[] categories) =>
        categories.Length > 0 ? (-0.5, categories.Length - 0.5) : Of(chart.Traces.SelectMany(trace => trace switch
        {
            Trace.Line line => line.X,
            Trace.Points points => points.X,
            Trace.Histogram histogram => histogram.Bins.Edges,
            Trace.Mark { IsVertical: true } mark => [mark.At],
            _ => [],
        }), chart.Traces.Count == 0);

    public static (double Low, double High) Y(Chart chart) => Of(chart.Traces.SelectMany(trace => trace switch
    {
        Trace.Line line => line.Y,
        Trace.Points points => points.Y,
        Trace.Bars bars => chart.LogY ? bars.Values : [0, .. bars.Values],
        Trace.Histogram histogram => [0, .. histogram.Bins.Counts.Select(count => (double)count)],
        Trace.Box box => box.Values,
        Trace.Mark { IsVertical: false } mark => [mark.At],
        _ => [],
    }), false, positive: chart.LogY);

    /// <summary>Characters of the longest label on the vertical axis, which decide how much room it needs.</summary>
    public static int LongestTick(Chart chart)
    {
        var (low, high) = Y(chart);
        return new Axis(low, high, 1, 0, chart.LogY).Ticks()
            .Select(tick => Numbers.Short(tick).Length)
            .DefaultIfEmpty(1).Max();
    }

    private static (double Low, double High) Of(IEnumerable<double> values, bool empty, bool positive = false)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            if (!double.IsFinite(value) || (positive && value <= 0)) continue;
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }
        return empty || low > high ? (positive ? 1 : 0, positive ? 10 : 1) : (low, high);
    }
}

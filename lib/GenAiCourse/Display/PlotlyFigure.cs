using System.Globalization;
using System.Text.Json.Nodes;

namespace GenAiCourse.Display;

/// <summary>
/// A chart as a Plotly figure (https://plotly.com/chart-studio-help/json-chart-schema/), for hosts that draw it.
/// </summary>
internal static class PlotlyFigure
{
    public static JsonObject Of(Chart chart) => new()
    {
        ["data"] = new JsonArray([
            .. chart.Traces
                .Select(trace => (JsonNode?)DataOf(chart, trace))
                .Where(data => data is not null)
        ]),
        ["layout"] = Layout(chart),
    };

    private static JsonObject Layout(Chart chart)
    {
        var layout = new JsonObject
        {
            ["title"] = new JsonObject { ["text"] = chart.Title },
            ["xaxis"] = new JsonObject { ["title"] = new JsonObject { ["text"] = chart.XTitle } },
            ["yaxis"] = new JsonObject { ["title"] = new JsonObject { ["text"] = chart.YTitle } },
            ["width"] = 640,
            ["height"] = 360,
            ["template"] = "plotly_white",
            ["bargap"] = chart.Traces.Any(trace => trace is Trace.Histogram) ? 0.02 : 0.3,
            ["barmode"] = chart.Traces.Any(trace => trace is Trace.Histogram) ? "overlay" : "group",
        };
        if (chart.LogY) layout["yaxis"]!["type"] = "log";
        if (chart.Traces.Any(trace => trace is Trace.Heat)) layout["yaxis"]!["autorange"] = "reversed";
        var marks = chart.Traces.OfType<Trace.Mark>().ToList();
        if (marks.Count > 0) layout["shapes"] = new JsonArray([.. marks.Select(mark => (JsonNode)Shape(mark))]);
        return layout;
    }

    private static JsonObject? DataOf(Chart chart, Trace trace)
    {
        var color = SvgTraces.ColorOf(chart, trace);
        var data = trace switch
        {
            Trace.Line line => Xy("scatter", line.X, line.Y, ("mode", "lines"), ("line", Colored(color))),
            Trace.Points points => Xy("scatter", points.X, points.Y, ("mode", "markers"), ("marker", Colored(color))),
            Trace.Bars bars => new JsonObject
            {
                ["type"] = "bar",
                ["x"] = Strings(bars.Labels),
                ["y"] = Values(bars.Values),
                ["marker"] = Colored(color),
            },
            Trace.Histogram { Bins: var bins } => Xy("bar",
                [.. bins.Counts.Select((_, i) => (bins.Edges[i] + bins.Edges[i + 1]) / 2)],
                [.. bins.Counts.Select(count => (double)count)], ("marker", Colored(color)), ("opacity", 0.6)),
            Trace.Box box => new JsonObject
            {
                ["type"] = "box",
                ["y"] = Values(box.Values),
                ["name"] = box.Label,
                ["marker"] = Colored(color),
                ["quartilemethod"] = "linear",
                ["showlegend"] = false,
            },
            Trace.Heat heat => Heat(heat),
            _ => null,
        };
        if (data is null || trace is Trace.Box) return data;
        data["showlegend"] = trace.Name is not null;
        if (trace.Name is not null) data["name"] = trace.Name;
        return data;
    }

    private static JsonObject Xy(string type, double[] x, double[] y, params (string Key, JsonNode Value)[] more)
    {
        var data = new JsonObject { ["type"] = type, ["x"] = Values(x), ["y"] = Values(y) };
        foreach (var (key, value) in more) data[key] = value;
        return data;
    }

    private static JsonObject Heat(Trace.Heat heat)
    {
        var rows = Enumerable.Range(0, heat.Values.GetLength(0)).Select(row =>
            (JsonNode)Values([
                .. Enumerable.Range(0, heat.Values.GetLength(1))
                    .Select(column => heat.Values[row, column])]));
        var data = new JsonObject
        {
            ["type"] = "heatmap",
            ["z"] = new JsonArray([.. rows]),
            ["colorscale"] = new JsonArray([
                .. ColorScale.PlotlyStops.Select(stop => (JsonNode)new JsonArray(stop.Share, stop.Color))
            ]),
        };
        if (heat.Columns is not null) data["x"] = Strings(heat.Columns);
        if (heat.Rows is not null) data["y"] = Strings(heat.Rows);
        return data;
    }

    private static JsonObject Shape(Trace.Mark mark) => new()
    {
        ["type"] = "line",
        ["xref"] = mark.IsVertical ? "x" : "paper",
        ["yref"] = mark.IsVertical ? "paper" : "y",
        ["x0"] = mark.IsVertical ? mark.At : 0,
        ["x1"] = mark.IsVertical ? mark.At : 1,
        ["y0"] = mark.IsVertical ? 0 : mark.At,
        ["y1"] = mark.IsVertical ? 1 : mark.At,
        ["line"] = new JsonObject { ["dash"] = "dash", ["color"] = SvgWriter.Ink },
        ["label"] = new JsonObject { ["text"] = mark.Name ?? "" },
    };

    private static JsonObject Colored(string color) => new() { ["color"] = color };

    private static JsonArray Strings(string[] values) => new([.. values.Select(value => (JsonNode)value)]);

    // JSON has no NaN and no infinity; Plotly takes null for a gap. Six digits draw the same picture.
    private static JsonArray Values(double[] values) => new([.. values.Select(value =>
        double.IsFinite(value) ? (JsonNode)Rounded(value) : null)]);

    private static double Rounded(double value) =>
        double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}

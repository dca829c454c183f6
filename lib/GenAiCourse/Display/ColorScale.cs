namespace GenAiCourse.Display;

/// <summary>Shares of a range as colours, from pale yellow over green to dark blue; lightness falls evenly.</summary>
internal static class ColorScale
{
    private static readonly (double R, double G, double B)[] Stops =
        [(255, 255, 217), (199, 233, 180), (65, 182, 196), (34, 94, 168), (8, 29, 88)];

    /// <summary>The colour of a share in [0, 1], as #rrggbb; grey for what is not a number.</summary>
    public static string At(double share)
    {
        if (double.IsNaN(share)) return "#d0d7de";
        var place = Math.Clamp(share, 0, 1) * (Stops.Length - 1);
        var below = Math.Min((int)place, Stops.Length - 2);
        var (from, to, part) = (Stops[below], Stops[below + 1], place - below);
        return $"#{Mix(from.R, to.R):x2}{Mix(from.G, to.G):x2}{Mix(from.B, to.B):x2}";

        int Mix(double a, double b) => (int)Math.Round(a + (b - a) * part);
    }

    /// <summary>The same scale for Plotly: [share, colour] pairs.</summary>
    public static IEnumerable<(double Share, string Color)> PlotlyStops =>
        Enumerable.Range(0, Stops.Length)
            .Select(i => (i / (double)(Stops.Length - 1), At(i / (double)(Stops.Length - 1))));
}

using System.Text.Json.Nodes;

namespace GenAiCourse.Display;

/// <summary>Small pictures side by side, with a caption each.</summary>
[TypeFormatterSource(typeof(DisplayFormatters),
    PreferredMimeTypes = [DisplayFormatters.Plotly, DisplayFormatters.Svg, DisplayFormatters.Plain])]
public sealed record ImageGrid : IDisplayable
{
    private const double Gap = 8, CaptionHeight = 18, Margin = 12;
    private readonly List<(byte[] Png, int Width, int Height, string Caption)> _images = [];

    /// <param name="columns">Pictures a row, at least one.</param>
    /// <param name="title">The heading.</param>
    /// <param name="scale">Screen pixels a pixel of the pictures, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public ImageGrid(int columns, string title = "", int scale = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        (Columns, Title, Scale) = (columns, title, scale);
    }

    /// <summary>Pictures a row.</summary>
    public int Columns { get; }

    /// <summary>The heading.</summary>
    public string Title { get; }

    /// <summary>Screen pixels a pixel of the pictures.</summary>
    public int Scale { get; }

    /// <summary>How many pictures there are.</summary>
    public int Count => _images.Count;

    /// <summary>Appends a picture, and gives the grid itself.</summary>
    /// <param name="pixels">
    /// Row-major [height, width], or [3, height, width] for red, green and blue; clipped to [0, 1].
    /// </param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="caption">What stands below it.</param>
    /// <exception cref="ArgumentException">
    /// There are neither width · height numbers nor three times as many.
    /// </exception>
    public ImageGrid Add(ReadOnlySpan<float> pixels, int width, int height, string caption = "")
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        var area = width * height;
        if (pixels.Length != area && pixels.Length != 3 * area)
            throw new ArgumentException(
                $"expected {area} or {3 * area} numbers for {width} × {height} pixels, got {pixels.Length}",
                nameof(pixels));
        var channels = pixels.Length / area;
        var bytes = new byte[pixels.Length];
        for (var i = 0; i < area; i++)
            for (var channel = 0; channel < channels; channel++)
                bytes[i * channels + channel] = ToByte(pixels[channel * area + i]);
        _images.Add((Png.Encode(bytes, width, height, channels), width, height, caption));
        return this;
    }

    /// <summary>The grid as one SVG element, the pictures inside it as PNG.</summary>
    public string ToSvg()
    {
        var svg = new SvgWriter();
        var (cellWidth, cellHeight) = CellSize();
        var top = Margin + (Title.Length > 0 ? 24 : 0);
        var rows = (Count + Columns - 1) / Columns;
        var width = (2 * Margin) + (Columns * (cellWidth + Gap)) - Gap;
        svg.Open(width, top + (rows * (cellHeight + Gap)) - Gap + Margin, Title, ToString());
        if (Title.Length > 0) svg.Text(width / 2, 22, Title, more: "font-size=\"15\" font-weight=\"600\"");
        for (var i = 0; i < Count; i++)
        {
            var (png, imageWidth, imageHeight, caption) = _images[i];
            var (x, y) = (Margin + (i % Columns * (cellWidth + Gap)), top + (i / Columns * (cellHeight + Gap)));
            svg.Image(x, y, imageWidth * Scale, imageHeight * Scale, Convert.ToBase64String(png));
            if (caption.Length > 0)
                svg.Text(x + (imageWidth * Scale / 2.0), y + (imageHeight * Scale) + 13,
                    caption, more: "font-size=\"11\"");
        }
        return svg.Close();
    }

    /// <summary>The grid as a Plotly figure whose layout holds the pictures.</summary>
    public string ToPlotlyJson()
    {
        var rows = Math.Max(1, (Count + Columns - 1) / Columns);
        var images = _images.Select((image, i) => (JsonNode)new JsonObject
        {
            ["source"] = "data:image/png;base64," + Convert.ToBase64String(image.Png),
            ["x"] = i % Columns,
            ["y"] = -(i / Columns),
            ["sizex"] = 0.92,
            ["sizey"] = 0.85,
            ["xref"] = "x",
            ["yref"] = "y",
        });
        var captions = _images.Select((image, i) => (JsonNode)new JsonObject
        {
            ["text"] = image.Caption,
            ["x"] = (i % Columns) + 0.46,
            ["y"] = -(i / Columns) - 0.92,
            ["showarrow"] = false,
        });
        return new JsonObject
        {
            ["data"] = new JsonArray(),
            ["layout"] = new JsonObject
            {
                ["title"] = new JsonObject { ["text"] = Title },
                ["xaxis"] = new JsonObject { ["visible"] = false, ["range"] = new JsonArray(0, Columns) },
                ["yaxis"] = new JsonObject { ["visible"] = false, ["range"] = new JsonArray(-rows, 0) },
                ["images"] = new JsonArray([.. images]),
                ["annotations"] = new JsonArray([.. captions]),
            },
        }.ToJsonString();
    }

    /// <summary>The grid in words.</summary>
    public override string ToString()
    {
        var captions = string.Join(", ", _images.Select(image => image.Caption).Where(caption => caption.Length > 0));
        return $"{(Title.Length > 0 ? Title + ". " : "")}" +
            $"{Count} pictures{(captions.Length > 0 ? ": " + captions : "")}.";
    }

    string? IDisplayable.Represent(string mimeType) => mimeType switch
    {
        DisplayFormatters.Svg => ToSvg(),
        DisplayFormatters.Plotly => ToPlotlyJson(),
        DisplayFormatters.Plain => ToString(),
        _ => null,
    };

    private (double Width, double Height) CellSize() => _images.Count == 0
        ? (0, 0)
        : (_images.Max(image => image.Width) * Scale,
            (_images.Max(image => image.Height) * Scale)
            + (_images.Any(image => image.Caption.Length > 0) ? CaptionHeight : 0));

    private static byte ToByte(float value) =>
        float.IsNaN(value) ? (byte)0 : (byte)Math.Round(Math.Clamp(value, 0, 1) * 255);
}

using System.Net;
using System.Text;

namespace GenAiCourse.Display;

/// <summary>Writes SVG elements: escaped text, short numbers, the course's colours.</summary>
internal sealed class SvgWriter
{
    public const string Ink = "#24292f";
    public const string Faint = "#8c959f";
    public const string Grid = "#e4e8ec";

    // Okabe and Ito, 2008: told apart with any colour vision; yellow is left out, being too light for a line.
    private static readonly string[] Palette =
        ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#5b6770"];

    private readonly StringBuilder _text = new();

    public static string Color(int index) => Palette[index % Palette.Length];

    public void Open(double width, double height, string title, string description)
    {
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{P(width)}\" height=\"{P(height)}\" ");
        Add($"viewBox=\"0 0 {P(width)} {P(height)}\" role=\"img\" " +
            $"font-family=\"system-ui, sans-serif\" font-size=\"12\">");
        Add($"<title>{Escape(title.Length > 0 ? title : description)}</title><desc>{Escape(description)}</desc>");
        Rectangle(0, 0, width, height, "#ffffff", "rx=\"6\"");
    }

    public string Close() => _text.Append("</svg>").ToString();

    public void Rectangle(double x, double y, double width, double height, string fill, string more = "") =>
        Add(
            $"<rect x=\"{P(x)}\" y=\"{P(y)}\" width=\"{P(Math.Max(0, width))}\" height=\"{P(Math.Max(0, height))}\" " +
            $"fill=\"{fill}\" {more}/>");

    public void Line(double x1, double y1, double x2, double y2, string stroke, string more = "") =>
        Add($"<line x1=\"{P(x1)}\" y1=\"{P(y1)}\" x2=\"{P(x2)}\" y2=\"{P(y2)}\" stroke=\"{stroke}\" {more}/>");

    public void Circle(double x, double y, double radius, string fill, string more = "") =>
        Add($"<circle cx=\"{P(x)}\" cy=\"{P(y)}\" r=\"{P(radius)}\" fill=\"{fill}\" {more}/>");

    public void Polyline(IEnumerable<(double X, double Y)> points, string stroke)
    {
        var path = string.Join(' ', points.Select(point => $"{P(point.X)},{P(point.Y)}"));
        Add(
            $"<polyline fill=\"none\" stroke=\"{stroke}\" stroke-width=\"1.8\" stroke-linejoin=\"round\" " +
            $"points=\"{path}\"/>");
    }

    public void Text(double x, double y, string text, string anchor = "middle", string fill = Ink, string more = "") =>
        Add($"<text x=\"{P(x)}\" y=\"{P(y)}\" text-anchor=\"{anchor}\" fill=\"{fill}\" {more}>{Escape(text)}</text>");

    public void Image(double x, double y, double width, double height, string pngBase64) =>
        Add($"<image x=\"{P(x)}\" y=\"{P(y)}\" width=\"{P(width)}\" height=\"{P(height)}\" " +
            $"style=\"image-rendering:pixelated\" href=\"data:image/png;base64,{pngBase64}\"/>");

    private void Add(string element) => _text.Append(element);

    private static string P(double value) => Numbers.Pixel(value);

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}

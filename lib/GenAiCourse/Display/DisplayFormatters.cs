namespace GenAiCourse.Display;

/// <summary>
/// What <see cref="TypeFormatterSourceAttribute"/> names: hosts create it and call its methods by reflection.
/// </summary>
internal sealed class DisplayFormatters
{
    public const string Plotly = "application/vnd.plotly.v1+json";
    public const string Check = "application/vnd.genai-course.check+json";
    public const string Svg = "image/svg+xml";
    public const string Html = "text/html";
    public const string Plain = "text/plain";

    private static readonly string[] MimeTypes = [Plotly, Check, Svg, Html, Plain];

#pragma warning disable CA1822 // an instance method by the hosts' convention
    public IEnumerable<object> CreateTypeFormatters() => MimeTypes.Select(mimeType => new Formatter(mimeType));
#pragma warning restore CA1822

    /// <summary>One MIME type's formatter; again read by reflection.</summary>
    public sealed class Formatter(string mimeType)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object value, TextWriter writer)
        {
            if (value is not IDisplayable displayable || displayable.Represent(MimeType) is not { } text) return false;
            writer.Write(text);
            return true;
        }
    }
}

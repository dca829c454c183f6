namespace GenAiCourse.Display;

/// <summary>A value that knows how it looks in each of its MIME types.</summary>
internal interface IDisplayable
{
    /// <summary>The value in a MIME type, or null when it has no such form.</summary>
    string? Represent(string mimeType);
}

namespace GenAiCourse.Display;

/// <summary>Tells a notebook host, by name and without a shared assembly, how values of a type are shown.</summary>
/// <remarks>
/// .NET Interactive's convention, which this course's kernel honours too: hosts look for an attribute of this simple
/// name, create <see cref="FormatterSourceType"/> and call its CreateTypeFormatters().
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[]? PreferredMimeTypes { get; set; }
}

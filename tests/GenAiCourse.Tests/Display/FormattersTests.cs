using System.Reflection;
using GenAiCourse.Display;
using GenAiCourse.Exercises;

namespace GenAiCourse.Tests.Display;

/// <summary>
/// The convention by which notebook hosts find the formatters, followed here as a host does: by name only.
/// </summary>
public class FormattersTests
{
    public static TheoryData<string> Values => [.. Samples.Keys];

    private static readonly Dictionary<string, object> Samples = new()
    {
        ["chart"] = Chart.Line([1, 2]),
        ["table"] = new Table(["a"], [[1]]),
        ["grid"] = new ImageGrid(2).Add([0, 1, 1, 0], 2, 2),
        ["result"] = new ExerciseResult("x", Outcome.Right, "ok"),
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void CreateTypeFormatters_FoundByName_WriteEachPreferredMimeType(string name)
    {
        var value = Samples[name];
        var attribute = value.GetType().GetCustomAttributes(inherit: true)
            .Single(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        var source = (Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!;
        var preferred = (string[])attribute.GetType().GetProperty("PreferredMimeTypes")!.GetValue(attribute)!;
        var formatters = ((System.Collections.IEnumerable)source.GetMethod("CreateTypeFormatters")!
            .Invoke(Activator.CreateInstance(source), null)!).Cast<object>().ToDictionary(
                formatter => (string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!);

        Assert.NotEmpty(preferred);
        foreach (var mimeType in preferred)
        {
            using var writer = new StringWriter();
            var format = formatters[mimeType].GetType()
                .GetMethod("Format", BindingFlags.Public | BindingFlags.Instance)!;
            Assert.Equal(
                [typeof(object), typeof(TextWriter)],
                format.GetParameters().Select(parameter => parameter.ParameterType));
            Assert.Equal(true, format.Invoke(formatters[mimeType], [value, writer]));
            Assert.NotEmpty(writer.ToString());
        }
    }
}

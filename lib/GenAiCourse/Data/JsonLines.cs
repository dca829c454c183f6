using System.Text.Encodings.Web;
using System.Text.Json;

namespace GenAiCourse.Data;

/// <summary>Files with one JSON value a line (.jsonl), as most collections of texts are published.</summary>
/// <remarks>https://jsonlines.org. Property names match whether their first letter is a capital or not.</remarks>
public static class JsonLines
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // never inside a page
        NewLine = "\n",
    };

    /// <summary>Reads the values one by one; blank lines are left out.</summary>
    /// <param name="path">The file, plain or packed as <c>.gz</c>, in UTF-8.</param>
    /// <exception cref="InvalidDataException">A line is no such value, or no UTF-8; the message names it.</exception>
    public static IEnumerable<T> Read<T>(string path)
    {
        var number = 0;
        foreach (var line in CourseData.Lines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            T? value;
            try
            {
                value = JsonSerializer.Deserialize<T>(line, Options);
            }
            catch (JsonException error)
            {
                throw new InvalidDataException(
                    $"{Path.GetFileName(path)}, line {number}: expected a {typeof(T).Name}: {error.Message}", error);
            }
            yield return value
                ?? throw new InvalidDataException(
                    $"{Path.GetFileName(path)}, line {number}: expected a value, got null");
        }
    }

    /// <summary>Writes values, one a line, in place of what the file held.</summary>
    public static void Write<T>(string path, IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        File.WriteAllText(path, string.Concat(values.Select(value => JsonSerializer.Serialize(value, Options) + "\n")));
    }
}

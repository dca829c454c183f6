using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace GenAiCourse.Data;

/// <summary>A table read from comma-separated text: names, and rows of as many fields.</summary>
/// <remarks>
/// RFC 4180 by the package CsvHelper: quoted fields may hold delimiters, quotes and line ends. Numbers are read with a
/// point, whatever the culture.
/// </remarks>
public sealed class CsvTable
{
    private CsvTable(string name, string[] columns, List<string[]> rows)
    {
        Name = name;
        Columns = columns;
        Rows = rows;
    }

    /// <summary>The file's name, for messages.</summary>
    public string Name { get; }

    /// <summary>The columns' names; "0", "1" and so on where the file has none.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows, each with one field a column.</summary>
    public IReadOnlyList<string[]> Rows { get; }

    /// <summary>Reads a file, plain or packed as <c>.gz</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="hasHeader">Whether the first row names the columns.</param>
    /// <param name="delimiter">What stands between fields.</param>
    /// <param name="comment">Lines that begin with this character are left out; null keeps all.</param>
    /// <param name="encoding">UTF-8 by default, where other bytes are refused.</param>
    /// <exception cref="InvalidDataException">
    /// A row has more or fewer fields than the first, a quote is open at the end, two columns have one name, or the
    /// bytes are not in the encoding; the message names the line.
    /// </exception>
    public static CsvTable Read(
        string path, bool hasHeader = true, string delimiter = ",", char? comment = null, Encoding? encoding = null)
    {
        using var reader = CourseData.OpenText(path, encoding);
        return Read(reader, Path.GetFileName(path), hasHeader, delimiter, comment);
    }

    /// <summary>Reads text that is at hand.</summary>
    /// <inheritdoc cref="Read(string, bool, string, char?, Encoding?)"/>
    public static CsvTable Parse(string text, bool hasHeader = true, string delimiter = ",", char? comment = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var reader = new StringReader(text);
        return Read(reader, "the text", hasHeader, delimiter, comment);
    }

    /// <summary>The fields of a column.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public string[] this[string column]
    {
        get
        {
            var index = IndexOf(column);
            return [.. Rows.Select(row => row[index])];
        }
    }

    /// <summary>A column as numbers.</summary>
    /// <param name="column">Its name.</param>
    /// <param name="missing">
    /// The field that stands for "not known", which becomes NaN; null refuses such fields.
    /// </param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="InvalidDataException">A field is no number; the message names row and column.</exception>
    public double[] Numbers(string column, string? missing = null)
    {
        var index = IndexOf(column);
        var numbers = new double[Rows.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var field = Rows[i][index].Trim();
            if (field == missing) numbers[i] = double.NaN;
            else if (!double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
                throw new InvalidDataException(
                    $"{Name}, row {i + 1}, column {column}: expected a number, got \"{field}\"; "
                    + "if that means a missing value, name it");
        }
        return numbers;
    }

    /// <summary>The rows that fulfil a condition, as a table with the same columns.</summary>
    /// <param name="condition">Of a row's fields, in order of the columns.</param>
    public CsvTable Where(Func<string[], bool> condition) => new(Name, [.. Columns], [.. Rows.Where(condition)]);

    /// <summary>The rows that have one value in a column, as a table each, in order of their first row.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public IReadOnlyList<(string Key, CsvTable Table)> GroupBy(string column)
    {
        var index = IndexOf(column);
        return [.. Rows.GroupBy(row => row[index])
            .Select(group => (group.Key, new CsvTable(Name, [.. Columns], [.. group])))];
    }

    private int IndexOf(string column)
    {
        var index = Columns.ToList().IndexOf(column);
        return index >= 0
            ? index
            : throw new ArgumentException($"{Name} has no column {column}; it has {string.Join(", ", Columns)}");
    }

    private static CsvTable Read(TextReader reader, string name, bool hasHeader, string delimiter, char? comment)
    {
        ArgumentException.ThrowIfNullOrEmpty(delimiter);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            AllowComments = comment is not null,
            Comment = comment ?? '#',
        });
        string[]? columns = null;
        var rows = new List<string[]>();
        try
        {
            while (parser.Read())
            {
                var fields = parser.Record!;
                if (columns is null)
                {
                    columns = hasHeader
                        ? fields
                        : [.. fields.Select((_, i) => i.ToString(CultureInfo.InvariantCulture))];
                    if (columns.GroupBy(column => column).FirstOrDefault(group => group.Count() > 1) is { } twice)
                        throw new InvalidDataException($"{name} has two columns named \"{twice.Key}\"");
                    if (hasHeader) continue;
                }
                if (fields.Length != columns.Length)
                    throw new InvalidDataException(
                        $"{name}, line {parser.RawRow}: expected {columns.Length} fields, got {fields.Length}");
                rows.Add(fields);
            }
        }
        catch (BadDataException)
        {
            throw new InvalidDataException(
                $"{name}, line {parser.RawRow}: a quote inside a field, or one never closed");
        }
        catch (DecoderFallbackException error)
        {
            throw CourseData.WrongEncoding(name, $"after line {parser.RawRow}", error);
        }
        return new CsvTable(name, columns ?? [], rows);
    }
}

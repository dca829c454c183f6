using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKernel.Notebooks;

/// <summary>A notebook file (.ipynb, nbformat 4), read and written without losing anything.</summary>
public sealed class Notebook
{
    private const int SupportedFormat = 4;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonDocumentOptions Reading = new() { AllowDuplicateProperties = false, MaxDepth = 512 };
    private readonly JsonObject _json;
    private readonly int _indent;
    private readonly string _ending;

    private Notebook(JsonObject json, int indent, string ending)
    {
        _json = json;
        _indent = indent;
        _ending = ending;
        Cells = [.. ((JsonArray)json["cells"]!).Select(cell => new Cell((JsonObject)cell!))];
    }

    /// <summary>The cells, in order.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>The code cells, in order; messages count them from 1.</summary>
    public IEnumerable<Cell> CodeCells => Cells.Where(cell => cell.IsCode);

    /// <summary>The notebook's metadata; live.</summary>
    public JsonObject Metadata => _json["metadata"] as JsonObject ?? Add("metadata");

    /// <summary>Reads a notebook file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not a notebook of nbformat 4.</exception>
    public static Notebook Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path))
            throw new FileNotFoundException(
                $"{path}: no such file; check the name, or run `list` for the notebooks there are", path);
        string text;
        try
        {
            text = Utf8.GetString(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"{path}: expected UTF-8 text; save the notebook as UTF-8");
        }
        return Parse(text, path);
    }

    /// <summary>Reads the text of a notebook file.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidDataException">The text is not a notebook of nbformat 4.</exception>
    public static Notebook Parse(string text, string name = "notebook")
    {
        ArgumentNullException.ThrowIfNull(text);
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(text.TrimStart('\uFEFF'), documentOptions: Reading);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"{name}: not valid JSON at line {error.LineNumber + 1}; restore the file or mend it by hand"), error);
        }
        if (node is not JsonObject json || json["nbformat"] is not JsonValue format
            || json["cells"] is not JsonArray cells)
            throw new InvalidDataException(
                $"{name}: not a notebook: expected a JSON object with 'nbformat' and 'cells'");
        if (!format.TryGetValue(out int version) || version != SupportedFormat)
            throw new InvalidDataException(
                $"{name}: expected nbformat {SupportedFormat}, got {format.ToJsonString()}; "
                + "open it in Jupyter and save it again");
        for (var i = 0; i < cells.Count; i++)
            if (!IsCell(cells[i]))
                throw new InvalidDataException(FormattableString.Invariant(
                    $"{name}: entry {i + 1} of 'cells' is not a cell: expected 'cell_type' and 'source'"));
        return new Notebook(json, Indent(text), text.EndsWith('\n') ? "\n" : "");
    }

    /// <summary>Writes the notebook: UTF-8 without a mark, one space a level, as Jupyter does.</summary>
    /// <remarks>The file is replaced in one step, so that a crash never leaves half a notebook.</remarks>
    public void Save(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var partial = path + ".partial";
        File.WriteAllText(partial, ToString(), Utf8);
        File.Move(partial, path, overwrite: true);
    }

    /// <summary>The text of the notebook file.</summary>
    public override string ToString() => NotebookJson.Write(_json, _indent) + _ending;

    private static bool IsCell(JsonNode? node) =>
        node is JsonObject cell
        && cell["cell_type"]?.GetValueKind() == JsonValueKind.String
        && (cell["source"]?.GetValueKind() == JsonValueKind.String
            || (cell["source"] is JsonArray lines && lines.All(line => line?.GetValueKind() == JsonValueKind.String)));

    // An editor may have indented the file differently; a save should not touch every line because of that.
    private static int Indent(string text)
    {
        var lineEnd = text.IndexOf('\n', StringComparison.Ordinal);
        var indent = 0;
        while (lineEnd >= 0 && lineEnd + 1 + indent < text.Length && text[lineEnd + 1 + indent] == ' ') indent++;
        return indent == 0 ? 1 : indent;
    }

    private JsonObject Add(string name)
    {
        var added = new JsonObject();
        _json[name] = added;
        return added;
    }
}

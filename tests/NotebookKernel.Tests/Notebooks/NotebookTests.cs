using System.Text;
using NotebookKernel.Notebooks;

namespace NotebookKernel.Tests.Notebooks;

public sealed class NotebookTests : IDisposable
{
    // As Jupyter writes it: json.dump(indent=1, ensure_ascii=False, sort_keys=True) and a line end.
    private const string Written = """
        {
         "cells": [
          {
           "attachments": {},
           "cell_type": "markdown",
           "id": "0f3a",
           "metadata": {},
           "source": [
            "# Größe – «π» 漢字 🚀\n",
            "a\ttab, \"quotes\", back\\slash, a </script> & <b>, \u001b[31mred\u001b[0m"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 3,
           "id": "abc-1",
           "metadata": {
            "genai_course": {
             "kind": "check",
             "weight": 1.0
            },
            "tags": [
             "check",
             "slide"
            ]
           },
           "outputs": [
            {
             "data": {
              "application/json": {
               "big": 12345678901234567890,
               "list": [
                1,
                2.50,
                1e-07,
                null,
                true
               ]
              },
              "text/plain": []
             },
             "metadata": {},
             "output_type": "display_data"
            }
           ],
           "source": "var x = 1;\nx"
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": ".NET (C#)",
           "language": "C#",
           "name": ".net-csharp"
          },
          "unknown": {
           "kept": "as it is"
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Save_UntouchedNotebook_ChangesNoByte()
    {
        var path = _folder.Write("a.ipynb", Written);
        var before = File.ReadAllBytes(path);

        var notebook = Notebook.Load(path);
        _ = notebook.Cells.Select(cell => (cell.Id, cell.Source, cell.Tags, cell.Metadata)).ToArray();
        notebook.Save(path);

        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("{\n    \"cells\": [],\n    \"metadata\": {},\n    \"nbformat\": 4,\n    \"nbformat_minor\": 5\n}")]
    [InlineData("{\n \"metadata\": {},\n \"nbformat_minor\": 5,\n \"nbformat\": 4,\n \"cells\": []\n}\n")]
    public void Save_OtherIndentOrderAndEnding_AreKept(string text) =>
        Assert.Equal(text, Notebook.Parse(text).ToString());

    [Fact]
    public void Cells_OfAWrittenNotebook_HaveTheirParts()
    {
        var notebook = Notebook.Parse(Written);
        var code = notebook.Cells[1];

        Assert.Equal(("abc-1", true, 3), (code.Id, code.IsCode, code.ExecutionCount));
        Assert.Equal("var x = 1;\nx", code.Source);
        Assert.Equal(["check", "slide"], code.Tags);
        Assert.Equal("check", (string?)code.Metadata["genai_course"]!["kind"]);
        Assert.Single(code.Outputs);
        Assert.True(notebook.Cells[0].IsMarkdown);
        Assert.Throws<InvalidOperationException>(() => notebook.Cells[0].Outputs);
    }

    [Fact]
    public void Source_Set_IsStoredAsLinesAndNothingElseChanges()
    {
        var notebook = Notebook.Parse(Written);
        notebook.Cells[1].Source = "a\nb\n";

        Assert.Equal(
            Written.Replace(
                "   \"source\": \"var x = 1;\\nx\"",
                "   \"source\": [\n    \"a\\n\",\n    \"b\\n\"\n   ]",
                StringComparison.Ordinal),
            notebook.ToString());
    }

    [Theory]
    [InlineData("{ \"cells\": [,] }", "not valid JSON at line 1")]
    [InlineData("{}", "not a notebook")]
    [InlineData("[]", "not a notebook")]
    [InlineData("{\"cells\":[],\"nbformat\":3}", "expected nbformat 4, got 3")]
    [InlineData("{\"cells\":[{}],\"nbformat\":4}", "entry 1 of 'cells' is not a cell")]
    [InlineData("{\"cells\":[{\"cell_type\":\"code\",\"source\":[1]}],\"nbformat\":4}",
        "entry 1 of 'cells' is not a cell")]
    [InlineData("", "not valid JSON")]
    public void Load_NoNotebook_SaysWhatIsWrongWithWhich(string text, string message)
    {
        var path = _folder.Write("broken.ipynb", text);

        var error = Assert.Throws<InvalidDataException>(() => Notebook.Load(path));

        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NotUtf8_SaysSo()
    {
        var path = Path.Combine(_folder.Path, "latin.ipynb");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes("{\"cells\":[],\"nbformat\":4,\"x\":\"é\"}"));

        Assert.Contains("UTF-8", Assert.Throws<InvalidDataException>(() => Notebook.Load(path)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10 %\r100 %\n", "100 %\n")]
    [InlineData("long text\rabc\n", "abcg text\n")]
    [InlineData("long text\r\u001b[Kabc\n", "abc\n")]
    [InlineData("a\r\nb\r\n", "a\nb\n")]
    [InlineData("12\b3", "13")]
    [InlineData("done\r", "done")]
    public void Fold_CarriageReturns_LeaveWhatATerminalShows(string text, string expected) =>
        Assert.Equal(expected, TerminalText.Fold(text));
}

using NotebookKernel.Scripting;

namespace NotebookKernel.Tests.Directives;

public sealed class ImportTests : IDisposable
{
    private readonly DirectiveCells _cells = new();

    public void Dispose() => _cells.Dispose();

    [Fact]
    public async Task Import_OfAScript_IsAsIfTypedHere()
    {
        _cells.Folder.Write(
            "lib/helpers.cs",
            "#!/usr/bin/env dotnet\nusing System.Text.Json;\nint Twice(int x) => 2 * x;");

        Assert.Equal(42, await _cells.Ran("#!import lib/helpers.cs\nTwice(21)"));
        Assert.Equal("[1]", await _cells.Ran("JsonSerializer.Serialize(new[] { 1 })"));
    }

    [Fact]
    public async Task Import_OfANotebook_RunsItsCodeCellsOneAfterAnother()
    {
        _cells.Folder.Notebook("parts/one.ipynb", "var a = 1;\n#!markdown\nshown", "a++;\na", "a + 1");

        Assert.Equal(2, await _cells.Ran("#!import \"parts/one.ipynb\"\na"));
        Assert.Equal(["display: shown", "display: 2", "display: 3", "result: 2"], _cells.Host.Events);
    }

    [Fact]
    public async Task Import_OfANotebookWithLanguages_TakesThemFromTheCells()
    {
        const string Code = """
            {"metadata": {}, "nbformat": 4, "nbformat_minor": 5, "cells": [
            {"cell_type": "code", "metadata": {"polyglot_notebook": {"kernelName": "csharp"}}, "source": "var x = 1;"},
            {"cell_type": "code", "metadata": {"dotnet_interactive": {"language": "markdown"}}, "source": "a *b*"},
            {"cell_type": "code", "metadata": {"polyglot_notebook": {"kernelName": "fsharp"}}, "source": "let y = 1"}
            ]}
            """;
        _cells.Folder.Write("ok.ipynb", Code.Replace("fsharp", "html", StringComparison.Ordinal));
        _cells.Folder.Write("fsharp.ipynb", Code);

        await _cells.Ran("#!import ok.ipynb");
        Assert.Equal(["display: a *b*", "display: let y = 1"], _cells.Host.Events);
        var error = await _cells.Fails("#!import fsharp.ipynb");
        Assert.Equal(("fsharp.ipynb, cell 3", 1), (error.Place, error.Line));
        Assert.Contains("#!fsharp is not supported", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfADibFile_RunsItsCellsAndLeavesItsProseOut()
    {
        _cells.Folder.Write(
            "all.dib",
            """
            #!meta

            {"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"name":"csharp"}]}}

            #!markdown

            # It's prose

            #!csharp

            var a = 5;

            #!html

            <b>kept</b>

            #!csharp

            var b = missing;
            """);

        var error = await _cells.Fails("#!import all.dib");

        Assert.Equal(["display: <b>kept</b>"], _cells.Host.Events);
        Assert.Equal(("CS0103", "all.dib", 19, 9), (error.Id, error.Place, error.Line, error.Column));
        Assert.Equal(5, await _cells.Ran("a"));
    }

    [Fact]
    public async Task Import_FromAnImportedFile_IsRelativeToThatFile()
    {
        _cells.Folder.Write(
            "a/outer.csx",
            "#!import b/inner.csx\n#load \"b/loaded.csx\"\nint Outer() => Inner() + Loaded();");
        _cells.Folder.Write("a/b/inner.csx", "int Inner() => 40;");
        _cells.Folder.Write("a/b/loaded.csx", "int Loaded() => 2;");

        Assert.Equal(42, await _cells.Ran("#!import a/outer.csx\nOuter()"));
    }

    [Fact]
    public async Task Import_IsRelativeToTheNotebookAndNotToTheCurrentDirectory()
    {
        _cells.Folder.Write("here.csx", "var here = 7;");

        Assert.NotEqual(_cells.Folder.Path, Environment.CurrentDirectory);
        Assert.Equal(7, await _cells.Ran("#!import here.csx\nhere"));
    }

    [Fact]
    public async Task Import_InACircle_IsAnErrorThatShowsIt()
    {
        _cells.Folder.Write("a.csx", "Console.Write(\"ran\");\n#!import b.csx");
        _cells.Folder.Notebook("b.ipynb", "1", "\n#!import a.csx");
        _cells.Folder.Write("b.csx", "#!import b.ipynb");

        var error = await _cells.Fails("#!import a.csx");

        Assert.Equal(("DIRECTIVE", "b.ipynb, cell 2", 2), (error.Id, error.Place, error.Line));
        Assert.Contains("a.csx → b.csx → b.ipynb → a.csx", error.Message, StringComparison.Ordinal);
        Assert.Empty(_cells.Host.Events);
    }

    [Fact]
    public async Task Import_Twice_RunsTwice()
    {
        _cells.Folder.Write("count.csx", "var n = 1;\nn");

        await _cells.Ran("#!import count.csx\n#!import count.csx");

        Assert.Equal(["display: 1", "result: 1"], _cells.Host.Events);
    }

    [Fact]
    public async Task Import_OfAnExceptionInANotebook_NamesItsCellAndTheOneThatImports()
    {
        _cells.Folder.Notebook("bad.ipynb", "1", "var n = 0;\n\nvar m = 1 / n;");

        var threw = Assert.IsType<SubmissionResult.Threw>(await _cells.Run("\n#!import bad.ipynb"));

        Assert.Equal((1, 2), (threw.Trace.Cell, threw.Trace.Line));
        Assert.Equal(
            [
                "System.DivideByZeroException: Attempted to divide by zero.", "   at bad.ipynb, cell 2, line 3",
                "   at #!import bad.ipynb in cell 1, line 2",
            ],
            threw.Trace.Lines);
    }
}

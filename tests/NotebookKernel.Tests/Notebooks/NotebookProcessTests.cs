using NotebookKernel.Notebooks;

namespace NotebookKernel.Tests.Notebooks;

public sealed class NotebookProcessTests(SharedProcess shared) : IClassFixture<SharedProcess>
{
    [Fact]
    public async Task ExecuteAsync_ExpressionAfterDeclarations_KeepsStateAndShowsItsValue()
    {
        await Run("var x = 20;", 1);
        var result = await Run("x + 1", 2);

        Assert.Equal(CellStatus.Completed, result.Status);
        Assert.Equal(
            """{"data":{"text/html":["21"],"text/plain":["21"]},"execution_count":"""
            + result.ExecutionCount
            + ""","metadata":{},"output_type":"execute_result"}""",
            Assert.Single(result.Outputs)!.ToJsonString());
    }

    [Fact]
    public async Task ExecuteAsync_TextBetweenDisplays_KeepsTheOrderAndMergesStreams()
    {
        var result = await Run(
            """
            Console.Write("a"); Console.WriteLine("b");
            display("shown");
            Console.Error.Write("e"); Console.Write("c");
            """, 1);

        Assert.Equal(
            ["stdout:ab\n", "display_data:shown", "stderr:e", "stdout:c"], result.Texts());
    }

    [Fact]
    public async Task ExecuteAsync_ProgressDrawnOverItself_LeavesItsLastState()
    {
        var result = await Run(
            "for (var i = 0; i <= 100; i += 25) Console.Write($\"\\r{i,3} %\"); Console.WriteLine();", 1);

        Assert.Equal(["stdout:100 %\n"], result.Texts());
    }

    [Fact]
    public async Task ExecuteAsync_UpdateFromALaterCell_ChangesTheEarlierOutput()
    {
        var first = await Run("var shown = display(\"before\"); display(\"other\");", 1);
        Assert.Equal(["display_data:before", "display_data:other"], first.Texts());

        var second = await Run("shown.Update(\"after\");", 2);

        Assert.Empty(second.Outputs);
        Assert.Equal(["display_data:after", "display_data:other"], first.Texts());
    }

    [Fact]
    public async Task ExecuteAsync_CompileError_NamesLineAndColumnAndLeavesTheSession()
    {
        await Run("var kept = 1;", 1);
        var failed = await Run("var kept = 2;\nvar y = missing;", 2);
        var after = await Run("kept", 3);

        Assert.Equal(CellStatus.Failed, failed.Status);
        Assert.Equal((2, 9, "CompilationError"), (failed.Error!.Line, failed.Error.Column, failed.Error.Name));
        Assert.Contains("'missing'", failed.Error.Message, StringComparison.Ordinal);
        Assert.Contains("cell 2, line 2:9", failed.Error.Traceback[0], StringComparison.Ordinal);
        Assert.Equal(["execute_result:1"], after.Texts());
    }

    [Fact]
    public async Task ExecuteAsync_Exception_NamesCellsAndLinesAndKeepsAssignments()
    {
        await Run("int Fail(int n)\n{\n    throw new InvalidOperationException(\"no \" + n);\n}", 1);
        var failed = await Run("var kept = 5;\nFail(kept);", 2);
        var after = await Run("kept", 3);

        Assert.Equal((CellStatus.Failed, 2), (failed.Status, failed.Error!.Line));
        Assert.Equal(
            [
                "System.InvalidOperationException: no 5",
                "   at Fail(Int32 n) in cell 1, line 3",
                "   at cell 2, line 2",
                "   2 | Fail(kept);",
            ],
            failed.Error.Traceback);
        Assert.Equal("error", (string?)failed.Outputs[^1]!["output_type"]);
        Assert.Equal(["execute_result:5"], after.Texts());
    }

    [Fact]
    public async Task ExecuteAsync_DeepRecursion_HasTheStackForIt()
    {
        var result = await Run("int Depth(int n) => n == 0 ? 0 : 1 + Depth(n - 1);\nDepth(200_000)", 1);

        Assert.Equal(["execute_result:200000"], result.Texts());
    }

    [Fact]
    public async Task ExecuteAsync_BlockingOnATaskThatAwaits_DoesNotDeadlock()
    {
        var result = await Run("async Task<int> Slow() { await Task.Delay(10); return 4; }\nSlow().Result", 1);

        Assert.Equal(["execute_result:4"], result.Texts());
    }

    [Fact]
    public async Task ExecuteAsync_NativeWritesToStandardOutput_DoNotDisturbTheProtocol()
    {
        var result = await Run(
            "var stdout = Console.OpenStandardOutput();\nstdout.Write(\"{}\\nnot json\\n\"u8); stdout.Flush();\n"
            + "Console.OpenStandardInput().ReadByte()", 1);

        Assert.Equal(["execute_result:-1"], result.Texts());
    }

    [Fact]
    public async Task ExecuteAsync_Environment_HasBudgetFolderAndInvariantCulture()
    {
        var result = await Run(
            """
            var culture = System.Globalization.CultureInfo.CurrentCulture.Name;
            var budget = Environment.GetEnvironmentVariable("COURSE_BUDGET");
            $"{budget}|{Environment.CurrentDirectory}|{culture}|{await Task.Run(() => $"{1.5}")}"
            """, 1);

        Assert.Equal([$"execute_result:ci|{shared.Folder}||1.5"], result.Texts());
    }

    [Fact]
    public async Task ExecuteAsync_ReadLineWithNobodyThere_SaysSo()
    {
        var result = await Run("Console.ReadLine()", 1);

        Assert.Equal(CellStatus.Failed, result.Status);
        Assert.Contains("unattended", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExecuteAsync_HalfACharacter_DoesNotLoseTheCell()
    {
        var result = await Run("Console.Write(\"a\\ud83d\"); Console.Write(\"\\ude80b\"); display(\"\\ud83d\"); 1", 1);

        Assert.Equal(["stdout:a🚀b", "display_data:\ufffd", "execute_result:1"], result.Texts());
    }

    [Fact]
    public async Task ExecuteAsync_ThreeHundredCells_StayWithinTheMemoryBudget()
    {
        using var process = NotebookProcess.Start(new NotebookProcessOptions { WorkingDirectory = shared.Folder });
        for (var i = 1; i <= 300; i++)
        {
            var code = $"record R{i}(int A); var r{i} = Enumerable.Range(0, {i}).Select(x => new R{i}(x)).ToList();\n"
                + $"r{i}.Sum(r => r.A)";
            var result = await process.ExecuteAsync(code, i, TestContext.Current.CancellationToken);
            Assert.Equal(CellStatus.Completed, result.Status);
        }
        Assert.InRange(process.PeakMemory, 50L << 20, 400L << 20);
    }

    private Task<CellResult> Run(string code, int cell) =>
        shared.Process.ExecuteAsync(code, cell, TestContext.Current.CancellationToken);
}

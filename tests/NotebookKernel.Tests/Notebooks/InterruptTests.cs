using NotebookKernel.Notebooks;

namespace NotebookKernel.Tests.Notebooks;

public sealed class InterruptTests(SharedProcess shared) : IClassFixture<SharedProcess>
{
    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) try { while (true) { } } catch (Exception) { }")]
    [InlineData("System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await Task.Yield(); while (true) { }")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("IEnumerable<int> Forever() { while (true) { } yield return 1; }\nForever()")]
    public async Task ExecuteAsync_CellWithoutEnd_IsInterruptedAndTheSessionGoesOn(string code)
    {
        await Run("var kept = 3;", 1);
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(600));
        var stopped = await shared.Process.ExecuteAsync(code, 2, limit.Token);
        var after = await Run("kept", 3);

        Assert.Equal((CellStatus.Cancelled, "Interrupted"), (stopped.Status, stopped.Error!.Name));
        Assert.False(shared.Process.HasExited);
        Assert.Equal(["execute_result:3"], after.Texts());
    }

    [Fact]
    public async Task ExecuteAsync_EndlessOutput_IsCutAndStillInterrupted()
    {
        await Run("0", 1);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var result = await shared.Process.ExecuteAsync("while (true) Console.WriteLine(\"again\");", 2, limit.Token);

        Assert.Equal(CellStatus.Cancelled, result.Status);
        var text = result.Texts().First();
        Assert.InRange(text.Length, SharedProcess.TextLimit, SharedProcess.TextLimit + 200);
        Assert.Contains("output cut", text, StringComparison.Ordinal);
    }

    private Task<CellResult> Run(string code, int cell) =>
        shared.Process.ExecuteAsync(code, cell, TestContext.Current.CancellationToken);
}

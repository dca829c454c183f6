using CourseCli;

namespace NotebookKernel.Tests.CourseCli;

public sealed class OtherProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("code", "", "a/code")]
    [InlineData("code", ".EXE;.CMD", "b/code.cmd")]
    [InlineData("git", ".EXE;.CMD", null)]
    public void Find_Name_IsTheFirstOnTheSearchPathWithAnEndingThatStarts(string name, string endings, string? found)
    {
        _folder.Write("a/code", "");
        _folder.Write("b/code.cmd", "");
        var searchPath = $"{Path.Combine(_folder.Path, "a")}{Path.PathSeparator}{Path.Combine(_folder.Path, "b")}";

        Assert.Equal(
            found is null ? null : Path.Combine(_folder.Path, found), OtherProgram.Find(name, searchPath, endings));
    }

    [Fact]
    public async Task OutputAsync_AnswerFailureAbsenceAndCancellation_AreToldApart()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "asks Unix programs");
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        Assert.Equal("hello\n", await OtherProgram.OutputAsync("echo", ["hello"], CancellationToken.None));
        Assert.Null(await OtherProgram.OutputAsync("false", [], CancellationToken.None));
        Assert.Null(await OtherProgram.OutputAsync("no-such-program", [], CancellationToken.None));
        Assert.Null(await OtherProgram.OutputAsync("sleep", ["60"], soon.Token));
        // Waits for what the learner types, unless it is told that nothing comes.
        using var later = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        Assert.Equal("", await OtherProgram.OutputAsync("cat", [], later.Token));
    }

    [Fact]
    public async Task ReachAsync_NobodyThere_SaysWhy()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://{listener.LocalEndpoint}/");
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        Assert.Equal("no answer in time", await WebAddress.ReachAsync(address, soon.Token));
        listener.Stop();
        Assert.Contains("refused", await WebAddress.ReachAsync(address, CancellationToken.None),
            StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("200 OK", null)]
    [InlineData("401 Unauthorized", null)]
    [InlineData("404 Not Found", "answers 404")]
    public async Task ReachAsync_Answers_CountWhenTheyAreThePages(string status, string? problem)
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var answer = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            var stream = client.GetStream();
            _ = await stream.ReadAsync(new byte[4096], TestContext.Current.CancellationToken);
            await stream.WriteAsync(
                System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n"),
                TestContext.Current.CancellationToken);
        }, TestContext.Current.CancellationToken);

        Assert.Equal(problem, await WebAddress.ReachAsync(
            new Uri($"http://{listener.LocalEndpoint}/"), TestContext.Current.CancellationToken));
        await answer;
    }
}

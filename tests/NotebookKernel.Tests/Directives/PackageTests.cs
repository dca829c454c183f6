using System.Runtime.InteropServices;
using NotebookKernel.Directives;
using NotebookKernel.Scripting;

namespace NotebookKernel.Tests.Directives;

/// <summary>Packages from a folder: no test here asks the network.</summary>
public sealed class PackageTests : IDisposable
{
    private const string Words = "namespace Pkg; public static class Words { public static string Of() => \"{0}\"; }";
    private readonly TemporaryFolder _folder = new();

    public PackageTests() => PackageFeed.Configure(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Packages_OfOneCell_AreThereWithAllTheyNeedBeforeItRuns()
    {
        var inner = PackageFeed.Add(
            _folder, "Test.Inner", "1.2.0", "public class Inner { public static object Made() => new Inner(); }");
        PackageFeed.Add(
            _folder, "Test.Outer", "2.0.0",
            "public static class Outer { public static object Made() => Inner.Made(); }",
            ("Test.Inner", "1.0.0", inner));
        PackageFeed.Add(
            _folder, "Test.Words", "0.1.0-beta", Code("words"), null, "feed",
            ("interactive-extensions/dotnet/extension.dib", _folder.Write("extension.dib", "#!csharp")));
        PackageFeed.Add(_folder, "System.Text.Json", "99.0.0", "public class Fake { }");
        using var cells = new DirectiveCells(_folder);

        // Inner is asked for by Outer as 1.0.0, which the feed does not have.
        var text = await cells.Ran(
            """
            #r "nuget: Test.Outer"
            using Pkg;
            var before = 1;
            #r "nuget:test.words,*-*"
            #r "nuget: System.Text.Json, 99.0.0"
            Words.Of() + (Outer.Made() is Inner) + typeof(Inner).Assembly.GetName().Version
            """);

        Assert.Equal("wordsTrue1.2.0.0", text);
        Assert.Equal(
            [
                "display: Restoring Test.Outer …\nRestoring test.words …\nRestoring System.Text.Json, 99.0.0 …",
                "update: Installed Test.Outer, 2.0.0\n"
                    + "Installed Test.Words, 0.1.0-beta "
                    + "(without its extension of .NET Interactive, which this kernel is not)\n"
                    + "Installed System.Text.Json, 99.0.0",
                "result: wordsTrue1.2.0.0",
            ],
            cells.Host.Events);
        Assert.Equal("True", await cells.Ran("(Outer.Made() is Inner).ToString()"));
        // What the kernel itself runs on is not replaced.
        Assert.Equal("[1]", await cells.Ran("System.Text.Json.JsonSerializer.Serialize(new[] { 1 })"));
        Assert.True(Directory.Exists(Path.Combine(_folder.Path, "unpacked", "test.outer", "2.0.0")));
        await Conflicts(cells);
    }

    [Fact]
    public async Task Package_WithALibraryOfMachineCode_FindsIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "borrows a library that the runtime has on Unix only");
        var library = Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "libSystem.Native.*")
            .Single(file => Path.GetExtension(file) is ".so" or ".dylib");
        PackageFeed.Add(
            _folder, "Test.Native", "1.0.0",
            """
            public static class Native
            {
                [System.Runtime.InteropServices.DllImport("borrowed", EntryPoint = "SystemNative_GetPid")]
                public static extern int ProcessId();
            }
            """,
            null, "feed",
            ($"runtimes/{RestoreProject.Machine}/native/libborrowed{Path.GetExtension(library)}", library),
            ("runtimes/other-machine/native/libborrowed.so", _folder.Write("empty.so", "")));
        using var cells = new DirectiveCells(_folder);

        Assert.Equal(
            Environment.ProcessId, await cells.Ran("#r \"nuget: Test.Native, 1.0.0\"\nNative.ProcessId()"));
    }

    // In the same session, since a restore takes seconds.
    private static async Task Conflicts(DirectiveCells cells)
    {
        foreach (var again in new[] { "Test.Inner", "TEST.INNER, 1.2", "Test.Inner, 1.*", "Test.Inner, [1.0,2.0)" })
            Assert.Equal(7, await cells.Ran($"#r \"nuget: {again}\"\n7"));
        Assert.Equal("display: Installed Test.Inner, 1.2.0", cells.Host.Events[^2]);

        var other = await cells.Fails("var lost = 1;\n#r \"nuget: Test.Inner, 1.3.0\"");
        Assert.Equal(("DIRECTIVE", 2, 1), (other.Id, other.Line, other.Column));
        Assert.Equal(
            "expected Test.Inner 1.3.0, but 1.2.0 is loaded already and cannot be replaced; "
            + "restart the kernel to use 1.3.0", other.Message);

        var twice = await cells.Fails("#r \"nuget: A, 1.0.0\"\n#r \"nuget: A, 2.0.0\"");
        Assert.Equal(2, twice.Line);
        Assert.Contains("expected one version of A, got 1.0.0 and 2.0.0", twice.Message, StringComparison.Ordinal);
        Assert.Equal(1, await cells.Ran("before"));
    }

    [Fact]
    public async Task Package_OfASetRestoredBefore_NeedsNoSource()
    {
        // Named in a script that a script loads; the source is named in the notebook, and good from then on.
        PackageFeed.Add(_folder, "Test.Words", "1.0.0", Code("deep"), null, "my packages");
        _folder.Write("a/outer.csx", "#load \"b/inner.csx\"\nstring Outer() => Inner();");
        _folder.Write("a/b/inner.csx", "#r \"nuget: Test.Words\"\nstring Inner() => Pkg.Words.Of();");
        Assert.Equal("deep", await Outer());

        File.Delete(Path.Combine(_folder.Path, "my packages", "Test.Words.1.0.0.nupkg"));
        Assert.Equal("deep", await Outer());

        // A package that somebody has begun to delete is unpacked again.
        PackageFeed.Add(_folder, "Test.Words", "1.0.0", Code("deep"), null, "my packages");
        var unpacked = Path.Combine(_folder.Path, "unpacked", "test.words", "1.0.0");
        foreach (var file in Directory.GetFiles(unpacked, "*", SearchOption.AllDirectories)) File.Delete(file);
        Assert.Equal("deep", await Outer());

        async Task<object?> Outer()
        {
            using var cells = new DirectiveCells(_folder);
            await cells.Ran("#i \"nuget: my packages\"");
            return await cells.Ran("#load \"a/outer.csx\"\nOuter()");
        }
    }

    [Fact]
    public async Task Package_ThatNoSourceHas_SaysWhatWasAskedAndWhatToDo()
    {
        PackageFeed.Add(_folder, "Test.Words", "1.1.0", Code("one"));
        using var cells = new DirectiveCells(_folder);

        var error = await cells.Fails("Console.Write(1);\n  #r \"nuget: Test.Wrods, 1.0.0\"");

        Assert.Equal(("DIRECTIVE", "cell 1", 2, 3), (error.Id, error.Place, error.Line, error.Column));
        Assert.StartsWith(
            "cannot get Test.Wrods, 1.0.0: NU1101: Unable to find package Test.Wrods. ", error.Message,
            StringComparison.Ordinal);
        Assert.Contains($"asked: {Path.Combine(_folder.Path, "feed")}", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("with #i \"nuget: …\"", error.Message, StringComparison.Ordinal);
        Assert.Equal(
            ["display: Restoring Test.Wrods, 1.0.0 …", "update: Not installed: Test.Wrods, 1.0.0"], cells.Host.Events);

        var lower = await cells.Fails("#r \"nuget: Test.Words, 1.0.0\"");
        Assert.Contains("the nearest version to be had is 1.1.0", lower.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_ThatCannotBeAsked_IsForgottenAfterTheError()
    {
        PackageFeed.Add(_folder, "Test.Words", "1.0.0", Code("one"));
        using var cells = new DirectiveCells(_folder);

        // Restore refuses addresses without encryption before it asks them.
        var error = await cells.Fails("#i \"nuget: http://localhost:9/index.json\"\n#r \"nuget: Test.Words\"");

        Assert.Equal(2, error.Line);
        Assert.Contains("NU1302", error.Message, StringComparison.Ordinal);
        Assert.Equal("one", await cells.Ran("#r \"nuget: Test.Words\"\nPkg.Words.Of()"));
    }

    [Fact]
    public async Task Package_ThatNeedsAnotherVersionOfALoadedOne_SaysToRestart()
    {
        PackageFeed.Add(_folder, "Test.Inner", "1.0.0", "public class Inner { }");
        var inner = PackageFeed.Add(_folder, "Test.Inner", "2.0.0", "public class Inner { }");
        PackageFeed.Add(
            _folder, "Test.Outer", "1.0.0", "public class Outer : Inner { }", ("Test.Inner", "2.0.0", inner));
        using var cells = new DirectiveCells(_folder);
        await cells.Ran("#r \"nuget: Test.Inner, 1.0.0\"");

        var error = await cells.Fails("#r \"nuget: Test.Outer\"");

        Assert.Contains("restart the kernel and name both in its first cell", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_Interrupted_EndsTheCell()
    {
        // Restore waits for a server that never answers.
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        PackageFeed.Configure(_folder, $"http://{silent.LocalEndpoint}/index.json\" allowInsecureConnections=\"true");
        using var cells = new DirectiveCells(_folder);
        using var interrupt = new CancellationTokenSource();
        var running = cells.Run("#r \"nuget: Test.Words\"", interrupt.Token);
        using (await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken))
        {
            await interrupt.CancelAsync();
            Assert.Equal(new SubmissionResult.Cancelled(), await running);
        }
        Assert.Equal("update: Not installed: Test.Words", cells.Host.Events[^1]);
        Assert.Equal(3, await cells.Ran("1 + 2"));
    }

    private static string Code(string word) => Words.Replace("{0}", word, StringComparison.Ordinal);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotebookKernel.Scripting;

namespace NotebookKernel.Tests.Scripting;

public sealed class ScriptSessionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ScriptSession _session;
    private int _cells;

    public ScriptSessionTests() => _session = new ScriptSession(_folder.Path);

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("1 + 1", true, 2)]
    [InlineData("return 3;", true, 3)]
    [InlineData("if (true) { return 4; }", true, 4)]
    [InlineData("null", true, null)]
    [InlineData("var x = 1;", false, null)]
    [InlineData("Console.Write(\"\")", false, null)]
    [InlineData("int F() { return 1; }", false, null)]
    [InlineData("", false, null)]
    [InlineData("// only a comment", false, null)]
    public async Task RunAsync_LastExpression_IsTheValue(string code, bool hasValue, object? value) =>
        Assert.Equal(new SubmissionResult.Ran(value, hasValue), await Run(code));

    [Fact]
    public async Task RunAsync_Redeclaring_ShadowsVariablesTypesAndMethods()
    {
        await Ran("var x = 1; record P(int A); int F() => 1;");
        await Ran("var x = \"two\"; record P(string B); string F() => \"three\";");

        Assert.Equal("two three P { B = b }", await Ran("x + \" \" + F() + \" \" + new P(\"b\")"));
    }

    [Theory]
    [InlineData("from q in new[] { 3, 1 } orderby q select q")]
    [InlineData("dynamic d = 5; (int)d + 1")]
    [InlineData("List<int> xs = [1, 2, .. Enumerable.Range(3, 2)]; xs is [1, .., 4]")]
    [InlineData("await Task.FromResult(1)")]
    [InlineData("unsafe { int n = 3; int* p = &n; if (*p != 3) throw new Exception(); }")]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(new { A = 1 })")]
    [InlineData("new System.Net.Http.HttpClient().Timeout")]
    [InlineData("System.Numerics.BigInteger.Pow(2, 100)")]
    [InlineData("System.Text.RegularExpressions.Regex.IsMatch(\"a\", \"A\")")]
    [InlineData(
        "static async IAsyncEnumerable<int> C() { await Task.Yield(); yield return 1; } " +
        "await foreach (var i in C()) { }")]
    public async Task RunAsync_LanguageAndFramework_AreThere(string code) => await Ran(code);

    [Fact]
    public async Task RunAsync_CompileError_NamesThePlaceAndKeepsTheSession()
    {
        await Ran("var x = 1;");
        var failed = Assert.IsType<SubmissionResult.DidNotCompile>(await Run("var x = 2;\n  y"));

        Assert.Equal(
            new CellDiagnostic("CS0103", "The name 'y' does not exist in the current context", "cell 2", 2, 3),
            Assert.Single(failed.Diagnostics));
        Assert.Equal("cell 2, line 2:3: CS0103: The name 'y' does not exist in the current context",
            failed.Diagnostics[0].ToString());
        Assert.Equal(1, await Ran("x"));
    }

    [Fact]
    public async Task RunAsync_Exception_KeepsEarlierAssignmentsAlsoInTheFirstCell()
    {
        var threw = Assert.IsType<SubmissionResult.Threw>(await Run("var x = 7;\nthrow new Exception(\"no\");"));

        Assert.Equal((1, 2), (threw.Trace.Cell, threw.Trace.Line));
        Assert.Equal(7, await Ran("x"));
    }

    [Fact]
    public async Task RunAsync_ExceptionThroughLambdasAsyncAndTypes_HasReadableFrames()
    {
        await Ran(
            """
            class Net
            {
                public async Task<int> Train(int epoch)
                {
                    await Task.Yield();
                    int Local(int n) => n / (n - n);
                    return new[] { epoch }.Select(e => Local(e)).Sum();
                }
            }
            """);
        var threw = Assert.IsType<SubmissionResult.Threw>(await Run("var net = new Net();\n\nawait net.Train(3);"));

        Assert.Equal("System.DivideByZeroException: Attempted to divide by zero.", threw.Trace.Lines[0]);
        Assert.Contains("   at Net.Local(Int32 n) in cell 1, line 6", threw.Trace.Lines);
        Assert.Contains("   at Net.Train in cell 1, line 7", threw.Trace.Lines);
        Assert.Equal("   at cell 2, line 3", threw.Trace.Lines[^1]);
        Assert.DoesNotContain(threw.Trace.Lines, line => line.Contains("d__", StringComparison.Ordinal)
            || line.Contains('`'));
    }

    [Fact]
    public async Task RunAsync_ReferenceToADll_MakesItsSiblingsNameable()
    {
        var engine = Emit(
            "bin/Engine.dll",
            """
            namespace Torch;
            public static class torch { public static Tensor ones(int n) => new(n); }
            public sealed class Tensor(int n) { public int N => n; }
            """);
        Emit(
            "bin/Lessons.dll",
            "namespace Course; public static class Lesson { public static Torch.Tensor Two() => Torch.torch.ones(2); }",
            engine);

        await Ran("#r \"bin/Lessons.dll\"\nusing static Torch.torch;\nusing Course;\nvar t = ones(3);");

        Assert.Equal(5, await Ran("Torch.Tensor u = Lesson.Two(); t.N + u.N"));
    }

    [Fact]
    public async Task RunAsync_ReferencedDll_CanBeRebuiltWhileInUse()
    {
        var file = Emit("bin/A.dll", "public static class A { public static int Value => 1; }");
        Assert.Equal(1, await Ran("#r \"bin/A.dll\"\nA.Value"));

        File.Delete(file);
        Emit("bin/A.dll", "public static class A { public static int Value => 2; }");

        Assert.Equal(1, await Ran("A.Value"));
    }

    [Fact]
    public async Task Dispose_AfterReferences_LeavesNoCopies()
    {
        Emit("bin/A.dll", "public static class A { public static int Value => 1; }");
        using (var session = new ScriptSession(_folder.Path))
        {
            await session.RunAsync("#r \"bin/A.dll\"\nA.Value", 1, Token);
            Assert.NotEmpty(Copies());
        }
        Assert.Empty(Copies());

        static string[] Copies() =>
            [.. Directory.GetDirectories(Path.GetTempPath(), $"notebook-kernel-{Environment.ProcessId}-*")
            .Where(folder => File.Exists(Path.Combine(folder, "0", "A.dll")))];
    }

    [Fact]
    public async Task RunAsync_LoadOfNestedScripts_IsRelativeToEachFile()
    {
        _folder.Write("scripts/outer.csx", "#load \"inner/deep.csx\"\nint Outer() => Deep() + 1;");
        _folder.Write("scripts/inner/deep.csx", "int Deep() => 41;");

        Assert.Equal(42, await Ran("#load \"scripts/outer.csx\"\nOuter()"));
    }

    [Fact]
    public async Task RunAsync_MissingReference_SaysWhich()
    {
        var failed = Assert.IsType<SubmissionResult.DidNotCompile>(await Run("\n#r \"none.dll\""));

        Assert.Equal(("CS0006", 2), (failed.Diagnostics[0].Id, failed.Diagnostics[0].Line));
        Assert.Contains("none.dll", failed.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<SubmissionResult> Run(string code) => _session.RunAsync(code, ++_cells, Token);

    private async Task<object?> Ran(string code)
    {
        var result = await Run(code);
        return result is SubmissionResult.Ran ran ? ran.Value : throw new InvalidOperationException(Describe(result));
    }

    private static string Describe(SubmissionResult result) => result switch
    {
        SubmissionResult.DidNotCompile failure => string.Join('\n', failure.Diagnostics),
        SubmissionResult.Threw failure => failure.Trace.ToString(),
        _ => result.ToString(),
    };

    private string Emit(string name, string code, params string[] references)
    {
        var path = _folder.Write(name, "");
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) is "System.Runtime.dll" or "System.Private.CoreLib.dll");
        var result = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(name),
            [CSharpSyntaxTree.ParseText(code, cancellationToken: Token)],
            trusted.Concat(references).Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(path, cancellationToken: Token);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }
}

using NotebookKernel.Scripting;

namespace NotebookKernel.Tests.Directives;

/// <summary>A package that everybody knows, from whatever source this machine is set up with.</summary>
public sealed class PublicPackageTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Package_FromTheMachinesOwnSource_Works()
    {
        _folder.Write(
            "NuGet.Config",
            "<configuration><config><add key=\"globalPackagesFolder\" value=\"unpacked\" /></config></configuration>");
        using var limit = new CancellationTokenSource(Patience);
        using var cells = new DirectiveCells(_folder);

        var result = await cells.Run(
            """
            #r "nuget: Newtonsoft.Json, 13.0.1"
            using Newtonsoft.Json.Linq;
            ((int)JObject.Parse("{ 'a': [1, 2] }")["a"][1], JObject.Parse("{}").Count)
            """,
            limit.Token);

        Assert.SkipWhen(result is SubmissionResult.Cancelled, $"no package source answered within {Patience}");
        if (result is SubmissionResult.DidNotCompile { Diagnostics: [{ Id: "DIRECTIVE" } error] }
            && error.Message.Contains(": NU1", StringComparison.Ordinal))
            Assert.Skip($"no package source: {error.Message}");
        Assert.Equal(new SubmissionResult.Ran((2, 0), HasValue: true), result);
    }
}

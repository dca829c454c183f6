using System.Diagnostics;
using System.Text.Json.Nodes;
using Testing;

namespace Repository.Tests;

/// <summary>The development containers: valid, alike, and set up by the script that .ci/run runs too.</summary>
public class DevContainerTests
{
    private const string Script = ".devcontainer/setup.sh";
    private const string Plain = ".devcontainer/devcontainer.json";
    private const string Cuda = ".devcontainer/cuda/devcontainer.json";

    public static TheoryData<string> Configurations => [.. SourceFiles.Under(".devcontainer", "devcontainer.json")
        .Select(SourceFiles.Relative)];

    [Fact]
    public void Configurations_AreThePlainOneAndTheOneWithCuda() =>
        Assert.Equal([Cuda, Plain], Configurations.Select(row => row.Data).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Configuration_HasTheImageTheScriptAndTheExtensions(string file)
    {
        var root = Read(file);

        Assert.Equal("mcr.microsoft.com/dotnet/sdk:10.0", (string?)root["image"]);
        Assert.Equal($"bash {Script}", (string?)root["postCreateCommand"]);
        Assert.Equal(
            ["ms-dotnettools.csharp", "ms-toolsai.jupyter"],
            root["customizations"]!["vscode"]!["extensions"]!.AsArray().Select(name => (string?)name));
    }

    [Fact]
    public void Gpu_IsAskedForByTheSecondConfigurationOnly()
    {
        Assert.Null(Read(Plain)["runArgs"]);
        Assert.Null(Read(Plain)["hostRequirements"]!["gpu"]);
        Assert.Null(Read(Plain)["containerEnv"]!["TensorEngine"]);
        Assert.Equal(["--gpus", "all"], Read(Cuda)["runArgs"]!.AsArray().Select(word => (string?)word));
        // A value that the build does not know would end every build in the container.
        Assert.Contains(
            $"'{(string?)Read(Cuda)["containerEnv"]!["TensorEngine"]}'",
            File.ReadAllText(Path.Combine(TestPaths.Root, "Directory.Build.targets")), StringComparison.Ordinal);
    }

    [Fact]
    public void Script_IsRunByContinuousIntegration() => Assert.Contains(
        Script, File.ReadAllText(Path.Combine(TestPaths.Root, ".ci", "run")), StringComparison.Ordinal);

    [Theory]
    [InlineData(Script)]
    [InlineData(".ci/run")]
    [InlineData("tests/install-clients.sh")]
    public async Task Script_IsGoodBash(string file)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "asks a Unix shell");
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-n", file])
        {
            WorkingDirectory = TestPaths.Root,
            RedirectStandardError = true,
        })!;
        var errors = await bash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(bash.ExitCode == 0, errors);
    }

    private static JsonObject Read(string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(TestPaths.Root, file)))!.AsObject();
}

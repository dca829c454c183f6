using System.Runtime.InteropServices;

namespace CourseCli.Checks;

/// <summary>Is there a GPU that TorchSharp could use?</summary>
internal static class GraphicsCheck
{
    private const string Name = "CUDA GPU";

    public static async Task<Check> RunAsync(
        Machine machine, CourseRepository? repository, CancellationToken cancellationToken)
    {
        var program = machine.Find("nvidia-smi");
        var output = program is null ? null : await machine.Ask(
            program, ["--query-gpu=name,memory.total", "--format=csv,noheader"], cancellationToken)
                .ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(output))
            return new Check(Name, CheckStatus.Optional, program is null
                ? "none; everything runs on the processor"
                : "nvidia-smi finds none; everything runs on the processor");
        var gpu = output.Trim().Split('\n')[0].Trim();
        var engine = machine.System == OSPlatform.Windows ? "TorchSharp-cuda-windows" : "TorchSharp-cuda-linux";
        return new Check(Name, CheckStatus.Ok, EngineCheck.Built(repository) == engine
            ? gpu
            : $"{gpu}; not used: a build with {EngineCheck.Variable}={engine} would");
    }
}

namespace CourseCli.Checks;

/// <summary>Which tensor engine was built in, and which one the next build would take.</summary>
internal static class EngineCheck
{
    /// <summary>The variable, and the build's property, that names the engine.</summary>
    public const string Variable = "TensorEngine";

    private const string Name = "engine";
    private const string Default = "managed";
    private const string Build = "dotnet build lib/GenAiCourse";

    private static readonly string[] Known =
        [Default, "TorchSharp-cpu", "TorchSharp-cuda-windows", "TorchSharp-cuda-linux"];

    /// <summary>The engine that the notebooks use; null before the first build.</summary>
    public static string? Built(CourseRepository? repository)
    {
        var file = repository is null
            ? ""
            : Path.Combine(Path.GetDirectoryName(repository.StagedLibrary)!, "engine.txt");
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }

    public static Check Run(Surroundings surroundings, CourseRepository? repository)
    {
        var wanted = surroundings.Variable(Variable) is { Length: > 0 } given ? given : null;
        if (wanted is not null && !Known.Contains(wanted, StringComparer.Ordinal))
            return new Check(Name, CheckStatus.Missing,
                $"expected {Variable} to be {string.Join(", ", Known)}, got '{wanted}'",
                $"unset {Variable}, or set it to one");
        return Built(repository) switch
        {
            null => new Check(Name, CheckStatus.Optional, $"{wanted ?? Default}, after the first build", Build),
            var built when built == (wanted ?? Default) => new Check(Name, CheckStatus.Ok, built),
            var built when wanted is null => new Check(Name, CheckStatus.Ok,
                $"{built}; {Variable} is not set, so the next build takes {Default}"),
            var built => new Check(Name, CheckStatus.Optional, $"{built}, but {Variable} asks for {wanted}", Build),
        };
    }
}

namespace GenAiCourse.Training;

/// <summary>What <see cref="Safetensors.LoadInto"/> did.</summary>
/// <param name="Loaded">The module's names that got values.</param>
/// <param name="Missing">The module's names that the file has nothing for.</param>
/// <param name="Unexpected">The file's names that the module does not have.</param>
public sealed record SafetensorsReport(
    IReadOnlyList<string> Loaded, IReadOnlyList<string> Missing, IReadOnlyList<string> Unexpected);

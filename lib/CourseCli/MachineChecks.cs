using System.Globalization;
using System.Runtime.InteropServices;

namespace CourseCli;

/// <summary>What a check found.</summary>
internal enum CheckStatus
{
    /// <summary>It is there.</summary>
    Ok,

    /// <summary>It is needed and not there.</summary>
    Missing,

    /// <summary>It is not there, and nothing needs it.</summary>
    Optional,
}

/// <summary>One line of the doctor's report.</summary>
/// <param name="Name">What was looked for.</param>
/// <param name="Status">What was found.</param>
/// <param name="Detail">Version, place or amount.</param>
/// <param name="Mend">The command that mends it; null when there is nothing to do.</param>
internal sealed record Check(string Name, CheckStatus Status, string Detail, string? Mend = null);

/// <summary>The checks behind <c>course doctor</c>.</summary>
internal static class MachineChecks
{
    private const int NeededSdk = 10;
    private const string BuildCourse = "dotnet build lib/GenAiCourse";

    public static async Task<IReadOnlyList<Check>> RunAsync(
        Surroundings surroundings, CancellationToken cancellationToken)
    {
        var dotnet = DotNetRoot();
        var repository = CourseRepository.Find(surroundings.CurrentDirectory);
        return
        [
            await SdkAsync(dotnet, cancellationToken).ConfigureAwait(false),
            Repository(repository),
            Library(repository),
            Documentation(dotnet, "Microsoft.NETCore.App.Ref"),
            Documentation(dotnet, "Microsoft.AspNetCore.App.Ref"),
            Notebooks(repository, surroundings),
            Data(surroundings),
            new Check("processor cores", CheckStatus.Ok, Text(Environment.ProcessorCount)),
            new Check("memory", CheckStatus.Ok, Memory()),
            await GpuAsync(cancellationToken).ConfigureAwait(false),
        ];
    }

    private static async Task<Check> SdkAsync(string dotnet, CancellationToken cancellationToken)
    {
        var host = Path.Combine(dotnet, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        var program = File.Exists(host) ? host : "dotnet";
        var output = await OtherProgram.OutputAsync(program, ["--list-sdks"], cancellationToken).ConfigureAwait(false);
        var newest = (output ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ')[0])
            .OrderBy(Number)
            .LastOrDefault();
        var isEnough = Number(newest).Major >= NeededSdk;
        return isEnough
            ? new Check(".NET SDK", CheckStatus.Ok, newest!)
            : new Check(".NET SDK", CheckStatus.Missing, $"{newest ?? "none found"}; {NeededSdk}.0 or later is needed",
                $"install the .NET SDK {NeededSdk} from https://dotnet.microsoft.com/download");
    }

    private static Check Repository(CourseRepository? repository) => repository is null
        ? new Check("repository", CheckStatus.Missing, "no GenAiCourse.sln here or above", "go to the course's folder")
        : new Check("repository", CheckStatus.Ok, repository.Root);

    private static Check Library(CourseRepository? repository)
    {
        const string Name = "course library";
        return repository is not null && File.Exists(repository.StagedLibrary)
            ? new Check(Name, CheckStatus.Ok, repository.Relative(repository.StagedLibrary))
            : new Check(Name, CheckStatus.Missing, "the notebooks' #r line names .artifacts/course/GenAiCourse.dll",
                BuildCourse);
    }

    private static Check Documentation(string dotnet, string pack)
    {
        var folder = Path.Combine(dotnet, "packs", pack);
        var newest = Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).Select(Path.GetFileName).OrderBy(Number).LastOrDefault()
            : null;
        return newest is null
            ? new Check(pack, CheckStatus.Missing, $"no text corpus under {folder}",
                "install the full .NET SDK, not only the runtime")
            : new Check(pack, CheckStatus.Ok, newest);
    }

    private static Check Notebooks(CourseRepository? repository, Surroundings surroundings)
    {
        var count = repository is null
            ? 0
            : new NotebookCatalog(repository, surroundings.CurrentDirectory).Entries.Count;
        return count > 0
            ? new Check("notebooks", CheckStatus.Ok, $"{Text(count)} found")
            : new Check("notebooks", CheckStatus.Missing, "none under notebooks/*/NN-name.ipynb",
                "git checkout -- notebooks");
    }

    private static Check Data(Surroundings surroundings)
    {
        const string Name = "COURSE_DATA";
        var folder = surroundings.Variable(Name);
        if (string.IsNullOrEmpty(folder))
            return new Check(Name, CheckStatus.Optional, "not set; the notebooks make their own data",
                "set it to a folder with real data sets, if you have one");
        return Directory.Exists(folder)
            ? new Check(Name, CheckStatus.Ok, folder)
            : new Check(Name, CheckStatus.Missing, $"{folder} is no folder",
                "set it to an existing folder, or unset it");
    }

    private static async Task<Check> GpuAsync(CancellationToken cancellationToken)
    {
        const string Name = "CUDA GPU";
        var output = await OtherProgram.OutputAsync(
            "nvidia-smi", ["--query-gpu=name,memory.total", "--format=csv,noheader"], cancellationToken)
                .ConfigureAwait(false);
        return string.IsNullOrWhiteSpace(output)
            ? new Check(Name, CheckStatus.Optional, "none; everything runs on the processor")
            : new Check(Name, CheckStatus.Ok, output.Trim().Split('\n')[0]);
    }

    // 10.0.100-rc.1 counts as 10.0.100; what is no version comes first.
    private static Version Number(string? version) =>
        Version.TryParse(version?.Split('-')[0], out var number) ? number : new Version();

    private static string DotNetRoot() =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private static string Memory() => string.Create(
        CultureInfo.InvariantCulture, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30):F1} GiB");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

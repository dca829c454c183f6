using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace NotebookKernel.Notebooks;

/// <summary>How to start a worker: which dotnet, which assembly, which environment.</summary>
internal static class WorkerCommand
{
    /// <summary>A start description with all three streams redirected.</summary>
    /// <exception cref="DirectoryNotFoundException">The working directory does not exist.</exception>
    public static ProcessStartInfo Create(NotebookProcessOptions options)
    {
        var folder = Path.GetFullPath(options.WorkingDirectory);
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException(
                $"{folder}: no such folder; a notebook runs in the folder that holds it");
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo(DotNetHost())
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.ArgumentList.Add(typeof(WorkerCommand).Assembly.Location);
        start.ArgumentList.Add("worker");
        // A crash is reported, not dumped into the notebook's folder.
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        if (options.Budget is { } budget) start.Environment["COURSE_BUDGET"] = budget;
        foreach (var (name, value) in options.Environment)
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        return start;
    }

    /// <summary>The host of the runtime that this process runs on; PATH may hold another or none.</summary>
    internal static string DotNetHost()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside : name;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookKernel.Notebooks;

namespace NotebookKernel.Jupyter;

/// <summary>An installed kernel: a folder with a kernel.json that says how to start it.</summary>
/// <param name="Folder">The folder; its name is the kernel's.</param>
/// <param name="DisplayName">What front ends call it.</param>
/// <param name="Arguments">The program and its arguments.</param>
public sealed record KernelSpec(string Folder, string DisplayName, IReadOnlyList<string> Arguments)
{
    private const string File = "kernel.json";

    /// <summary>The kernel's name, as notebooks name it.</summary>
    public string Name => Path.GetFileName(Folder);

    /// <summary>The assembly of this kernel that it starts; null when it starts something else.</summary>
    public string? Assembly =>
        Arguments is [_, var assembly, "jupyter", "{connection_file}"]
        && Path.GetFileName(assembly) == KernelInstaller.AssemblyFile
            ? assembly
            : null;

    /// <summary>What of the files that it names is not there; empty when it can start.</summary>
    public IReadOnlyList<string> MissingFiles =>
        [.. Arguments.Take(Assembly is null ? 1 : 2).Where(Path.IsPathRooted).Where(file => !Path.Exists(file))];

    /// <summary>Reads an installed kernel; null when there is none or its kernel.json cannot be read.</summary>
    public static KernelSpec? Read(string folder)
    {
        try
        {
            var text = global::System.IO.File.ReadAllText(Path.Combine(folder, File));
            return JsonNode.Parse(text, documentOptions: MessageCodec.Strict) is JsonObject fields
                && fields["argv"] is JsonArray arguments
                    ? new KernelSpec(
                        Path.GetFullPath(folder),
                        fields.Text("display_name") ?? "",
                        [.. arguments.OfType<JsonValue>().Select(argument => argument.ToString())])
                    : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes kernel.json; whoever reads it meanwhile sees the old or the new one.</summary>
    internal void Write()
    {
        var fields = new JsonObject
        {
            ["argv"] = new JsonArray([.. Arguments.Select(argument => (JsonNode)argument)]),
            ["display_name"] = DisplayName,
            ["language"] = KernelInfo.Language,
            ["interrupt_mode"] = "message",
            ["metadata"] = new JsonObject { ["debugger"] = false },
        };
        var target = Path.Combine(Folder, File);
        var fresh = target + ".new";
        global::System.IO.File.WriteAllText(fresh, NotebookJson.Write(fields, indent: 1) + "\n");
        global::System.IO.File.Move(fresh, target, overwrite: true);
    }
}

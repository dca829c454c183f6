using System.Runtime.InteropServices;
using CourseCli;

namespace NotebookKernel.Tests.CourseCli;

/// <summary>A machine whose programs, servers, folders and variables are what a test says.</summary>
internal sealed class FakeMachine : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FakeMachine()
    {
        _folder.Write("GenAiCourse.sln", "");
        // Nothing of the machine that the tests run on.
        Variables["JUPYTER_DATA_DIR"] = Path("jupyter");
        Variables["HOME"] = Path("home");
    }

    /// <summary>A call, "code --version", and what it writes; null for one that fails.</summary>
    public Dictionary<string, string?> Programs { get; } = [];

    /// <summary>An address and why it does not answer; null for one that does.</summary>
    public Dictionary<string, string?> Servers { get; } = [];

    public Dictionary<string, string> Variables { get; } = [];

    public OSPlatform System { get; set; } = OSPlatform.Linux;

    public bool HasApt { get; set; } = true;

    /// <summary>Called before a program is asked.</summary>
    public Func<string, CancellationToken, Task> Asking { get; set; } = (_, _) => Task.CompletedTask;

    public StringWriter Output { get; } = new();

    public StringWriter Error { get; } = new();

    public CourseRepository Repository => new(_folder.Path);

    public Surroundings Surroundings => new()
    {
        Output = Output,
        Error = Error,
        CurrentDirectory = _folder.Path,
        IsInteractive = false,
        Variable = name => Variables.GetValueOrDefault(name),
        Machine = Machine,
    };

    public Machine Machine => new()
    {
        System = System,
        HasApt = HasApt,
        DotNetRoot = Path("dotnet"),
        Find = name => Programs.Keys.Any(call => call.StartsWith(Name(name) + " ", StringComparison.Ordinal))
            ? global::System.IO.Path.Combine("/programs", name)
            : null,
        Ask = async (program, arguments, cancellationToken) =>
        {
            var call = $"{Name(program)} {string.Join(' ', arguments)}";
            await Asking(call, cancellationToken);
            return Programs.GetValueOrDefault(call);
        },
        Reach = (address, _) => Task.FromResult(Servers[address.AbsoluteUri]),
    };

    public string Path(string name) => global::System.IO.Path.Combine(_folder.Path, name);

    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>One call of <c>course</c>.</summary>
    public Task<int> Course(params string[] arguments) =>
        CommandLine.InvokeAsync(arguments, Surroundings, TestContext.Current.CancellationToken);

    public void Dispose()
    {
        Output.Dispose();
        Error.Dispose();
        _folder.Dispose();
    }

    private static string Name(string program) => global::System.IO.Path.GetFileName(program);
}

using System.Diagnostics;
using System.Globalization;
using CourseCli;

namespace NotebookKernel.Tests.CourseCli;

/// <summary>The command as a real process: its exit code, and that nothing it starts outlives it.</summary>
public sealed class CourseProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CourseProcessTests()
    {
        _folder.Write("GenAiCourse.sln", "");
        _folder.Notebook("notebooks/1-beginner/01-good.ipynb", "1");
        _folder.Notebook(
            "notebooks/1-beginner/02-endless.ipynb",
            "System.IO.File.WriteAllText(\"id.txt\", Environment.ProcessId.ToString());\nwhile (true) { }");
    }

    private string IdFile => Path.Combine(_folder.Path, "notebooks", "1-beginner", "id.txt");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ExitCode.Success, "1 passed, 0 did not.", "run", "1", "--budget", "ci")]
    [InlineData(ExitCode.Usage, "no notebook '9'", "run", "9")]
    public async Task Course_Run_ReturnsItsExitCode(int expected, string message, params string[] arguments)
    {
        using var course = Start(arguments);
        var error = course.StandardError.ReadToEndAsync(Token);
        var output = await course.StandardOutput.ReadToEndAsync(Token) + await error;
        await course.WaitForExitAsync(Token);

        Assert.Equal(expected, course.ExitCode);
        Assert.Contains(message, output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Course_Killed_TakesItsWorkersAlong()
    {
        using var course = Start("run", "2");
        var worker = await WorkerId();
        course.Kill(entireProcessTree: false);
        await course.WaitForExitAsync(Token);

        await Gone(worker);
    }

    [Fact]
    public async Task Course_CtrlC_EndsItsWorkersAndSaysSo()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends a Unix signal");
        using var course = Start("run", "all");
        var worker = await WorkerId();
        using (var kill = Process.Start("kill", ["-INT", course.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(Token);
        var output = await course.StandardOutput.ReadToEndAsync(Token);
        await course.WaitForExitAsync(Token);

        Assert.Equal(ExitCode.Cancelled, course.ExitCode);
        Assert.Matches("cancelled .*02-endless", output);
        await Gone(worker);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private async Task<int> WorkerId()
    {
        for (var i = 0; i < 2000; i++)
        {
            if (File.Exists(IdFile)
                && int.TryParse(await File.ReadAllTextAsync(IdFile, Token), CultureInfo.InvariantCulture, out var id))
                return id;
            await Task.Delay(10, Token);
        }
        throw new TimeoutException("the endless notebook did not start");
    }

    private static async Task Gone(int id)
    {
        for (var i = 0; i < 1000; i++)
        {
            if (!IsRunning(id)) return;
            await Task.Delay(10, Token);
        }
        Assert.Fail($"worker {id} still runs");
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

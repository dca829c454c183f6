using System.CommandLine;
using System.Text.Json.Nodes;
using CourseCli.Checks;

namespace CourseCli;

/// <summary>
/// <c>course doctor</c>: what this machine has of what the course needs, and how to mend what is missing.
/// </summary>
internal static class DoctorCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var json = new Option<bool>("--json") { Description = "Write JSON instead of lines." };
        var command = new Command("doctor", "Checks this machine; exit code 1 when something needed is missing.")
        {
            json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var checks = await MachineChecks.RunAsync(surroundings, cancellationToken).ConfigureAwait(false);
            var isWell = checks.All(check => check.Status != CheckStatus.Missing);
            if (parsed.GetValue(json)) WriteJson(surroundings.Output, checks, isWell);
            else WriteLines(surroundings.Output, checks, isWell);
            return isWell ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    private static void WriteLines(TextWriter output, IReadOnlyList<Check> checks, bool isWell)
    {
        var width = checks.Max(check => check.Name.Length);
        foreach (var check in checks)
        {
            output.WriteLine($"{Word(check.Status),-8}  {check.Name.PadRight(width)}  {check.Detail}");
            if (check.Status != CheckStatus.Ok && check.Mend is { } mend)
                output.WriteLine($"{"",-8}  {new string(' ', width)}  -> {mend}");
        }
        output.WriteLine(isWell
            ? "Ready: try `dotnet run --project lib/CourseCli -- list`."
            : "Not ready: mend what is MISSING.");
    }

    private static void WriteJson(TextWriter output, IReadOnlyList<Check> checks, bool isWell)
    {
        var rows = checks.Select(check => (JsonNode)new JsonObject
        {
            ["name"] = check.Name,
            ["status"] = Word(check.Status).ToLowerInvariant(),
            ["detail"] = check.Detail,
            ["mend"] = check.Status == CheckStatus.Ok ? null : check.Mend,
        });
        output.WriteLine(Json.Text(new JsonObject { ["ok"] = isWell, ["checks"] = new JsonArray([.. rows]) }));
    }

    private static string Word(CheckStatus status) => status switch
    {
        CheckStatus.Ok => "OK",
        CheckStatus.Missing => "MISSING",
        _ => "optional",
    };
}

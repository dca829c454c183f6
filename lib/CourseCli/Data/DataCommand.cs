using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;

namespace CourseCli.Data;

/// <summary><c>course data list|get|verify</c>: the real data sets of COURSE_DATA.</summary>
internal static class DataCommand
{
    private const string Variable = "COURSE_DATA";

    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(30);

    public static Command Create(Surroundings surroundings) =>
        new("data", "Real data sets: which there are, brings them here, checks them. No notebook needs them.")
        {
            CreateList(surroundings),
            CreateGet(surroundings),
            CreateVerify(surroundings),
        };

    private static Command CreateList(Surroundings surroundings)
    {
        var json = new Option<bool>("--json") { Description = "Write JSON instead of a table." };
        var command = new Command("list", "Lists the data sets, with licence, and whether they are here.") { json };
        command.SetAction(parsed => List(surroundings, parsed.GetValue(json)));
        return command;
    }

    private static Command CreateGet(Surroundings surroundings)
    {
        var names = new Argument<string[]>("names")
        {
            Description = "Names from `course data list`, or all.",
            Arity = ArgumentArity.OneOrMore,
        };
        var from = new Option<string?>("--from")
        {
            Description = "A folder or web address with a copy of such a folder, in place of the sets' owners.",
        };
        var to = new Option<string?>("--to") { Description = "The folder to fill; COURSE_DATA by default." };
        var command = new Command(
            "get", "Downloads data sets, checks their contents, and keeps them.") { names, from, to };
        command.SetAction((parsed, cancellationToken) => GetAsync(
            surroundings, parsed.GetValue(names)!, parsed.GetValue(from), parsed.GetValue(to), cancellationToken));
        return command;
    }

    private static Command CreateVerify(Surroundings surroundings)
    {
        var names = new Argument<string[]>("names")
        {
            Description = "Names from `course data list`, or all; without any, what is here.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("verify", "Compares the files' contents with the manifest.") { names };
        command.SetAction((parsed, cancellationToken) =>
            VerifyAsync(surroundings, parsed.GetValue(names)!, cancellationToken));
        return command;
    }

    private static int List(Surroundings surroundings, bool asJson)
    {
        var manifest = Manifest(surroundings);
        var root = surroundings.Variable(Variable);
        var folder = string.IsNullOrEmpty(root) ? null : new DataFolder(Absolute(surroundings, root));
        if (asJson)
        {
            var sets = manifest.Sets.Select(set => (JsonNode)new JsonObject
            {
                ["name"] = set.Name,
                ["title"] = set.Title,
                ["by"] = set.By,
                ["licence"] = set.Licence,
                ["bytes"] = set.Bytes,
                ["here"] = folder is not null && set.Files.All(file => folder.Find(file) is not null),
                ["downloads"] = set.Files.All(file => file.From is not null),
            });
            surroundings.Output.WriteLine(Json.Text(new JsonArray([.. sets])));
            return ExitCode.Success;
        }
        var table = new TextTable("set", "what", ">MB", "licence", "here", "downloads");
        foreach (var set in manifest.Sets)
        {
            var here = folder is null ? 0 : set.Files.Count(file => folder.Find(file) is not null);
            table.Add(set.Name, set.Title, (set.Bytes / 1e6).ToString("F1", CultureInfo.InvariantCulture), set.Licence,
                Share(here, set.Files.Count), Share(set.Files.Count(file => file.From is not null), set.Files.Count));
        }
        table.Write(surroundings);
        if (folder is null)
            surroundings.Output.WriteLine(
                $"{Variable} is not set: set it to the folder where the sets are or shall be.");
        return ExitCode.Success;
    }

    private static string Share(int some, int all) => some == all ? "yes" : some == 0 ? "no" : $"{some} of {all} files";

    private static async Task<int> GetAsync(
        Surroundings surroundings, string[] names, string? from, string? to, CancellationToken cancellationToken)
    {
        var sets = Manifest(surroundings).Named(names);
        var folder = Folder(surroundings, to);
        if (from is not null && !from.Contains("://", StringComparison.Ordinal))
        {
            from = Absolute(surroundings, from);
            if (!Directory.Exists(from)) throw new UsageException($"--from {from}: no such folder");
        }
        else if (from is not null && !(Uri.TryCreate(from, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"))
            throw new UsageException($"--from {from}: expected a folder or an http address");

        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var download = new DataDownload(client, from, Stall);
        var failed = 0;
        foreach (var set in sets)
        {
            surroundings.Output.WriteLine($"{set.Name} ({set.By}; {set.Licence})");
            foreach (var file in set.Files)
            {
                var result = await GetFileAsync(download, file, folder, cancellationToken).ConfigureAwait(false);
                if (!result.Done) failed++;
                surroundings.Output.WriteLine($"  {file.File} {result.What}");
            }
        }
        if (failed == 0) return ExitCode.Success;
        surroundings.Output.WriteLine(FormattableString.Invariant($"{failed} files are not here; the others are."));
        return ExitCode.Failure;
    }

    private static async Task<(bool Done, string What)> GetFileAsync(
        DataDownload download, DataFile file, DataFolder folder, CancellationToken cancellationToken)
    {
        if (await folder.CheckAsync(file, cancellationToken).ConfigureAwait(false) == DataFileState.Right)
            return (true, "is here");
        if (!download.CanGet(file))
            return (false, "has no address: its owner offers another form; take it from a copy with --from");
        var why = await download.GetAsync(file, folder, cancellationToken).ConfigureAwait(false);
        return why is null ? (true, "got") : (false, why);
    }

    private static async Task<int> VerifyAsync(
        Surroundings surroundings, string[] names, CancellationToken cancellationToken)
    {
        var manifest = Manifest(surroundings);
        var folder = Folder(surroundings, null);
        var sets = names.Length > 0
            ? manifest.Named(names)
            : [.. manifest.Sets.Where(set => set.Files.Any(file => folder.Find(file) is not null))];
        var (right, wrong) = (0, 0);
        foreach (var set in sets)
            foreach (var file in set.Files)
            {
                var state = await folder.CheckAsync(file, cancellationToken).ConfigureAwait(false);
                if (state == DataFileState.Right)
                {
                    right++;
                    continue;
                }
                wrong++;
                surroundings.Output.WriteLine(state == DataFileState.Absent
                    ? $"ABSENT   {file.File}"
                    : $"DAMAGED  {folder.Find(file)}");
            }
        surroundings.Output.WriteLine(FormattableString.Invariant(
            $"{right} files in {sets.Count} sets are right, {wrong} are not."));
        if (wrong > 0) surroundings.Output.WriteLine("`course data get NAME` brings a set here again.");
        return wrong == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private static DataManifest Manifest(Surroundings surroundings) =>
        DataManifest.Load(CourseRepository.Require(surroundings.CurrentDirectory));

    private static DataFolder Folder(Surroundings surroundings, string? to)
    {
        var root = to ?? surroundings.Variable(Variable);
        if (string.IsNullOrEmpty(root))
            throw new UsageException(
                $"{Variable} is not set: set it to the folder where the sets are or shall be "
                + "(get also takes --to FOLDER)");
        return new DataFolder(Absolute(surroundings, root));
    }

    private static string Absolute(Surroundings surroundings, string path) =>
        Path.GetFullPath(path, surroundings.CurrentDirectory);
}

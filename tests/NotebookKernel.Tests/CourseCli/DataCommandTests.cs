using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CourseCli;

namespace NotebookKernel.Tests.CourseCli;

public sealed class DataCommandTests : IDisposable
{
    private static readonly byte[] Contents = Encoding.UTF8.GetBytes("sepal,petal\n5.1,1.4\n");

    private readonly TemporaryFolder _folder = new();
    private readonly DataServer _server = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private string? _data;

    public DataCommandTests()
    {
        _folder.Write("GenAiCourse.sln", "");
        _data = Path.Combine(_folder.Path, "real data");
        Manifest(from: "/flowers.csv");
    }

    public void Dispose()
    {
        _folder.Dispose();
        _server.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task Get_FileOfItsOwner_IsKeptAndNotAskedForAgain()
    {
        _server.Serve("/flowers.csv", Contents);

        Assert.Equal(ExitCode.Success, await Data("get", "flowers"));
        Assert.Equal(ExitCode.Success, await Data("get", "all"));

        Assert.Equal(Contents, File.ReadAllBytes(Target));
        Assert.Equal(["/flowers.csv"], _server.Asked);
        Assert.Contains("flowers/flowers.csv is here", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_PackedFile_IsUnpacked()
    {
        _server.Serve("/flowers.csv", Packed(Contents));

        Assert.Equal(ExitCode.Success, await Data("get", "flowers"));

        Assert.Equal(Contents, File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task Get_MemberOfAnArchive_IsTakenOut()
    {
        Manifest("/all.zip", member: "corpus/flowers.csv");
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("corpus/flowers.csv").Open())
            entry.Write(Contents);
        _server.Serve("/all.zip", archive.ToArray());

        Assert.Equal(ExitCode.Success, await Data("get", "flowers"));

        Assert.Equal(Contents, File.ReadAllBytes(Target));
    }

    [Theory]
    [InlineData("other text", "came with other contents: expected SHA-256 ")]
    [InlineData("PK\u0003\u0004 no archive", "came damaged", "corpus/flowers.csv")]
    [InlineData(null, "answers 404")]
    public async Task Get_OtherThanTheFile_IsRefusedAndChangesNothing(
        string? served, string complaint, string? member = null)
    {
        Manifest("/flowers.csv", member);
        _folder.Write("real data/flowers/flowers.csv", "mine");
        if (served is not null) _server.Serve("/flowers.csv", Encoding.UTF8.GetBytes(served));

        Assert.Equal(ExitCode.Failure, await Data("get", "flowers"));

        Assert.Contains(complaint, _output.ToString(), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Target));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public async Task Get_EndlessFile_IsCutOff()
    {
        _server.Serve("/flowers.csv", new byte[3 << 20]);

        Assert.Equal(ExitCode.Failure, await Data("get", "flowers"));

        Assert.Contains("sends more than the file has", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_FileThatUnpacksToFarMore_IsRefused()
    {
        _server.Serve("/flowers.csv", Packed(new byte[50_000_000]));

        Assert.Equal(ExitCode.Failure, await Data("get", "flowers"));

        Assert.Contains("came with other contents", _output.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Target + ".partial"));
    }

    [Fact]
    public async Task Get_ServerThatFailsTwice_IsAskedAThirdTime()
    {
        _server.Serve("/flowers.csv", (context, call) =>
        {
            context.Response.StatusCode = call == 1 ? 503 : 200;
            if (call == 1) return true;
            context.Response.ContentLength64 = Contents.Length;
            context.Response.OutputStream.Write(Contents.AsSpan(0, call == 2 ? 5 : Contents.Length));
            return call > 2;
        });

        Assert.Equal(ExitCode.Success, await Data("get", "flowers"));

        Assert.Equal(3, _server.Asked.Count);
        Assert.Equal(Contents, File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task Get_ServerThatStaysDown_SaysSo()
    {
        _server.Dispose();

        Assert.Equal(ExitCode.Failure, await Data("get", "flowers"));

        Assert.Contains("127.0.0.1 does not deliver", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 files are not here", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OverADamagedFile_KeepsItAside()
    {
        _folder.Write("real data/flowers/flowers.csv", "damaged");
        _server.Serve("/flowers.csv", Contents);

        Assert.Equal(ExitCode.Success, await Data("get", "flowers"));

        Assert.Equal(Contents, File.ReadAllBytes(Target));
        Assert.Equal("damaged", File.ReadAllText(Target + ".damaged"));
    }

    [Fact]
    public async Task Get_FileWithoutAddress_NamesTheWayOut()
    {
        Manifest(from: null);

        Assert.Equal(ExitCode.Failure, await Data("get", "flowers"));

        Assert.Contains("take it from a copy with --from", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_FromAFolderOrAServer_TakesTheFilePlainOrPacked()
    {
        Manifest(from: null);
        _folder.Write("stick/flowers/readme", "");
        File.WriteAllBytes(Path.Combine(_folder.Path, "stick/flowers/flowers.csv.gz"), Packed(Contents));
        _server.Serve("/course/flowers/flowers.csv.gz", Packed(Contents));

        Assert.Equal(ExitCode.Success, await Data("get", "flowers", "--from", "stick", "--to", "a"));
        Assert.Equal(ExitCode.Success,
            await Data("get", "flowers", "--from", _server.Address + "/course/", "--to", "b"));

        Assert.Equal(Contents, File.ReadAllBytes(Path.Combine(_folder.Path, "a/flowers/flowers.csv")));
        Assert.Equal(Contents, File.ReadAllBytes(Path.Combine(_folder.Path, "b/flowers/flowers.csv")));
    }

    [Theory]
    [InlineData("no data set 'flower'; there are flowers", "get", "flower")]
    [InlineData("no such folder", "get", "flowers", "--from", "nowhere")]
    [InlineData("expected a folder or an http address", "get", "flowers", "--from", "ftp://x/y")]
    [InlineData("COURSE_DATA is not set", "verify")]
    public async Task Data_WrongArguments_SaysWhatAndReturnsTwo(string message, params string[] arguments)
    {
        if (arguments is ["verify"]) _data = null;

        Assert.Equal(ExitCode.Usage, await Data(arguments));

        Assert.Contains(message, _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_RightDamagedAndAbsentFiles_AreToldApart()
    {
        _folder.Write("real data/x", "");
        Assert.Equal(ExitCode.Success, await Data("verify"));
        Assert.Contains("0 files in 0 sets", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failure, await Data("verify", "flowers"));
        Assert.Contains("ABSENT   flowers/flowers.csv", _output.ToString(), StringComparison.Ordinal);

        Directory.CreateDirectory(Path.GetDirectoryName(Target)!);
        File.WriteAllBytes(Target + ".gz", Packed(Contents));
        Assert.Equal(ExitCode.Success, await Data("verify", "flowers"));
        Assert.Contains("1 files in 1 sets are right, 0 are not.", _output.ToString(), StringComparison.Ordinal);

        File.WriteAllBytes(Target + ".gz", Packed(Contents)[..^12]);
        Assert.Equal(ExitCode.Failure, await Data("verify"));
        Assert.Contains($"DAMAGED  {Target}.gz", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_TableAndJson_SayWhatIsHere()
    {
        Assert.Equal(ExitCode.Success, await Data("list"));
        Assert.Matches(@"flowers +Flowers +0\.0 +CC BY 4\.0 +no +yes", _output.ToString());

        _folder.Write("real data/flowers/flowers.csv", "");
        _output.GetStringBuilder().Clear();
        Assert.Equal(ExitCode.Success, await Data("list", "--json"));
        Assert.True((bool)JsonNode.Parse(_output.ToString())![0]!["here"]!);
    }

    [Fact]
    public async Task Data_DamagedManifest_SaysWhichFile()
    {
        _folder.Write("data/manifest.json", "{\"sets\": [{\"name\": \"x\"}]}");

        Assert.Equal(ExitCode.Usage, await Data("list"));

        Assert.Contains("data/manifest.json cannot be read", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Manifest_OfTheCourse_HasWhatTheCommandsNeed()
    {
        var repository = new CourseRepository(Testing.TestPaths.Root);
        var manifest = global::CourseCli.Data.DataManifest.Load(repository);

        var files = manifest.Sets.SelectMany(set => set.Files).ToList();
        Assert.Equal(files.Count, files.DistinctBy(file => file.File).Count());
        Assert.Equal(manifest.Sets.Select(set => set.Name).Order(StringComparer.Ordinal),
            manifest.Sets.Select(s => s.Name));
        Assert.All(manifest.Sets, set => Assert.All(set.Files, file =>
        {
            Assert.StartsWith(set.Name + "/", file.File, StringComparison.Ordinal);
            Assert.Matches("^[0-9a-f]{64}$", file.Sha256);
            Assert.True(file.Bytes > 0);
            Assert.True(file.From is null or { Scheme: "https" });
            Assert.True(file.Member is null || file.From is not null);
        }));
    }

    [Fact]
    public async Task Manifest_OfTheCourse_AgreesWithTheFilesAtHand()
    {
        _data = Environment.GetEnvironmentVariable("COURSE_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(_data), "COURSE_DATA is not set: no files to compare with");
        File.Copy(
            Path.Combine(Testing.TestPaths.Root, "data/manifest.json"),
            Path.Combine(_folder.Path, "data/manifest.json"), overwrite: true);

        var code = await Data("verify");

        Assert.Contains(" 0 are not.", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, code);
    }

    private string Target => Path.Combine(_data!, "flowers", "flowers.csv");

    private void Manifest(string? from, string? member = null) =>
        _folder.Write("data/manifest.json", JsonSerializer.Serialize(new
        {
            sets = new[]
            {
                new
                {
                    name = "flowers",
                    title = "Flowers",
                    by = "Fisher, 1936",
                    licence = "CC BY 4.0",
                    files = new[]
                    {
                        new
                        {
                            file = "flowers/flowers.csv",
                            bytes = Contents.Length,
                            sha256 = Convert.ToHexStringLower(SHA256.HashData(Contents)),
                            from = from is null ? null : _server.Address + from,
                            member,
                        },
                    },
                },
            },
        }));

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private Task<int> Data(params string[] arguments) =>
        CommandLine.InvokeAsync(["data", .. arguments], new Surroundings
        {
            Output = _output,
            Error = _error,
            CurrentDirectory = _folder.Path,
            IsInteractive = false,
            Variable = name => name == "COURSE_DATA" ? _data : null,
        });
}

using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using GenAiCourse.Stores;

namespace GenAiCourse.Tests.Stores;

public sealed class FolderFilesTests : IDisposable
{
    private const string WriterFolder = "STORE_WRITER_FOLDER";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("folder-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Files_OnTheDisk_BehaveAsThoseInMemory()
    {
        using var folder = new FolderFiles(_folder.FullName);
        foreach (var files in new IStoreFiles[] { folder, new MemoryFiles() })
        {
            files.Append("b", [1, 2]);
            files.Append("a", [9]);
            files.Append("b", [3]);
            files.Sync("b");
            Assert.Equal(["a", "b"], files.Names());
            Assert.Equal(new byte[] { 1, 2, 3 }, files.Read("b"));
            Assert.Equal(new byte[] { 2, 3 }, files.Read("b", 1, 2));
            Assert.Equal(3, files.Length("b"));
            Assert.Throws<EndOfStreamException>(() => files.Read("b", 2, 2));
            files.Replace("a", "b");
            files.Append("b", [8]);
            Assert.Equal(new byte[] { 9, 8 }, files.Read("b"));
            files.Delete("b");
            files.Delete("b");
            Assert.Empty(files.Names());
            Assert.Throws<FileNotFoundException>(() => files.Read("b"));
        }
    }

    [Fact]
    public async Task Stores_OfAProcessThatIsKilled_HaveAllThatWasAcknowledged()
    {
        for (var round = 0; round < 5; round++)
        {
            using var writer = StartWriter();
            var acknowledged = -1;
            // The process writes until it is killed; each line says what is on the disk.
            for (var lines = 0; lines < 20 + (7 * round); lines++)
                acknowledged = int.Parse(
                    (await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!,
                    CultureInfo.InvariantCulture);
            writer.Kill();
            var rest = await writer.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await writer.WaitForExitAsync(TestContext.Current.CancellationToken);
            // A line that was being written when the process was killed is no acknowledgement.
            var whole = rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (whole.Length > 0) acknowledged = int.Parse(whole[^1], CultureInfo.InvariantCulture);

            using var documents = new DocumentStore(Path.Combine(_folder.FullName, "documents"));
            using var table = new WideColumnTable(Path.Combine(_folder.FullName, "table"));
            var found = documents.Collection("numbers").Find().Select(document => (int)document["n"]!).ToList();
            Assert.Equal(Enumerable.Range(0, found.Count), found);
            Assert.InRange(found.Count, acknowledged + 1, acknowledged + 2);
            for (var n = 0; n <= acknowledged; n++) Assert.Equal($"{n}", table.Get("numbers", $"{n}", "n"));
        }
    }

    private Process StartWriter()
    {
        var start = new ProcessStartInfo("dotnet", [Assembly.GetExecutingAssembly().Location])
        {
            RedirectStandardOutput = true,
            Environment = { [WriterFolder] = _folder.FullName },
        };
        return Process.Start(start)!;
    }

    /// <summary>
    /// What the process does that the test above starts and kills: this assembly, before any test runs.
    /// </summary>
    [ModuleInitializer]
    internal static void WriteUntilKilled()
    {
        if (Environment.GetEnvironmentVariable(WriterFolder) is not { Length: > 0 } folder) return;
        using var documents = new DocumentStore(Path.Combine(folder, "documents"));
        using var table = new WideColumnTable(
            Path.Combine(folder, "table"), new WideColumnOptions { MemtableCells = 16 });
        var numbers = documents.Collection("numbers");
        for (var n = numbers.Count; ; n++)
        {
            table.Put("numbers", $"{n}", "n", $"{n}", n);
            numbers.Insert(new System.Text.Json.Nodes.JsonObject { ["n"] = n });
            if (n % 25 == 24) numbers.Compact();
            Console.WriteLine(n.ToString(CultureInfo.InvariantCulture));
        }
    }
}

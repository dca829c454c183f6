using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using GenAiCourse.Stores;

namespace GenAiCourse.Tests.Stores;

public sealed class DocumentStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("store-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Open_FolderOfAnEarlierStore_HasItsDocumentsAndIndexes()
    {
        using (var store = new DocumentStore(_folder.FullName))
        {
            var books = store.Collection("books");
            books.CreateIndex("year");
            books.Insert(Json("""{ "title": "Dune", "year": 1965 }"""), Json("""{ "title": "Emma", "year": 1815 }"""));
            books.Update(Json("""{ "title": "Dune" }"""), Json("""{ "$inc": { "read": 1 } }"""));
            books.Delete(Json("""{ "title": "Emma" }"""));
        }

        using var again = new DocumentStore(_folder.FullName);
        Assert.Equal(["books"], again.CollectionNames);
        Assert.Equal(
            """{"_id":0,"title":"Dune","year":1965,"read":1}""",
                Assert.Single(again.Collection("books").Find()).ToJsonString());
        Assert.Equal(["year"], again.Collection("books").Indexes);
        Assert.Equal("1", again.Collection("books").Insert(new JsonObject())[0].ToJsonString());
    }

    [Fact]
    public void Open_FolderInUse_SaysSo()
    {
        using var store = new DocumentStore(_folder.FullName);
        Assert.Contains("in use", Assert.Throws<IOException>(() => new DocumentStore(_folder.FullName)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Open_TornRecordAtTheEnd_LosesItAloneAndGoesOn()
    {
        var (files, bytes) = Filled(3);
        for (var cut = 1; cut < 20; cut++)
        {
            var torn = new MemoryFiles();
            torn.Append(files, bytes.AsSpan(..^cut));
            var things = new DocumentStore(torn).Collection("things");
            Assert.Equal(2, things.Count);
            things.Insert(new JsonObject());
            Assert.Equal(3, new DocumentStore(torn).Collection("things").Count);
        }
    }

    [Fact]
    public void Open_DamageBeforeWholeRecords_IsReportedAndChangesNothing()
    {
        var (name, bytes) = Filled(3);
        for (var place = 0; place < 20; place++)
        {
            byte[] damaged = [.. bytes];
            damaged[place] ^= 0x40;
            var files = new MemoryFiles();
            files.Append(name, damaged);

            var error = Assert.Throws<InvalidDataException>(() => new DocumentStore(files));

            Assert.Contains("things.documents is damaged at byte 0", error.Message, StringComparison.Ordinal);
            Assert.Equal(damaged, files.Read(name));
        }
    }

    [Fact]
    public void Open_FileOfSomethingElse_IsReported()
    {
        var files = new MemoryFiles();
        files.Append("things.documents", Encoding.UTF8.GetBytes("no records at all"));
        // Nothing in it can have been acknowledged: no record is whole.
        Assert.Equal(0, new DocumentStore(files).Collection("things").Count);

        var other = new MemoryFiles();
        RecordLog.Open(other, "things.documents").Log.Append("{\"put\": [1]}"u8);
        Assert.Throws<InvalidDataException>(() => new DocumentStore(other));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("ümlaut")]
    public void Collection_NameThatIsNoFileName_IsRefused(string name) =>
        Assert.Throws<ArgumentException>(() => new DocumentStore(new MemoryFiles()).Collection(name));

    [Fact]
    public void Insert_AfterAFailedWrite_AsksToOpenAgain()
    {
        var files = new CrashingFiles(operations: 3, seed: 1);
        var things = new DocumentStore(files).Collection("things");
        things.Insert(new JsonObject());

        Assert.Throws<PowerCutException>(() => things.Insert(new JsonObject()));

        Assert.Equal(1, things.Count);
        Assert.Contains("open it again",
            Assert.Throws<InvalidOperationException>(() => things.Insert(new JsonObject())).Message,
                StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_ThousandPowerCuts_LoseNothingAcknowledgedAndShowNothingTorn()
    {
        var (lost, done) = (0, 0);
        for (var seed = 0; seed < 1000; seed++)
        {
            var files = new CrashingFiles(operations: new Random(seed).Next(1, 120), seed);
            var (before, after) =
                (ImmutableSortedDictionary<int, int>.Empty, ImmutableSortedDictionary<int, int>.Empty);
            try
            {
                var things = new DocumentStore(files).Collection("things");
                for (var random = new Random(seed); ; before = after)
                {
                    after = Expected(before, random, out var write);
                    write(things);
                }
            }
            catch (PowerCutException)
            {
            }

            var survivors = RecoveredWithCuts(files.Survivors(), seed, files => new DocumentStore(files));
            var found = State(new DocumentStore(survivors).Collection("things"));
            Assert.Contains(found, new[] { Words(before), Words(after) });
            Assert.Equal(found, State(new DocumentStore(survivors).Collection("things")));
            if (found == Words(before)) lost++;
            else done++;
        }
        // Both outcomes of a write that was under way did occur.
        Assert.True(lost > 100 && done > 100, $"{lost} undone, {done} done");
    }

    // A write, and the state after it by the rules of a plain dictionary from _id to n.
    private static ImmutableSortedDictionary<int, int> Expected(
        ImmutableSortedDictionary<int, int> state, Random random, out Action<DocumentCollection> write)
    {
        var first = random.Next(40);
        switch (random.Next(6))
        {
            case 0:
                write = things => things.Delete(new JsonObject { ["_id"] = first });
                return state.Remove(first);
            case 1:
                write = things => things.Compact();
                return state;
            case 2:
                write = things => things.Update([], new JsonObject { ["$inc"] = new JsonObject { ["n"] = 1 } });
                return state.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value + 1);
            case 3:
                write = things => things.Replace(new JsonObject { ["_id"] = 7, ["n"] = first });
                return state.SetItem(7, first);
            default:
                var fresh = Enumerable.Range(first, 3).Where(id => !state.ContainsKey(id)).ToList();
                write = things => things.Insert(fresh.Select(id => new JsonObject { ["_id"] = id, ["n"] = id }));
                return state.SetItems(fresh.Select(id => KeyValuePair.Create(id, id)));
        }
    }

    // The power also fails while a store recovers, more than once.
    internal static MemoryFiles RecoveredWithCuts(MemoryFiles survivors, int seed, Func<IStoreFiles, IDisposable> open)
    {
        for (var operations = 1; operations < 4; operations++)
        {
            var files = new CrashingFiles(survivors, operations, seed);
            try
            {
                using var _ = open(files);
            }
            catch (PowerCutException)
            {
            }
            survivors = files.Survivors();
        }
        return survivors;
    }

    private static string Words(IEnumerable<KeyValuePair<int, int>> state) =>
        string.Join(' ', state.Select(pair => FormattableString.Invariant($"{pair.Key}={pair.Value}")));

    private static string State(DocumentCollection things) => Words(things.Find()
        .Select(document => KeyValuePair.Create((int)document["_id"]!, (int)document["n"]!)).OrderBy(pair => pair.Key));

    private static (string Name, byte[] Bytes) Filled(int count)
    {
        var files = new MemoryFiles();
        var things = new DocumentStore(files).Collection("things");
        for (var i = 0; i < count; i++) things.Insert(new JsonObject { ["n"] = i });
        var name = Assert.Single(files.Names());
        return (name, files.Read(name));
    }

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}

using GenAiCourse.Stores;

namespace GenAiCourse.Tests.Stores;

public sealed class WideColumnTableTests : IDisposable
{
    // Small, so that every few writes make a table and every few tables are merged.
    private static readonly WideColumnOptions Small =
        new() { MemtableCells = 8, TablesPerTier = 3, TombstoneGrace = 40 };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("table-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Read_Partition_HasItsRowsInOrderWithinARange()
    {
        using var table = new WideColumnTable(_folder.FullName);
        table.Put("station-1", "2026-01-02", "temperature", "4", 1);
        table.Put("station-1", "2026-01-01", "temperature", "3", 2);
        table.Put("station-1", "2026-01-01", "wind", "12", 3);
        table.Flush();
        table.Put("station-1", "2026-01-03", "temperature", "5", 4);
        table.Put("station-10", "2026-01-01", "temperature", "9", 5);
        table.Delete("station-1", "2026-01-01", "wind", 6);

        Assert.Equal(
            ["2026-01-01 3", "2026-01-02 4", "2026-01-03 5"],
            table.Read("station-1").Select(row => $"{row.Clustering} {row.Columns["temperature"]}"));
        WideRow first = table.Read("station-1")[0];
        Assert.Single(first.Columns);
        Assert.Equal(["2026-01-02"], table.Read("station-1", "2026-01-02", "2026-01-03").Select(row => row.Clustering));
        Assert.Empty(table.Read("station-2"));
        Assert.Null(table.Get("station-1", "2026-01-01", "wind"));
        Assert.Equal(new Cell(new CellKey("station-1", "2026-01-01", "wind"), null, 6),
            table.Find("station-1", "2026-01-01", "wind"));
    }

    [Fact]
    public void Write_OlderTimestamp_ChangesNothingWhereverItLies()
    {
        var table = new WideColumnTable(new MemoryFiles());
        table.Put("p", "r", "c", "new", 10);
        table.Put("p", "r", "c", "old", 9);
        Assert.Equal("new", table.Get("p", "r", "c"));
        table.Flush();
        table.Put("p", "r", "c", "older", 8);
        table.Flush();
        Assert.Equal("new", table.Get("p", "r", "c"));
        table.Compact();
        Assert.Equal("new", table.Get("p", "r", "c"));
        // Cassandra's rule for one time: a tombstone before a value, else the greater value.
        table.Put("p", "r", "c", "zzz", 10);
        Assert.Equal("zzz", table.Get("p", "r", "c"));
        table.Delete("p", "r", "c", 10);
        Assert.Null(table.Get("p", "r", "c"));
    }

    [Fact]
    public void AnyOrderOfWritesFlushesAndMerges_IsTheDictionaryOfLatestWrites()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var files = new MemoryFiles();
            var table = new WideColumnTable(files, Small with { TombstoneGrace = long.MaxValue / 2 });
            var latest = new Dictionary<CellKey, Cell>();
            for (var i = 0; i < 400; i++)
            {
                var cell = RandomCell(random, random.Next(1000));
                latest[cell.Key] = latest.TryGetValue(cell.Key, out var known) ? Cell.Latest(known, cell) : cell;
                table.Write(cell);
                if (random.Next(50) == 0) table.Compact();
                if (random.Next(50) == 0) table =
                    new WideColumnTable(files, Small with { TombstoneGrace = long.MaxValue / 2 });
            }
            Assert.Equal(latest.Values.OrderBy(cell => cell.Key), table.AllCells());
            foreach (var key in latest.Keys)
                Assert.Equal(latest[key], table.Find(key.Partition, key.Clustering, key.Column));
            Assert.Equal(
                latest.Values.Where(cell => cell.Key.Partition == "p1" && cell.Value is not null)
                    .OrderBy(cell => cell.Key)
                    .Select(cell => $"{cell.Key.Clustering} {cell.Key.Column} {cell.Value}"),
                table.Read("p1").SelectMany(row =>
                    row.Columns.OrderBy(column => column.Key, StringComparer.Ordinal)
                        .Select(column => $"{row.Clustering} {column.Key} {column.Value}")));
        }
    }

    [Fact]
    public void Writes_ThousandPowerCuts_LoseNothingAcknowledgedAndShowNothingTorn()
    {
        var (lost, done) = (0, 0);
        for (var seed = 0; seed < 1000; seed++)
        {
            var files = new CrashingFiles(operations: new Random(seed).Next(1, 200), seed);
            var (before, after) = (new SortedDictionary<CellKey, Cell>(), new SortedDictionary<CellKey, Cell>());
            try
            {
                var table = new WideColumnTable(files, Small);
                var random = new Random(seed);
                for (var time = 1; ; time++)
                {
                    var cells = Enumerable.Range(0, random.Next(1, 4)).Select(_ => RandomCell(random, time)).ToList();
                    foreach (var cell in cells)
                        after[cell.Key] = after.TryGetValue(cell.Key, out var known) ? Cell.Latest(known, cell) : cell;
                    table.Write(cells);
                    if (random.Next(20) == 0) table.Compact();
                    before = new SortedDictionary<CellKey, Cell>(after);
                }
            }
            catch (PowerCutException)
            {
            }

            var survivors = DocumentStoreTests.RecoveredWithCuts(
                files.Survivors(), seed, files => new WideColumnTable(files, Small));
            var found = Values(new WideColumnTable(survivors, Small).AllCells());
            Assert.Contains(found, new[] { Values(before.Values), Values(after.Values) });
            if (found == Values(before.Values)) lost++;
            else done++;
            // The folder holds what the manifest names, and the log.
            Assert.InRange(survivors.Names().Count, 0, 12);
        }
        Assert.True(lost > 100 && done > 100, $"{lost} undone, {done} done");
    }

    [Fact]
    public void Compact_OldTombstones_AreDroppedOnlyAfterTheirGrace()
    {
        var table = new WideColumnTable(new MemoryFiles(), Small);
        table.Put("p", "r", "a", "1", 1);
        table.Delete("p", "r", "a", 2);
        table.Put("p", "r", "b", "1", 30);
        table.Compact();
        Assert.Equal(2, table.AllCells().Count);

        table.Put("p", "r", "b", "2", 42);
        table.Compact();
        Assert.Equal("2", Assert.Single(table.AllCells()).Value);
    }

    [Fact]
    public void Merge_OfTheNewerTablesOnly_KeepsTombstonesThatOlderTablesNeed()
    {
        var files = new MemoryFiles();
        var old = new WideColumnTable(files, Small with { MemtableCells = 100 });
        for (var i = 0; i < 64; i++) old.Put("p", $"{i:D2}", "c", "old", 1);
        old.Flush();

        var table = new WideColumnTable(files, Small with { MemtableCells = 4, TablesPerTier = 2, TombstoneGrace = 0 });
        for (var i = 0; i < 8; i++) table.Delete("p", $"{i:D2}", "c", 2 + i);

        Assert.Equal((1, 2), (table.Statistics.Compactions, table.Statistics.SortedTables));
        Assert.Null(table.Get("p", "00", "c"));
        Assert.Equal(56, table.Read("p").Count);
        table.Compact();
        Assert.Equal(56, table.AllCells().Count);
    }

    [Fact]
    public void Get_PartitionOfNoTable_IsKeptFromTheTablesByTheirFilters()
    {
        var table = new WideColumnTable(
            new MemoryFiles(), new WideColumnOptions { MemtableCells = 100, TablesPerTier = 50 });
        for (var i = 0; i < 1000; i++) table.Put($"user-{i}", "", "name", "x", i);
        for (var i = 0; i < 1000; i++) Assert.Null(table.Get($"guest-{i}", "", "name"));

        WideColumnStatistics statistics = table.Statistics;
        Assert.Equal(10, statistics.SortedTables);
        Assert.Equal(10_000, statistics.TablesSkipped + statistics.TablesRead);
        // 1 % of 10,000 is 100; 30 is three standard deviations.
        Assert.InRange(statistics.TablesRead, 50, 160);
    }

    [Fact]
    public void Read_DamagedTable_NamesFileAndPlace()
    {
        var files = new MemoryFiles();
        var table = new WideColumnTable(files);
        for (var i = 0; i < 500; i++) table.Put("p", $"{i:D3}", "c", "value", i);
        table.Flush();
        var name = files.Names().Single(name => name.StartsWith("table", StringComparison.Ordinal));
        var bytes = files.Read(name);
        foreach (var place in new[] { 0, 700, bytes.Length / 2, bytes.Length - 20, bytes.Length - 1 })
        {
            var damaged = new MemoryFiles();
            foreach (var other in files.Names().Where(other => other != name)) damaged.Append(other, files.Read(other));
            byte[] changed = [.. bytes];
            changed[place] ^= 1;
            damaged.Append(name, changed);

            var error = Assert.Throws<InvalidDataException>(() => new WideColumnTable(damaged).Read("p"));

            Assert.Contains($"{name} is damaged", error.Message, StringComparison.Ordinal);
        }
        var without = new MemoryFiles();
        foreach (var other in files.Names().Where(other => other != name)) without.Append(other, files.Read(other));
        Assert.Contains("not there", Assert.Throws<InvalidDataException>(() => new WideColumnTable(without)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WrongNamesOrOptions_AreRefused()
    {
        var table = new WideColumnTable(new MemoryFiles());
        Assert.Throws<ArgumentException>(() => table.Put("", "r", "c", "v", 1));
        Assert.Throws<ArgumentException>(() => table.Put("p", "r", "", "v", 1));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new WideColumnTable(new MemoryFiles(), new WideColumnOptions { TablesPerTier = 1 }));
    }

    private static Cell RandomCell(Random random, long time) => new(
        new CellKey($"p{random.Next(4)}", $"r{random.Next(4)}", $"c{random.Next(3)}"),
        random.Next(4) == 0 ? null : $"v{random.Next(100)}", time);

    // Tombstones that a merge may have dropped are no values.
    private static string Values(IEnumerable<Cell> cells) =>
        string.Join('\n', cells.Where(cell => cell.Value is not null).Select(cell => cell.ToString()));
}

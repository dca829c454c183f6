namespace GenAiCourse.Stores;

/// <summary>How a <see cref="WideColumnTable"/> keeps its cells.</summary>
public sealed record WideColumnOptions
{
    /// <summary>Cells in memory before they are written out as a sorted table, at least 1.</summary>
    public int MemtableCells { get; init; } = 4096;

    /// <summary>Tables of about one size before they are merged into one, at least 2.</summary>
    public int TablesPerTier { get; init; } = 4;

    /// <summary>How often a table's Bloom filter may send a reader to it in vain, in (0, 1).</summary>
    public double FalsePositiveRate { get; init; } = 0.01;

    /// <summary>
    /// How long a tombstone is kept, in units of the timestamps, so that replicas that were down hear of it; ten days
    /// of microseconds, as in Cassandra.
    /// </summary>
    public long TombstoneGrace { get; init; } = 10L * 24 * 3600 * 1_000_000;
}

/// <summary>What a <see cref="WideColumnTable"/> has done since it was opened.</summary>
/// <param name="MemtableCells">Cells in memory now.</param>
/// <param name="SortedTables">Tables on the disk now.</param>
/// <param name="TablesSkipped">How often a Bloom filter kept a reader from a table.</param>
/// <param name="TablesRead">How often a reader looked into a table.</param>
/// <param name="BlocksRead">Blocks that readers took from the disk.</param>
/// <param name="Compactions">How often tables were merged.</param>
public sealed record WideColumnStatistics(
    int MemtableCells, int SortedTables, long TablesSkipped, long TablesRead, long BlocksRead, int Compactions);

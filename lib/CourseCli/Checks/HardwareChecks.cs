using System.Globalization;

namespace CourseCli.Checks;

/// <summary>What this process may use of the machine; a container's limits count.</summary>
internal static class HardwareChecks
{
    private const double Gibi = 1 << 30;

    public static IReadOnlyList<Check> Run() =>
    [
        new("processor cores", CheckStatus.Ok, Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)),
        new("memory", CheckStatus.Ok, string.Create(
            CultureInfo.InvariantCulture, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Gibi:F1} GiB")),
    ];
}

using System.Globalization;

namespace NotebookKernel.Directives;

/// <summary>A version of a package, in the order that NuGet gives versions.</summary>
/// <param name="Number">The numbers; missing ones are 0.</param>
/// <param name="Label">What stands behind the hyphen of a prerelease; empty for a release.</param>
internal sealed record PackageVersion(Version Number, string Label) : IComparable<PackageVersion>
{
    /// <summary>Reads a version; what stands behind <c>+</c> does not count. Null for anything else.</summary>
    public static PackageVersion? TryParse(string text)
    {
        var parts = text.Split('+')[0].Split('-', 2);
        var numbers = new int[4];
        var written = parts[0].Split('.');
        if (written.Length > numbers.Length) return null;
        for (var i = 0; i < written.Length; i++)
            if (!int.TryParse(written[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return null;
        return new PackageVersion(
            new Version(numbers[0], numbers[1], numbers[2], numbers[3]), parts is [_, var label] ? label : "");
    }

    /// <summary>True when a version is one of those that a cell asks for.</summary>
    /// <param name="wanted">A version, a floating version such as <c>1.*</c>, or a range.</param>
    /// <param name="version">The version that is there.</param>
    public static bool Accepts(string wanted, string version)
    {
        if (wanted is "*" or "*-*") return true;
        var star = wanted.IndexOf('*', StringComparison.Ordinal);
        if (star >= 0) return version.StartsWith(wanted[..star], StringComparison.OrdinalIgnoreCase);
        if (TryParse(version) is not { } there) return false;
        if (wanted[0] is not ('[' or '(')) return there.CompareTo(TryParse(wanted)) == 0;
        var ends = wanted[1..^1].Split(',');
        var least = TryParse(ends[0].Trim());
        var most = TryParse(ends[^1].Trim());
        return (least is null || there.CompareTo(least) >= (wanted[0] == '[' ? 0 : 1))
            && (most is null || there.CompareTo(most) <= (wanted[^1] == ']' ? 0 : -1));
    }

    public int CompareTo(PackageVersion? other)
    {
        if (other is null) return 1;
        if (Number.CompareTo(other.Number) is not 0 and var order) return order;
        if (Label.Length == 0 || other.Label.Length == 0) return other.Label.Length - Label.Length;
        var (mine, others) = (Label.Split('.'), other.Label.Split('.'));
        for (var i = 0; i < Math.Min(mine.Length, others.Length); i++)
            if (CompareLabels(mine[i], others[i]) is not 0 and var difference) return difference;
        return mine.Length - others.Length;
    }

    private static int CompareLabels(string a, string b) =>
        int.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out var x)
            ? int.TryParse(b, NumberStyles.None, CultureInfo.InvariantCulture, out var y) ? x.CompareTo(y) : -1
            : int.TryParse(b, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                ? 1
                : string.Compare(a, b, StringComparison.OrdinalIgnoreCase);
}

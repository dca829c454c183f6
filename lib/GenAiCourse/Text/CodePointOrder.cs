namespace GenAiCourse.Text;

/// <summary>Orders texts by their code points, as Python does; .NET's ordinal order goes by UTF-16 units.</summary>
/// <remarks>They differ at and above U+E000: "ﬀ" (U+FB00) comes before "𝐀" (U+1D400, units D835 DC00).</remarks>
internal static class CodePointOrder
{
    /// <summary>Negative, zero or positive.</summary>
    public static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var at = a.CommonPrefixLength(b);
        if (at == a.Length || at == b.Length) return a.Length - b.Length;
        var (x, y) = (a[at], b[at]);
        var (pairX, pairY) = (char.IsSurrogate(x), char.IsSurrogate(y));
        return pairX == pairY ? x - y : pairX ? 1 : -1;
    }
}

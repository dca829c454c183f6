using System.Text;

namespace GenAiCourse.Stores;

/// <summary>
/// A hash of a text that is the same in every process and on every machine, as a ring and a filter need it.
/// </summary>
/// <remarks>
/// FNV-1a of the UTF-8 bytes (Fowler, Noll and Vo, 1991), then the finalizer of MurmurHash3 (Appleby, 2011), since the
/// high bits of FNV-1a alone depend little on the last bytes.
/// </remarks>
internal static class StableHash
{
    public static ulong Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var value in Encoding.UTF8.GetBytes(text)) hash = (hash ^ value) * 1099511628211UL;
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53UL;
        return hash ^ (hash >> 33);
    }
}

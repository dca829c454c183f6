using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GenAiCourse.Data;

/// <summary>Documents to learn from, with a name and a fingerprint.</summary>
/// <param name="Name">Where the text comes from, such as ".NET documentation 10.0.12".</param>
/// <param name="Documents">The documents, in order.</param>
public sealed record Corpus(string Name, IReadOnlyList<Document> Documents)
{
    /// <summary>The text corpus of this machine: .NET's documentation, or else the course's own prose.</summary>
    /// <param name="most">How many documents to read at the most, from the first on.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is not positive.</exception>
    public static Corpus Load(int most = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var documents = DotNetDocumentation.Documents().Take(most).ToList();
        return documents.Count > 0
            ? new Corpus($".NET documentation {DotNetDocumentation.Version()}", documents)
            : new Corpus("the course's own prose", [.. CourseProse.Documents().Take(most)]);
    }

    /// <summary>
    /// Lower-case hexadecimal SHA-256 of the UTF-8 texts joined by line feeds: equal means the same corpus.
    /// </summary>
    public string Sha256
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (var i = 0; i < Documents.Count; i++)
            {
                if (i > 0) hash.AppendData("\n"u8);
                hash.AppendData(Encoding.UTF8.GetBytes(Documents[i].Text));
            }
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    /// <summary>Length of the texts joined by line feeds, in UTF-8 bytes.</summary>
    public long ByteCount =>
        Documents.Sum(document => (long)Encoding.UTF8.GetByteCount(document.Text)) + Math.Max(0, Documents.Count - 1);

    /// <summary>Deals the documents into two parts, all of one type into the same.</summary>
    /// <param name="heldOut">The share of types whose documents go to the second part, in (0, 1).</param>
    /// <param name="seed">Decides which types; the same seed gives the same parts.</param>
    /// <returns>The part to learn from, and the part to be judged on; each in the corpus's order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="heldOut"/> lies outside (0, 1).</exception>
    /// <remarks>
    /// By type and not by document, since overloads are often described in the same words: a model could otherwise know
    /// by heart what it is judged on. A type's part depends on its name alone, so it stays the same when the next
    /// version of the corpus has more types.
    /// </remarks>
    public (Corpus Training, Corpus HeldOut) Split(double heldOut, int seed)
    {
        if (heldOut is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(
                nameof(heldOut), heldOut, "expected a share strictly between 0 and 1");
        var parts = Documents.ToLookup(document => Share(document.Owner, seed) < heldOut);
        return (this with { Documents = [.. parts[false]] }, this with { Documents = [.. parts[true]] });
    }

    // A number in [0, 1) that is as good as random and always the same for a name.
    private static double Share(string name, int seed)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}:{name}")));
        return BinaryPrimitives.ReadUInt64LittleEndian(hash) / (ulong.MaxValue + 1.0);
    }
}

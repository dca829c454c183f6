using GenAiCourse.Mathematics;

namespace GenAiCourse.Text;

/// <summary>What <see cref="TfidfVectorizer"/> makes of the counts. The defaults are scikit-learn's.</summary>
public sealed record TfidfOptions : VectorizerOptions
{
    /// <summary>The norm that each row gets.</summary>
    public RowNorm Norm { get; init; } = RowNorm.L2;

    /// <summary>Whether counts are weighted by idf at all.</summary>
    public bool UseIdf { get; init; } = true;

    /// <summary>
    /// Whether idf is ln((1 + n)/(1 + df)) + 1, as if one more document held every term, or ln(n/df) + 1.
    /// </summary>
    public bool SmoothIdf { get; init; } = true;

    /// <summary>Whether a count tf becomes 1 + ln tf.</summary>
    public bool SublinearTf { get; init; }
}

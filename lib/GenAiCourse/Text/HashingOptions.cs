using GenAiCourse.Mathematics;

namespace GenAiCourse.Text;

/// <summary>What <see cref="HashingVectorizer"/> does. The defaults are scikit-learn's.</summary>
public sealed record HashingOptions
{
    /// <summary>How many columns there are, at least 1.</summary>
    public int Features { get; init; } = 1 << 20;

    /// <summary>Whether half of the terms count −1, so that collisions cancel on average.</summary>
    public bool AlternateSign { get; init; } = true;

    /// <summary>The norm that each row gets.</summary>
    public RowNorm Norm { get; init; } = RowNorm.L2;

    /// <summary>
    /// What a term is: lower case, n-grams, stop words, tokenizer. Binary makes each entry 1, whatever its sign. What a
    /// vectorizer would have to learn (bounds on documents and features) is not possible here.
    /// </summary>
    public VectorizerOptions Terms { get; init; } = new();
}

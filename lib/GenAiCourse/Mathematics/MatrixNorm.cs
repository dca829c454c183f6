namespace GenAiCourse.Mathematics;

/// <summary>How large a matrix is.</summary>
public enum MatrixNorm
{
    /// <summary>√Σ aᵢⱼ², the length of all entries as one vector.</summary>
    Frobenius,

    /// <summary>The largest column sum of absolute values.</summary>
    One,

    /// <summary>The largest row sum of absolute values.</summary>
    Infinity,

    /// <summary>The most by which the matrix lengthens a vector: its largest singular value.</summary>
    Two
}

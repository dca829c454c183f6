namespace GenAiCourse.Mathematics;

/// <summary>By what each row of a matrix is divided.</summary>
public enum RowNorm
{
    /// <summary>By nothing.</summary>
    None,

    /// <summary>By the sum of the magnitudes: Σ |xᵢ|.</summary>
    L1,

    /// <summary>By the Euclidean length: √Σ xᵢ².</summary>
    L2,
}

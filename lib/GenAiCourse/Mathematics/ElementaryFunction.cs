namespace GenAiCourse.Mathematics;

/// <summary>The functions that an <see cref="Expression"/> knows.</summary>
public enum ElementaryFunction
{
    /// <summary>eˣ.</summary>
    Exp,

    /// <summary>The natural logarithm; of a negative number NaN. Text may also say log.</summary>
    Ln,

    /// <summary>The square root; of a negative number NaN.</summary>
    Sqrt,

    /// <summary>The sine of an angle in radians.</summary>
    Sin,

    /// <summary>The cosine of an angle in radians.</summary>
    Cos,

    /// <summary>The tangent of an angle in radians.</summary>
    Tan,

    /// <summary>The angle in (−π/2, π/2) that has a tangent.</summary>
    Atan,

    /// <summary>(eˣ − e⁻ˣ) / 2.</summary>
    Sinh,

    /// <summary>(eˣ + e⁻ˣ) / 2.</summary>
    Cosh,

    /// <summary>The hyperbolic tangent sinh x / cosh x, in (−1, 1).</summary>
    Tanh,

    /// <summary>|x|; its derivative x / |x| is NaN at 0.</summary>
    Abs
}

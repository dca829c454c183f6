namespace GenAiCourse.Learning;

/// <summary>What a Gaussian component's spread may look like.</summary>
public enum CovarianceShape
{
    /// <summary>Any ellipsoid: d (d + 1) / 2 numbers a component.</summary>
    Full,

    /// <summary>An ellipsoid along the axes: d numbers a component.</summary>
    Diagonal,
}

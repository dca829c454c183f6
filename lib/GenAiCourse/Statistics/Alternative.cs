namespace GenAiCourse.Statistics;

/// <summary>Which departures from the null hypothesis a test looks for.</summary>
public enum Alternative
{
    /// <summary>The parameter differs, to either side.</summary>
    TwoSided,

    /// <summary>The parameter is less than the null hypothesis says.</summary>
    Less,

    /// <summary>The parameter is greater than the null hypothesis says.</summary>
    Greater
}

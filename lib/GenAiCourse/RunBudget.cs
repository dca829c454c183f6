namespace GenAiCourse;

/// <summary>How much time a notebook may take: one dial, the same code whatever it says.</summary>
public enum RunBudget
{
    /// <summary>At most 30 seconds on two cores; every check still holds.</summary>
    Ci,

    /// <summary>At most three minutes: what a reader sees in the committed outputs.</summary>
    Lesson,

    /// <summary>As long as it takes to look good.</summary>
    Deep,
}

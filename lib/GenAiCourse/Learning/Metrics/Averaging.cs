namespace GenAiCourse.Learning;

/// <summary>How the scores of several classes become one.</summary>
public enum Averaging
{
    /// <summary>The mean of the classes' scores: a rare class counts as much as a common one.</summary>
    Macro,

    /// <summary>The score of all the rows' decisions thrown together; with one label a row, the accuracy.</summary>
    Micro,

    /// <summary>The mean of the classes' scores, each by its number of rows.</summary>
    Weighted,
}

namespace GenAiCourse.Exercises;

/// <summary>Thrown by a check instead of showing its outcome when an automatic grader runs the notebook.</summary>
public sealed class ExerciseFailedException : Exception
{
    /// <summary>Without details.</summary>
    public ExerciseFailedException() { }

    /// <param name="message">The outcome, and the first difference.</param>
    public ExerciseFailedException(string message) : base(message) { }

    /// <param name="message">The outcome, and the first difference.</param>
    /// <param name="innerException">What led here.</param>
    public ExerciseFailedException(string message, Exception innerException) : base(message, innerException) { }
}

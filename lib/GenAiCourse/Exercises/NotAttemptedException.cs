namespace GenAiCourse.Exercises;

/// <summary>What an exercise's stub throws, so that its check can tell "not attempted" from "wrong".</summary>
public sealed class NotAttemptedException : Exception
{
    /// <summary>With the usual message.</summary>
    public NotAttemptedException()
        : base("This exercise is not attempted yet: put your code in place of this line.")
    { }

    /// <param name="message">What is yet to do.</param>
    public NotAttemptedException(string message) : base(message) { }

    /// <param name="message">What is yet to do.</param>
    /// <param name="innerException">What led here.</param>
    public NotAttemptedException(string message, Exception innerException) : base(message, innerException) { }
}

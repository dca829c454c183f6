namespace GenAiCourse.Tests.Learning;

/// <summary>Refusals that say what was expected.</summary>
internal static class Says
{
    /// <summary>
    /// Fails unless an <see cref="ArgumentException"/> (or one of its kinds) is thrown with this text.
    /// </summary>
    public static void Text(string text, Action action) =>
        Assert.Contains(text, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}

namespace CourseCli;

/// <summary>
/// The command line asks for something that does not exist; the message is the one line that the user sees.
/// </summary>
public sealed class UsageException(string message) : Exception(message);

namespace CourseCli.Checks;

/// <summary>What a check found.</summary>
internal enum CheckStatus
{
    /// <summary>It is there.</summary>
    Ok,

    /// <summary>It is needed and not there.</summary>
    Missing,

    /// <summary>It is not there or not as it could be, and `course run` works without.</summary>
    Optional,
}

/// <summary>One line of the doctor's report.</summary>
/// <param name="Name">What was looked for.</param>
/// <param name="Status">What was found.</param>
/// <param name="Detail">Version, place or amount.</param>
/// <param name="Mend">The command that mends it; null when there is nothing to do.</param>
internal sealed record Check(string Name, CheckStatus Status, string Detail, string? Mend = null);

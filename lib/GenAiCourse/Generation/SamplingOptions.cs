namespace GenAiCourse.Generation;

/// <summary>How the next token is chosen.</summary>
/// <param name="Temperature">
/// Divides the logits: below 1 sharper, above 1 flatter; 0 always takes the likeliest.
/// </param>
/// <param name="TopK">
/// Only the k likeliest tokens may be chosen; null for no limit. Fan et al., 2018, section 5.4.
/// </param>
/// <param name="TopP">
/// Only the likeliest tokens that together reach this probability may be chosen, in (0, 1]. Holtzman et al., 2020,
/// section 3.1.
/// </param>
public sealed record SamplingOptions(double Temperature = 1, int? TopK = null, double TopP = 1)
{
    internal void Check()
    {
        if (Temperature is not (>= 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(
                nameof(Temperature), Temperature, "expected a temperature of at least 0");
        if (TopK is < 1)
            throw new ArgumentOutOfRangeException(nameof(TopK), TopK, "expected at least 1, or null for no limit");
        if (TopP is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(TopP), TopP, "expected a probability in (0, 1]");
    }
}

namespace CourseCli;

/// <summary>The one dial of the notebooks: how much work they do.</summary>
internal static class RunBudget
{
    /// <summary>The environment variable that carries it.</summary>
    public const string Variable = "COURSE_BUDGET";

    /// <summary>Its values, from quick to thorough.</summary>
    public static readonly string[] Names = ["ci", "lesson", "deep"];

    /// <summary>What was asked for, else the environment's value, else a lesson's.</summary>
    /// <exception cref="UsageException">The value is none of <see cref="Names"/>.</exception>
    public static string Choose(string? option, Surroundings surroundings)
    {
        var fromEnvironment = surroundings.Variable(Variable);
        var budget = option ?? (string.IsNullOrEmpty(fromEnvironment) ? "lesson" : fromEnvironment);
        return Names.Contains(budget, StringComparer.Ordinal)
            ? budget
            : throw new UsageException($"expected {Variable} to be {string.Join(", ", Names)}, got '{budget}'");
    }

    /// <summary>The time limit of a notebook: several times what it should need, on a slow machine.</summary>
    public static TimeSpan TimeLimit(string budget) => budget switch
    {
        "ci" => TimeSpan.FromMinutes(2),
        "lesson" => TimeSpan.FromMinutes(15),
        _ => TimeSpan.FromHours(24),
    };
}

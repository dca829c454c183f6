namespace GenAiCourse.Exercises;

/// <summary>What the cells of an exercise call: the stub, the check, the hints and the solution.</summary>
public static class Exercise
{
    private static readonly Dictionary<string, int> HintsShown = new(StringComparer.Ordinal);
    private static string _notebook = "";

    /// <summary>What a stub throws: <c>throw Exercise.NotAttempted();</c></summary>
    public static NotAttemptedException NotAttempted() => new();

    /// <summary>Checks an attempt.</summary>
    /// <param name="exercise">The exercise's id, as in the solution file.</param>
    /// <param name="expect">States what is expected, one call after the other.</param>
    /// <returns>Not attempted, right, or wrong with the first difference.</returns>
    /// <exception cref="ExerciseFailedException">
    /// The exercise is not solved and NBGRADER_EXECUTION is set: an automatic grader wants an error.
    /// </exception>
    public static ExerciseResult Check(string exercise, Func<Expectations, Expectations> expect)
    {
        ArgumentNullException.ThrowIfNull(expect);
        var found = expect(new Expectations());
        var result = found switch
        {
            { NotAttempted: true } => new ExerciseResult(exercise, Outcome.NotAttempted,
                $"put your code in place of the stub, run its cell and then this one. " +
                $"Stuck? Exercise.Hint(\"{exercise}\")"),
            { Difference: { } difference } => new ExerciseResult(exercise, Outcome.Wrong, difference),
            { Held: 0 } => throw new ArgumentException($"the check of \"{exercise}\" expects nothing", nameof(expect)),
            _ => new ExerciseResult(exercise, Outcome.Right, $"all {found.Held} expectations hold."),
        };
        return result.Outcome == Outcome.Right
            || string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NBGRADER_EXECUTION"))
            ? result
            : throw new ExerciseFailedException(result.ToString());
    }

    /// <summary>The next hint for an exercise; after the last one, how to see the solution.</summary>
    public static string Hint(string exercise)
    {
        var hints = Solutions(exercise).Of("hint", exercise);
        var shown = HintsShown.GetValueOrDefault(exercise);
        if (shown >= hints.Count) return $"No more hints. Exercise.Solution(\"{exercise}\") shows the solution.";
        HintsShown[exercise] = shown + 1;
        return $"Hint {shown + 1} of {hints.Count}: {hints[shown].Text}";
    }

    /// <summary>The solution of an exercise, as code.</summary>
    public static string Solution(string exercise) => Solutions(exercise).Of("solution", exercise)[0].Text;

    /// <summary>Makes the exercises those of another notebook.</summary>
    internal static void Open(string notebook)
    {
        _notebook = notebook;
        HintsShown.Clear();
    }

    private static SolutionFile Solutions(string exercise)
    {
        var folder = CourseFolder.Find() is { } root ? Path.Combine(root, "notebooks", "solutions") : "solutions";
        var file = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, _notebook + "-*.csx").Order(StringComparer.Ordinal).FirstOrDefault()
            : null;
        if (_notebook.Length == 0 || file is null)
            throw new InvalidOperationException(
                $"expected the hints in {folder}, in a file named {_notebook}-….csx: " +
                $"run the notebook's first cell, inside the course's folder");
        var solutions = SolutionFile.Load(file);
        return solutions.Exercises.Contains(exercise, StringComparer.Ordinal)
            ? solutions
            : throw new ArgumentException(
                $"notebook {_notebook} has the exercises {string.Join(", ", solutions.Exercises)}, " +
                $"not \"{exercise}\"",
                nameof(exercise));
    }
}

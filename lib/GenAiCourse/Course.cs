using System.Globalization;
using GenAiCourse.Exercises;
using TorchSharp;

namespace GenAiCourse;

/// <summary>What every notebook begins with.</summary>
public static class Course
{
    private const string BudgetVariable = "COURSE_BUDGET";

    /// <summary>The run budget: what COURSE_BUDGET says (ci, lesson or deep), lesson when it is not set.</summary>
    /// <exception cref="InvalidOperationException">COURSE_BUDGET says something else.</exception>
    public static RunBudget Budget
    {
        get
        {
            var given = Environment.GetEnvironmentVariable(BudgetVariable);
            if (string.IsNullOrEmpty(given)) return RunBudget.Lesson;
            return Enum.TryParse<RunBudget>(given, ignoreCase: true, out var budget) && Enum.IsDefined(budget)
                ? budget
                : throw new InvalidOperationException(
                    $"{BudgetVariable}: expected ci, lesson or deep, got \"{given}\"");
        }
    }

    /// <summary>The value for the run budget at hand.</summary>
    /// <param name="ci">For <see cref="RunBudget.Ci"/>.</param>
    /// <param name="lesson">For <see cref="RunBudget.Lesson"/>.</param>
    /// <param name="deep">For <see cref="RunBudget.Deep"/>.</param>
    public static T Pick<T>(T ci, T lesson, T deep) => Budget switch
    {
        RunBudget.Ci => ci,
        RunBudget.Lesson => lesson,
        _ => deep,
    };

    /// <summary>
    /// Begins a notebook: fixes the seed of every generator and the culture, and finds the exercises.
    /// </summary>
    /// <param name="number">The notebook's number, such as "36".</param>
    /// <param name="seed">The seed of the tensor engine's generator; the same seed gives the same numbers.</param>
    /// <returns>What to show as the cell's value: the health of what the notebook stands on, and the budget.</returns>
    public static CourseStart Start(string number, int seed)
    {
        ArgumentException.ThrowIfNullOrEmpty(number);
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        torch.manual_seed(seed);
        Exercise.Open(number);
        return new CourseStart(number, seed, Budget);
    }

    /// <summary>The path of a file that the course ships, such as "data/models/36-gpt/weights.dat".</summary>
    /// <param name="path">The path inside the course's folder, with forward slashes.</param>
    /// <exception cref="FileNotFoundException">
    /// The notebook runs outside the course's folder, or the file is not there.
    /// </exception>
    public static string FilePath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var found = CourseFolder.Find() is { } root ? Path.Combine([root, .. path.Split('/')]) : path;
        return File.Exists(found)
            ? found
            : throw new FileNotFoundException(
                $"expected {path} in the course's folder, above {Environment.CurrentDirectory}: clone the course anew",
                found);
    }
}

using GenAiCourse.Exercises;

namespace GenAiCourse.Tests.Exercises;

public class ExerciseTests
{
    [Fact]
    public void Check_TheStub_IsNotAttempted() =>
        Assert.Equal(Outcome.NotAttempted, Exercise.Check("sum", expect => expect.Equal("2 + 2", Stub, 4)).Outcome);

    [Fact]
    public void Check_EverythingHolds_IsRight()
    {
        var result = Exercise.Check("sum", expect => expect
            .Equal("2 + 2", () => 4, 4)
            .Close("a third", () => 1.0 / 3, 0.3333333333)
            .Close("two thirds", () => new[] { 1 / 3.0, 2 / 3.0 }, [0.3333333333, 0.6666666667])
            .Equal("the words", () => new[] { "a", "b" }, ["a", "b"])
            .Holds("sums grow", () => 2 > 1));

        Assert.Equal((Outcome.Right, "all 5 expectations hold."), (result.Outcome, result.Message));
    }

    [Fact]
    public void Check_SomethingDiffers_IsWrongWithTheFirstDifference()
    {
        var result = Exercise.Check("sum", expect => expect
            .Equal("1 + 1", () => 2, 2)
            .Close("the means", () => new[] { 1.0, 2.5 }, [1.0, 2.0])
            .Equal("never reached", () => 1, 2));

        Assert.Equal(Outcome.Wrong, result.Outcome);
        Assert.Equal("the means: at index 1, expected 2, got 2.5", result.Message);
    }

    [Fact]
    public void Check_TheAttemptThrows_IsWrongAndSaysWhat()
    {
        var result = Exercise.Check("sum", expect => expect.Equal("2 / 0", () => Divide(2, 0), 1));

        Assert.Equal(Outcome.Wrong, result.Outcome);
        Assert.Contains("threw DivideByZeroException", result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.NaN)]
    [InlineData(double.PositiveInfinity, 1)]
    public void Close_NotANumber_IsNeverNear(double actual, double expected) =>
        Assert.Equal(Outcome.Wrong, Exercise.Check("sum", expect => expect.Close("x", () => actual, expected)).Outcome);

    [Fact]
    public void Check_WithoutAnExpectation_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Exercise.Check("sum", expect => expect));

    [Fact]
    public void Check_UnderAnAutomaticGrader_ThrowsWhatItWouldShow()
    {
        Environment.SetEnvironmentVariable("NBGRADER_EXECUTION", "autograde");
        try
        {
            var error = Assert.Throws<ExerciseFailedException>(
                () => Exercise.Check("sum", expect => expect.Equal("2 + 2", () => 5, 4)));
            Assert.Equal("wrong: 2 + 2: expected 4, got 5", error.Message);
            Assert.Equal(Outcome.Right, Exercise.Check("sum", expect => expect.Equal("2 + 2", () => 4, 4)).Outcome);
        }
        finally
        {
            Environment.SetEnvironmentVariable("NBGRADER_EXECUTION", null);
        }
    }

    [Fact]
    public void Check_OfSeveral_CountsWhatHeld()
    {
        Expectations? seen = null;

        Exercise.Check("sum", expect =>
            seen = expect.Equal("one", () => 1, 1)
                .Equal("two", () => 1, 2)
                .Equal("three", () => 3, 3));

        Assert.Equal((1, "two: expected 2, got 1"), (seen!.Held, seen.Difference));
    }

    [Fact]
    public void NotAttempted_Uncaught_SaysWhatToDo() =>
        Assert.Contains(
            "put your code in place",
            Assert.Throws<NotAttemptedException>(() => Stub()).Message,
            StringComparison.Ordinal);

    private static int Stub() => throw Exercise.NotAttempted();

    private static int Divide(int a, int b) => a / b;
}

namespace ManagedTorch.Tests.Fixtures;

/// <summary>How many of PyTorch's reference cases the tests of this folder run.</summary>
public class CoverageTests
{
    // The cases whose operation existed when this was written; a case that drops out is a loss.
    private const int Reached = 238;

    [Fact]
    public void Cases_OfTheWholeFile_AreCoveredAsFarAsBefore()
    {
        HashSet<string> covered =
        [
            .. FixtureCase.All.Where(c => OperationCases.Find(c) is not null).Select(c => c.Id),
            .. Rows(ModuleFixtureTests.Cases), .. Rows(StateFixtureTests.Cases),
            .. Rows(OptimizerFixtureTests.Optimizers),
            .. Rows(OptimizerFixtureTests.Schedules),
            .. Rows(RandomFixtureTests.Seeds),
            .. FixtureCase.All.Where(c => c.Group == "init").Select(c => c.Id),
        ];
        var missing = FixtureCase.All.Where(c => !covered.Contains(c.Id)).CountBy(c => c.Group);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{covered.Count} of {FixtureCase.All.Count} torch.json cases run and pass; " +
            $"without an operation yet: {string.Join(", ", missing.Select(group => $"{group.Value} of {group.Key}"))}");
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("COURSE_FIXTURES")))
            Assert.True(covered.Count >= Reached, $"expected at least {Reached} cases, got {covered.Count}");
    }

    private static IEnumerable<string> Rows(TheoryData<string> rows) => rows.Select(row => row.Data);
}

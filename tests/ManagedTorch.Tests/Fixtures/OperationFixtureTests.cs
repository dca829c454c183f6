namespace ManagedTorch.Tests.Fixtures;

public class OperationFixtureTests
{
    private const int Reached = 140;

    public static TheoryData<string> Pointwise => Rows("pointwise");

    public static TheoryData<string> Reductions => Rows("reduction");

    public static TheoryData<string> ShapeAndIndex => Rows("shape");

    public static TheoryData<string> Products => Rows("matmul");

    public static TheoryData<string> LinearAlgebra => Rows("linalg");

    public static TheoryData<string> Softmaxes => Rows("nn");

    [Theory]
    [MemberData(nameof(Pointwise))]
    public void Pointwise_EveryCase_GivesPyTorchsValuesAndGradients(string id) => Check(id);

    [Theory]
    [MemberData(nameof(Reductions))]
    public void Reduction_EveryCase_GivesPyTorchsValuesAndGradients(string id) => Check(id);

    [Theory]
    [MemberData(nameof(ShapeAndIndex))]
    public void ShapeAndIndex_EveryCase_GivesPyTorchsValuesAndGradients(string id) => Check(id);

    [Theory]
    [MemberData(nameof(Products))]
    public void Product_EveryCase_GivesPyTorchsValuesAndGradients(string id) => Check(id);

    [Theory]
    [MemberData(nameof(LinearAlgebra))]
    public void LinearAlgebra_EveryCase_GivesPyTorchsValuesAndGradients(string id) => Check(id);

    [Theory]
    [MemberData(nameof(Softmaxes))]
    public void Softmax_EveryCase_GivesPyTorchsValuesAndGradients(string id) => Check(id);

    [Fact]
    public void Operations_OfTheFile_AreCoveredAsFarAsBefore()
    {
        var covered = FixtureCase.All.Count(c => OperationCases.Find(c) is not null);
        var missing = FixtureCase.All.Where(
            c => OperationCases.Groups.Contains(c.Group) && OperationCases.Find(c) is null);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{covered} of {FixtureCase.All.Count} torch.json cases here; " +
            $"without: {string.Join(", ", missing)}");
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("COURSE_FIXTURES")))
            Assert.True(covered >= Reached, $"{covered} cases covered, expected at least {Reached}");
    }

    private static void Check(string id)
    {
        var c = FixtureCase.Find(id);
        c.Check(OperationCases.Find(c)!);
    }

    private static TheoryData<string> Rows(string group) =>
        [.. FixtureCase.All.Where(c => c.Group == group && OperationCases.Find(c) is not null).Select(c => c.Id)];
}

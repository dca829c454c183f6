namespace Smoke;

public class SmokeTests
{
    [Fact]
    public void Root_HoldsTheSolution() =>
        Assert.True(File.Exists(Path.Combine(Testing.TestPaths.Root, "GenAiCourse.sln")));
}

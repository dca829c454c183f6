using NotebookKernel.Directives;

namespace NotebookKernel.Tests.Directives;

public sealed class PackageVersionTests
{
    // The order of Semantic Versioning 2.0.0, section 11, with NuGet's fourth number and disregard of case.
    [Theory]
    [InlineData("1.0.0-alpha", "1.0.0-alpha.1")]
    [InlineData("1.0.0-alpha.1", "1.0.0-alpha.beta")]
    [InlineData("1.0.0-alpha.beta", "1.0.0-beta")]
    [InlineData("1.0.0-beta", "1.0.0-beta.2")]
    [InlineData("1.0.0-beta.2", "1.0.0-beta.11")]
    [InlineData("1.0.0-beta.11", "1.0.0-rc.1")]
    [InlineData("1.0.0-RC.1", "1.0.0")]
    [InlineData("1.0.0", "1.0.0.1")]
    [InlineData("1.9", "1.10")]
    public void CompareTo_FollowsTheSpecification(string lower, string higher)
    {
        Assert.True(PackageVersion.TryParse(lower)!.CompareTo(PackageVersion.TryParse(higher)) < 0);
        Assert.True(PackageVersion.TryParse(higher)!.CompareTo(PackageVersion.TryParse(lower)) > 0);
    }

    [Theory]
    [InlineData("*", "1.2.3", true)]
    [InlineData("*-*", "1.2.3-beta", true)]
    [InlineData("1.2.*", "1.2.3", true)]
    [InlineData("1.2.*", "1.20.3", false)]
    [InlineData("1.2.0", "1.2", true)]
    [InlineData("1.2+build", "1.2.0", true)]
    [InlineData("1.2.0-BETA", "1.2.0-beta", true)]
    [InlineData("1.2", "1.2.1", false)]
    [InlineData("[1.0,2.0)", "1.9", true)]
    [InlineData("[1.0,2.0)", "2.0", false)]
    [InlineData("(1.0,)", "1.0", false)]
    [InlineData("(,2.0]", "2.0", true)]
    [InlineData("[1.5]", "1.5.0", true)]
    [InlineData("[1.5]", "1.6.0", false)]
    [InlineData("nonsense", "1.0", false)]
    public void Accepts_TheVersionsThatAreMeant(string wanted, string version, bool accepted) =>
        Assert.Equal(accepted, PackageVersion.Accepts(wanted, version));
}

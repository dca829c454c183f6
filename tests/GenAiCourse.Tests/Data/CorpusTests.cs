using GenAiCourse.Data;

namespace GenAiCourse.Tests.Data;

public class CorpusTests
{
    // From another implementation of the same rules, over the same files (Python's xml.etree; see the corpus's rules).
    private const string KnownVersion = "10.0.12";
    private const string KnownSha256 = "01310f9b87cfa24b6c2e04be39945566ef9b439cca116f3d1d2fa9c3d8c49373";
    private const string KnownSha256OfFirst2000 = "a61968a6b8025f71b76d6985723ae2525e370b14a78f77bffb8321aad392764c";

    [Fact]
    public void Load_TheSdksDocumentation_HasTheKnownHash()
    {
        Assert.SkipUnless(DotNetDocumentation.Version() == KnownVersion,
            $"the hash is known for the documentation of .NET {KnownVersion}, " +
            $"and this SDK has {DotNetDocumentation.Version() ?? "none"}");

        var corpus = Corpus.Load();

        Assert.Equal(78_588, corpus.Documents.Count);
        Assert.Equal(17_986_925, corpus.ByteCount);
        Assert.Equal(KnownSha256, corpus.Sha256);
        Assert.Equal(KnownSha256OfFirst2000, (corpus with { Documents = [.. corpus.Documents.Take(2000)] }).Sha256);
    }

    [Fact]
    public void Load_AtMostAHundred_IsTheBeginningOfTheWhole()
    {
        Assert.SkipWhen(DotNetDocumentation.Version() is null, "this SDK has no documentation files");

        Assert.Equal(DotNetDocumentation.Documents().Take(100), Corpus.Load(100).Documents);
    }

    [Fact]
    public void Split_AThousandTypes_PutsEachWithItsMembersInOnePartByTheSeed()
    {
        var corpus = new Corpus("numbers", [.. Enumerable.Range(0, 1000)
            .SelectMany(i => new[]
            {
                new Document($"T:N.{i}", $"text {i}"),
                new Document($"M:N.{i}.Go(N.1)", $"goes {i}")
            })]);

        var (training, heldOut) = corpus.Split(0.1, seed: 7);

        Assert.InRange(heldOut.Documents.Count, 140, 260);
        Assert.Equal(corpus.Documents.ToHashSet(), training.Documents.Concat(heldOut.Documents).ToHashSet());
        Assert.Empty(
            training.Documents.Select(document => document.Owner)
                .Intersect(heldOut.Documents.Select(document => document.Owner)));
        Assert.Equal(heldOut.Documents, corpus.Split(0.1, seed: 7).HeldOut.Documents);
        Assert.NotEqual(heldOut.Documents, corpus.Split(0.1, seed: 8).HeldOut.Documents);
        var later = corpus with { Documents = [new Document("T:N.New", "new"), .. corpus.Documents] };
        Assert.Equal(
            heldOut.Documents,
            later.Split(0.1, seed: 7).HeldOut.Documents.Where(document => document.Text != "new"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Split_ShareOutsideTheOpenUnitInterval_IsRefused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Corpus("none", []).Split(share, seed: 1));

    [Fact]
    public void Sha256_TwoTexts_IsThatOfTheirJoinByALineFeed()
    {
        var corpus = new Corpus("two", [new Document("T:a", "a"), new Document("T:b", "b")]);

        // printf 'a\nb' | sha256sum
        Assert.Equal("7e18f737311b2dc3b2f269dd78396b0351f14fb66efa879f768cb23181883c78", corpus.Sha256);
        Assert.Equal(3, corpus.ByteCount);
    }

    [Fact]
    public void CourseProse_WithoutAnyRepository_StillHasTheLibrariesDocumentation() =>
        Assert.Contains(
            CourseProse.Documents(Path.GetTempPath()), document => document.Id == "T:GenAiCourse.Data.Corpus");
}

using System.Text;
using GenAiCourse.Data;

namespace GenAiCourse.Tests.Data;

public class DocumentationXmlTests
{
    [Theory]
    [InlineData("<summary>Plain  text\n over <b>two</b> lines.</summary>", "X: Plain text over two lines.")]
    [InlineData("<summary>See <see cref=\"M:A.B.Go(System.Int32)\"/>.</summary>", "X: See Go.")]
    [InlineData("<summary>See <see cref=\"T:A.List`1\"> </see>!</summary>", "X: See List!")]
    [InlineData("<summary>See <see cref=\"T:A.B\">the type</see>.</summary>", "X: See the type.")]
    [InlineData("<summary>Is <see langword=\"null\"/>.</summary>", "X: Is null.")]
    [InlineData("<summary>Of <paramref name=\"count\"/>.</summary>", "X: Of count.")]
    [InlineData("<summary>a<para>b</para>c</summary>", "X: a b c")]
    [InlineData("<summary>a<br/>c</summary>", "X: a c")]
    [InlineData("<summary><see cref=\"T:A.B\"/> <see cref=\"T:A.C\"/></summary>", "X: B C")]
    [InlineData("<summary>a<!-- no -->b<![CDATA[<c>]]>&amp;</summary>", "X: ab<c>&")]
    [InlineData("<summary>a\u00a0b</summary>", "X: a\u00a0b")]
    [InlineData("<param name=\"n\">How many.</param><returns>A sum.</returns>", "X: n How many. A sum.")]
    [InlineData("<exception cref=\"T:System.IO.IOException\">When full.</exception>", "X: IOException When full.")]
    [InlineData("<summary/><inheritdoc/><remarks>Only this.</remarks><unknown>no</unknown>", "X: Only this.")]
    public void Read_OneMember_FollowsTheRules(string body, string expected)
    {
        var document = Assert.Single(Read($"<member name=\"P:N.X\">{body}</member>"));

        Assert.Equal("P:N.X", document.Id);
        Assert.Equal(expected, document.Text);
    }

    [Fact]
    public void Read_SameIdTwice_KeepsTheFirstEvenWhenEmpty() =>
        Assert.Equal(["T:B"], Read(
            "<member name=\"T:A\"/><member name=\"T:A\"><summary>late</summary></member>" +
            "<member name=\"T:B\"><summary>b</summary></member>").Select(document => document.Id));

    [Theory]
    [InlineData("M:System.Text.Rune.Parse(System.String)", "System.Text", "System.Text.Rune")]
    [InlineData("T:System.Text.Rune", "System.Text", "System.Text.Rune")]
    [InlineData("T:Alone", "Alone", "Alone")]
    public void LabelAndOwner_OfAMember_ComeFromItsId(string id, string label, string owner) =>
        Assert.Equal((label, owner), (new Document(id, "x").Label, new Document(id, "x").Owner));

    private static List<Document> Read(string members)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\"?><doc><assembly><name>N</name></assembly><members>{members}</members></doc>"));
        return [.. DocumentationXml.Read(stream, [])];
    }
}

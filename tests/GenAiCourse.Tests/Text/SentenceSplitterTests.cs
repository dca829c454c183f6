using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text;

public class SentenceSplitterTests
{
    [Theory]
    [InlineData("One. Two! Three? Four", "One.|Two!|Three?|Four")]
    [InlineData("Mr. Smith met Dr. J. R. Jones. They talked.", "Mr. Smith met Dr. J. R. Jones.|They talked.")]
    [InlineData("He works at Acme Inc. in Ohio. Fine.", "He works at Acme Inc. in Ohio.|Fine.")]
    [InlineData("He works at Acme Inc. The pay is good.", "He works at Acme Inc.|The pay is good.")]
    [InlineData("The U.S. Senate met in the U.S. The end.", "The U.S. Senate met in the U.S.|The end.")]
    [InlineData("\"Why?\" he asked. \"No.\" Then he left.", "\"Why?\" he asked.|\"No.\"|Then he left.")]
    [InlineData("He waited... and waited... Then it rained.", "He waited... and waited...|Then it rained.")]
    [InlineData("(It is so.) He said \"Go!\" Yes.", "(It is so.)|He said \"Go!\"|Yes.")]
    [InlineData("See Fig. 3 and No. 5. Pi is 3.14. Done.", "See Fig. 3 and No. 5.|Pi is 3.14.|Done.")]
    [InlineData("1. Open it. 2. Close it.", "1. Open it.|2. Close it.")]
    [InlineData("no capitals. none here? ok.", "no capitals.|none here?|ok.")]
    [InlineData("A title\n\nA sentence over\ntwo lines.\n \nEnd", "A title|A sentence over\ntwo lines.|End")]
    [InlineData("It is I. You know. What?! Really.", "It is I.|You know.|What?!|Really.")]
    [InlineData("Visit example.org. It works.", "Visit example.org.|It works.")]
    public void Split_EnglishText_EndsWhereReadersStop(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', SentenceSplitter.Split(text).Select(sentence => sentence.Text)));

    [Fact]
    public void Split_AnyText_GivesPiecesOfItAndLosesOnlySpace()
    {
        var random = new Random(2);
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 60).Select(_ => "aB1 \n.!?\"')(é"[random.Next(13)]));
            var end = 0;
            foreach (var sentence in SentenceSplitter.Split(text))
            {
                Assert.Equal(text.Substring(sentence.Start, sentence.Text.Length), sentence.Text);
                Assert.True(sentence.Start >= end && string.IsNullOrWhiteSpace(text[end..sentence.Start]));
                end = sentence.Start + sentence.Text.Length;
            }
            Assert.True(string.IsNullOrWhiteSpace(text[end..]));
        }
    }

    [Fact]
    public void Split_ASentence_SaysWhereItStands() =>
        Assert.Equal([new TextSegment("One.", 1), new TextSegment("Two.", 7)], SentenceSplitter.Split(" One.  Two. "));

    [Fact]
    public void Split_NothingOrNull_IsNothingOrRefused()
    {
        Assert.Empty(SentenceSplitter.Split(" \n\n "));
        Assert.Throws<ArgumentNullException>(() => SentenceSplitter.Split(null!));
    }
}

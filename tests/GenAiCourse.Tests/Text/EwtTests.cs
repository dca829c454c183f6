using System.Text;
using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text;

/// <summary>The rules for tokens and sentences, measured on texts of the web that people have annotated.</summary>
public class EwtTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(true, 0.985)]       // 0.9896
    [InlineData(false, 0.97)]       // the Penn Treebank's way with hyphens is not this treebank's
    public void WordTokenizer_OnTheRawText_FindsTheTreebanksWords(bool splitHyphens, double least)
    {
        var sentences = EwtData.Load("test");
        var tokenizer = new WordTokenizer { SplitHyphens = splitHyphens };

        var score = TokenF1(sentences, text => tokenizer.Tokenize(text).Select(token => (token.Start, token.End)));

        var bySpaces = TokenF1(sentences, BySpaces);
        output.WriteLine($"F1 {score:f4}, cutting at white space {bySpaces:f4}");
        Assert.True(score >= least, $"F1 {score}");
        Assert.True(bySpaces < 0.85);
    }

    [Theory]
    [InlineData(true, 0.82)]        // 0.8399; captions, headers and signatures end without a sign
    [InlineData(false, 0.60)]       // without paragraphs nothing shows where those end
    public void SentenceSplitter_OnTheJoinedText_FindsTheTreebanksSentences(bool paragraphs, double least)
    {
        var (text, gold, spaced) = (new StringBuilder(), new HashSet<(int, int)>(), true);
        foreach (var sentence in EwtData.Load("test"))
        {
            if (text.Length > 0) text.Append(sentence.BeginsParagraph && paragraphs ? "\n\n" : spaced ? " " : "");
            gold.Add((text.Length, text.Length + sentence.Text.Length));
            text.Append(sentence.Text);
            spaced = sentence.SpaceAfter;
        }

        var found = SentenceSplitter.Split(text.ToString());

        var right = found.Count(part => gold.Contains((part.Start, part.Start + part.Text.Length)));
        var score = F1(right, found.Count, gold.Count);
        output.WriteLine($"F1 {score:f4}");
        Assert.True(score >= least, $"F1 {score}");
    }

    private static double TokenF1(EwtData.Sentence[] sentences, Func<string, IEnumerable<(int, int)>> tokenize)
    {
        var (found, right, expected) = (0, 0, 0);
        foreach (var sentence in sentences)
        {
            var gold = sentence.Words.Select(word => (word.Start, word.End)).ToHashSet();
            var ours = tokenize(sentence.Text).ToArray();
            (found, expected) = (found + ours.Length, expected + gold.Count);
            right += ours.Count(gold.Contains);
        }
        return F1(right, found, expected);
    }

    private static IEnumerable<(int, int)> BySpaces(string text)
    {
        var start = 0;
        foreach (var word in text.Split(' '))
        {
            if (word.Length > 0) yield return (start, start + word.Length);
            start += word.Length + 1;
        }
    }

    private static double F1(int right, int found, int expected) => 2.0 * right / (found + expected);
}

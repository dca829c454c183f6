using GenAiCourse.Data;

namespace GenAiCourse.Tests.Data;

public sealed class ConlluSentenceTests : IDisposable
{
    private const string Small =
        "# sent_id = s1\n# text = I don't.\n"
        + "1\tI\tI\tPRON\tPRP\t_\t3\tnsubj\t_\t_\n"
        + "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
        + "2\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_\n"
        + "3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_\n"
        + "3.1\tdo\tdo\tVERB\tVB\t_\t_\t_\t2:conj\t_\n"
        + "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tSpaceAfter=No\n";

    private readonly DataFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Read_SmallSentence_HasWordsTokensAndText()
    {
        var sentence = Assert.Single(ConlluSentence.Read(_files.Write("s.conllu", Small + "\n")));

        Assert.Equal("I don't.", sentence.Text);
        Assert.Equal("s1", sentence.Comment("sent_id"));
        Assert.Null(sentence.Comment("newdoc id"));
        Assert.Equal(["I", "do", "n't", "."], sentence.Words.Select(word => word.Form));
        Assert.Equal(["I", "don't", "."], sentence.Tokens);
        Assert.Equal(new ConlluWord("n't", "not", "PART", "RB", "_", 2, "advmod"), sentence.Words[2]);
        Assert.Equal([true, true, true, false], sentence.Words.Select(word => word.SpaceAfter));
        Assert.Equal(Small, sentence.ToString());
    }

    [Fact]
    public void Read_WithoutBlankLineAtTheEnd_KeepsTheLastSentence() =>
        Assert.Equal(2, ConlluSentence.Read(_files.Write("s.conllu.gz", Small + "\n\n" + Small)).Count());

    [Theory]
    [InlineData("\t3\tnsubj", "\tthree\tnsubj", "line 3: expected the number of the head, got \"three\"")]
    [InlineData("\tPRP\t", " PRP ", "line 3: expected ten columns between tabs, got 8")]
    [InlineData("3\tn't", "5\tn't", "line 6: expected word 3, got \"5\"")]
    [InlineData("\t2\tpunct", "\t9\tpunct", "word 4 depends on word 9 of 4")]
    public void Read_DamagedLine_IsNamed(string part, string damaged, string message)
    {
        var path = _files.Write("bad.conllu", Small.Replace(part, damaged, StringComparison.Ordinal));
        Assert.Contains(
            message, Assert.Throws<InvalidDataException>(() => ConlluSentence.Read(path).ToList()).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("test", 2077, 25094)]
    [InlineData("dev", 2001, 25147)]
    public void Read_EnglishWebTreebank_HasItsCountsAndIsWrittenAsItWas(string part, int sentences, int words)
    {
        var path = DataFiles.Real($"ud_english_ewt/en_ewt-ud-{part}.conllu");

        var all = ConlluSentence.Read(path).ToList();

        Assert.Equal((sentences, words), (all.Count, all.Sum(sentence => sentence.Words.Count)));
        Assert.Equal(
            CourseData.Lines(path),
            string.Concat(all.Select(sentence => sentence + "\n")).Split('\n')[..^1]);
        Assert.All(all, sentence => Assert.StartsWith(
            sentence.Tokens[0], sentence.Text!.TrimStart(), StringComparison.Ordinal));
    }
}

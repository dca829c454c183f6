using GenAiCourse.Data;

namespace GenAiCourse.Tests.Data;

public sealed class JsonLinesTests : IDisposable
{
    private readonly DataFiles _files = new();

    public void Dispose() => _files.Dispose();

    private sealed record Question(string Text, int Points = 1);

    [Fact]
    public void Read_WhatWriteWrote_IsTheSame()
    {
        var path = _files.Write("questions.jsonl", "");
        Question[] questions = [new("2 + 2?\n\"four\"", 2), new("¿naïve 🙂?")];

        JsonLines.Write(path, questions);

        Assert.Equal(questions, JsonLines.Read<Question>(path));
        Assert.Equal(2, File.ReadAllLines(path).Length);
        Assert.Contains("¿naïve ", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BlankLinesAndAByteOrderMark_AreLeftOut() =>
        Assert.Equal(
            [new Question("a"), new Question("b", 3)],
            JsonLines.Read<Question>(_files.Write(
                "q.jsonl.gz", "\uFEFF{\"text\":\"a\"}\r\n\n  \n{\"Text\":\"b\",\"points\":3}")));

    [Theory]
    [InlineData("{\"text\":\"a\"}\n{\"text\":", "line 2: expected a Question")]
    [InlineData("[1]\n", "line 1: expected a Question")]
    [InlineData("\nnull\n", "line 2: expected a value, got null")]
    public void Read_DamagedLine_IsNamed(string text, string message)
    {
        var path = _files.Write("q.jsonl", text);
        Assert.Contains(
            message, Assert.Throws<InvalidDataException>(() => JsonLines.Read<Question>(path).ToList()).Message,
            StringComparison.Ordinal);
    }

    private sealed record Problem(string Question, string Answer);

    [Fact]
    public void Read_Gsm8k_HasAllProblems()
    {
        var problems = JsonLines.Read<Problem>(DataFiles.Real("gsm8k/test.jsonl")).ToList();

        Assert.Equal(1319, problems.Count);
        Assert.All(problems, problem => Assert.Contains("\n#### ", problem.Answer, StringComparison.Ordinal));
    }
}

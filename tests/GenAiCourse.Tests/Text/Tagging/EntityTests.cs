using GenAiCourse.Data;
using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text.Tagging;

public class EntityTests
{
    [Fact]
    public void Tags_OfSpans_AreReadBackAsTheSpans()
    {
        LabeledSpan[] spans = [new(0, 2, "PER"), new(2, 1, "PER"), new(4, 1, "LOC")];
        string[] tags = ["B-PER", "I-PER", "B-PER", "O", "B-LOC"];

        Assert.Equal(tags, LabeledSpan.ToTags(spans, 5));
        Assert.Equal(spans, LabeledSpan.FromTags(tags));
    }

    [Fact]
    public void FromTags_InsideThatContinuesNothing_BeginsASpan() =>
        Assert.Equal(
            [new(0, 1, "PER"), new(2, 1, "PER"), new(3, 2, "LOC")],
            LabeledSpan.FromTags(["I-PER", "O", "B-PER", "I-LOC", "I-LOC"]));

    [Fact]
    public void Spans_OverlappingOrOutsideOrUnknownTags_AreRefused()
    {
        Assert.Contains("overlaps", Assert.Throws<ArgumentException>(() =>
            LabeledSpan.ToTags([new(0, 2, "A"), new(1, 1, "B")], 3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LabeledSpan.ToTags([new(2, 2, "A")], 3));
        Assert.Contains(
            "got PER at word 1", Assert.Throws<ArgumentException>(() => LabeledSpan.FromTags(["O", "PER"])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Score_HalfRightSpans_CountNothing()
    {
        // Right: two spans. Found: one of them, one with a wrong border, one of another label.
        var (precision, recall, f1) = LabeledSpan.Score(
            [["B-PER", "I-PER", "O", "B-LOC"]], [["B-PER", "O", "B-ORG", "B-LOC"]]);

        Assert.Equal((1 / 3.0, 0.5, 0.4), (precision, recall, f1));
        Assert.Equal((0, 0, 0), LabeledSpan.Score([["O"]], [["O"]]));
    }

    [Fact]
    public void Find_ToyGrammar_TellsPersonsPlacesAndFirmsApart()
    {
        var train = Entities(800, 3);
        var recognizer = EntityRecognizer.Fit(train);
        var test = Entities(300, 4);

        var found = test.Select(sentence => recognizer.Tag(sentence.Words)).ToList();

        Assert.Equal(["LOC", "ORG", "PER"], recognizer.Labels);
        var byWord = train.SelectMany(sentence => sentence.Words.Zip(sentence.Tags)).GroupBy(pair => pair.First)
            .ToDictionary(
                group => group.Key, group => group.CountBy(pair => pair.Second).MaxBy(pair => pair.Value).Key);
        var baseline = LabeledSpan.Score([.. test.Select(sentence => sentence.Tags)], [.. test.Select(sentence =>
            (IReadOnlyList<string>)[.. sentence.Words.Select(word => byWord.GetValueOrDefault(word, "O"))])]);
        var score = LabeledSpan.Score([.. test.Select(sentence => sentence.Tags)], found);
        Assert.InRange(score.F1, 0.98, 1);
        Assert.InRange(baseline.F1, 0.1, 0.95);
        Assert.All(found, tags => Assert.Equal(tags, LabeledSpan.ToTags(LabeledSpan.FromTags(tags), tags.Count)));
        Assert.Equal(
            [new(0, 2, "PER"), new(5, 1, "LOC")],
            recognizer.Find(["Grace", "Hopper", "saw", "her", "near", "Jordan", "."]));
    }

    [Fact]
    public void Tag_LearnedFromNoise_StaysValid()
    {
        // Random tags over random words: whatever is learned, an I-… never continues another kind.
        var random = new Random(1);
        var noise = Enumerable.Range(0, 200).Select(_ => new TaggedSentence(
            [.. Enumerable.Range(0, 8).Select(_ => $"w{random.Next(5)}")],
            [.. Enumerable.Range(0, 8).Select(_ => new[] { "O", "B-A", "I-A", "B-B", "I-B" }[random.Next(5)])]))
                .ToList();
        var recognizer = EntityRecognizer.Fit(noise, epochs: 1);
        Assert.All(noise, sentence =>
        {
            var tags = recognizer.Tag(sentence.Words);
            for (var i = 0; i < tags.Count; i++)
                if (tags[i][0] == 'I')
                    Assert.Contains(i == 0 ? "" : tags[i - 1], new[] { "B" + tags[i][1..], tags[i] });
        });
    }

    private static List<TaggedSentence> Entities(int count, int seed) =>
        [.. ToyTreebank.Sentences(count, seed)
            .Select((ToySentence sentence) => new TaggedSentence(sentence.Parsed.Tagged.Words, sentence.EntityTags))];
}

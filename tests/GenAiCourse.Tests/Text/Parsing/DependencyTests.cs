using GenAiCourse.Data;
using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text.Parsing;

public class DependencyTests
{
    [Fact]
    public void Oracle_BookMeTheMorningFlight_TakesThePublishedSteps()
    {
        // Jurafsky and Martin, Speech and Language Processing, chapter on dependency parsing, the worked example.
        var steps = ArcStandard.Oracle(new DependencyTree([0, 1, 5, 5, 1]));

        var (s, l, r) = (Transition.Shift, Transition.LeftArc, Transition.RightArc);
        Assert.Equal([s, s, r, s, s, s, l, l, r, r], steps);
    }

    [Fact]
    public void Oracle_RandomTrees_MakesAllProjectiveOnesAndRefusesTheOthers()
    {
        var random = new Random(5);
        var (made, refused) = (0, 0);
        for (var trial = 0; trial < 3000; trial++)
        {
            // A random tree: each word hangs on one that was placed before it, in a random order.
            var order = Enumerable.Range(1, random.Next(1, 8)).ToArray();
            random.Shuffle(order);
            var heads = new int[order.Length];
            for (var i = 1; i < order.Length; i++) heads[order[i] - 1] = order[random.Next(i)];
            var tree = new DependencyTree(heads);
            Assert.Equal(!Crosses(heads), tree.IsProjective);
            if (!tree.IsProjective)
            {
                Assert.Throws<ArgumentException>(() => ArcStandard.Oracle(tree));
                refused++;
                continue;
            }
            var state = new ArcStandard(heads.Length);
            var steps = ArcStandard.Oracle(tree);
            foreach (var step in steps) state.Apply(step);
            Assert.Equal(heads, state.Heads);
            Assert.Equal(2 * heads.Length, steps.Count);
            Assert.True(state.IsFinished);
            made++;
        }
        Assert.True(made > 500 && refused > 500, $"{made} made, {refused} refused");
    }

    [Fact]
    public void Apply_ImpossibleStep_SaysWhatIsThere()
    {
        var state = new ArcStandard(2);
        Assert.False(state.Allows(Transition.LeftArc));
        Assert.Contains("LeftArc is not possible with 1 on the stack and 2 words to come",
            Assert.Throws<InvalidOperationException>(() => state.Apply(Transition.LeftArc)).Message,
                StringComparison.Ordinal);
        state.Apply(Transition.Shift);
        Assert.False(state.Allows(Transition.RightArc));    // the root's only dependent comes last
        Assert.Equal([0, 1], state.Stack);
    }

    [Fact]
    public void Tree_CirclesHeadsOutOfRangeAndMissingRelations_AreRefused()
    {
        Assert.Contains("depends on itself", Assert.Throws<ArgumentException>(() => new DependencyTree([2, 1])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new DependencyTree([1]));
        Assert.Contains("expected a head in [0, 2], got 3",
            Assert.Throws<ArgumentException>(() => new DependencyTree([3, 0])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new DependencyTree([0], []));
        Assert.Throws<ArgumentException>(() => ArcStandard.Oracle(new DependencyTree([0, 0])));
    }

    [Fact]
    public void Attachment_OneWrongHeadAndOneWrongRelation_CountsEach()
    {
        DependencyTree[] right = [new([2, 0, 2, 3], ["nsubj", "root", "obj", "amod"])];
        DependencyTree[] found = [new([2, 0, 2, 2], ["nsubj", "root", "iobj", "amod"])];

        Assert.Equal((0.75, 0.5), DependencyTree.Attachment(right, found));
        Assert.Throws<ArgumentException>(() => DependencyTree.Attachment([], []));
        Assert.Throws<ArgumentException>(() => DependencyTree.Attachment(right, [new([0])]));
    }

    [Fact]
    public void Parse_ToyGrammar_PutsPhrasesWhereTheirWordsBelong()
    {
        var parser = DependencyParser.Fit(
            ToyTreebank.Sentences(2000, 5).Select(sentence => sentence.Parsed), epochs: 8);
        var test = ToyTreebank.Sentences(300, 6).Select(sentence => sentence.Parsed).ToList();

        var (unlabeled, labeled) = DependencyTree.Attachment(
            [.. test.Select(sentence => sentence.Tree)], [.. test.Select(sentence => parser.Parse(sentence.Tagged))]);

        Assert.InRange(unlabeled, 0.97, 1);
        Assert.InRange(labeled, 0.96, unlabeled);
        foreach (var (noun, head, relation) in new[] { ("telescope", 2, "obl"), ("tail", 4, "nmod") })
        {
            var tree = parser.Parse(new TaggedSentence(
                ["She", "saw", "the", "bird", "with", "a", noun, "."],
                ["PRON", "VERB", "DET", "NOUN", "ADP", "DET", "NOUN", "PUNCT"]));
            Assert.Equal((head, relation), (tree.Heads[6], tree.Relations[6]));
        }
        Assert.All(test, sentence =>
        {
            var tree = parser.Parse(sentence.Tagged);
            Assert.True(tree.IsProjective);
            Assert.Single(tree.Heads, head => head == 0);
            Assert.Equal(2 * tree.Heads.Count, parser.Steps(sentence.Tagged).Count);
        });
    }

    [Fact]
    public void Fit_NothingThatCanBeLearned_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => DependencyParser.Fit([]));
        var crossing = new ParsedSentence(
            new TaggedSentence(["a", "b", "c", "d"], ["X", "X", "X", "X"]), new DependencyTree([3, 4, 0, 3]));
        Assert.Contains(
            "no crossing arcs", Assert.Throws<ArgumentException>(() => DependencyParser.Fit([crossing])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => DependencyParser.Fit(
            [new ParsedSentence(new TaggedSentence(["a"], ["X"]), new DependencyTree([0, 1]))]));
    }

    [Fact]
    public void Parse_EnglishWebTreebank_ReachesTheBarOnTagsThatTheTaggerFound()
    {
        Treebank.SkipWithout();
        var tagger = PerceptronTagger.Fit(Treebank.Train.Select(sentence => sentence.ToTagged()));
        var parser = DependencyParser.Fit(Treebank.Train.Select(sentence => sentence.ToParsed()), epochs: 5);
        var test = Treebank.Test.Select(sentence => sentence.ToParsed()).ToList();
        DependencyTree[] right = [.. test.Select(sentence => sentence.Tree)];

        var gold = DependencyTree.Attachment(right, [.. test.Select(sentence => parser.Parse(sentence.Tagged))]);
        var own = DependencyTree.Attachment(right, [.. test.Select(sentence =>
            parser.Parse(new TaggedSentence(sentence.Tagged.Words, tagger.Tag(sentence.Tagged.Words))))]);

        TestContext.Current.TestOutputHelper?.WriteLine($"given tags {gold:P2}, own tags {own:P2}");
        Assert.InRange(gold.Unlabeled, 0.855, 1);
        Assert.InRange(own.Unlabeled, 0.82, gold.Unlabeled);
        Assert.InRange(own.Labeled, 0.78, own.Unlabeled);
    }

    private static bool Crosses(int[] heads)
    {
        var arcs = heads.Select((head, i) => (Low: Math.Min(head, i + 1), High: Math.Max(head, i + 1))).ToList();
        return arcs.Exists(a => arcs.Exists(b => a.Low < b.Low && b.Low < a.High && a.High < b.High));
    }
}

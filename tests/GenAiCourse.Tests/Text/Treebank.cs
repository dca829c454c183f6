using GenAiCourse.Data;
using GenAiCourse.Tests.Data;

namespace GenAiCourse.Tests.Text;

/// <summary>The English Web Treebank, read once; tests that want it are skipped where it is not at hand.</summary>
internal static class Treebank
{
    private static readonly Lazy<List<ConlluSentence>> TrainPart = new(() => Read("train"));
    private static readonly Lazy<List<ConlluSentence>> TestPart = new(() => Read("test"));

    public static IReadOnlyList<ConlluSentence> Train => TrainPart.Value;

    public static IReadOnlyList<ConlluSentence> Test => TestPart.Value;

    public static void SkipWithout()
    {
        foreach (var part in new[] { "train", "test" }) DataFiles.Real($"ud_english_ewt/en_ewt-ud-{part}.conllu");
    }

    private static List<ConlluSentence> Read(string part) =>
        [.. ConlluSentence.Read(DataFiles.Real($"ud_english_ewt/en_ewt-ud-{part}.conllu"))];
}

using GenAiCourse.Text;

namespace GenAiCourse.Data;

/// <summary>A sentence of <see cref="ToyTreebank"/>.</summary>
/// <param name="Parsed">Its words, their parts of speech, and the tree over them.</param>
/// <param name="EntityTags">O, B-PER, I-PER, B-ORG, I-ORG, B-LOC or I-LOC for each word.</param>
public sealed record ToySentence(ParsedSentence Parsed, IReadOnlyList<string> EntityTags);

/// <summary>
/// English sentences made by a small grammar, with tags, names and trees: a treebank where no real one is at hand.
/// </summary>
/// <remarks>
/// It has what makes tagging and parsing hard, in small: words of two kinds ("light", "plan", "watch", "last"), words
/// never seen before that only their ending gives away, names that look alike ("Jordan" is a person and a place), and
/// phrases whose place only their words decide ("saw the bird with a telescope", "saw the bird with a red tail").
/// </remarks>
public sealed class ToyTreebank
{
    private static readonly string[] Things =
        ["bird", "house", "plan", "light", "watch", "letter", "river", "ship", "answer", "garden"];
    private static readonly string[] Verbs =
        ["saw", "plans", "watch", "light", "answered", "lost", "painted", "finds", "ship", "fears"];
    private static readonly string[] Qualities = ["light", "old", "red", "last", "quiet", "warm", "empty"];
    private static readonly string[] Tools = ["telescope", "lamp", "brush", "map"];
    private static readonly string[] Parts = ["tail", "roof", "wing", "door"];
    private static readonly string[] Stems =
        ["blor", "trem", "vask", "glin", "morp", "drell", "fent", "quib", "stol", "prund"];
    private static readonly string[] Persons = ["Ada", "Jordan", "Grace", "Alan", "Florence", "Edsger"];
    private static readonly string[] Families = ["Lovelace", "Hopper", "Turing", "Dijkstra", "Hill"];
    private static readonly string[] Places = ["Jordan", "Florence", "Turin", "Vienna", "Kyoto", "Lima"];
    private static readonly string[] Firms = ["Hill", "Vienna", "Norden", "Turing", "Orion"];

    private readonly Random _random;
    private readonly List<(string Word, string Tag, int Head, string Relation, string Entity)> _words = [];

    private ToyTreebank(Random random) => _random = random;

    /// <summary>Makes sentences.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The same seed makes the same sentences.</param>
    public static IReadOnlyList<ToySentence> Sentences(int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var treebank = new ToyTreebank(new Random(seed));
        return [.. Enumerable.Range(0, count).Select(_ => treebank.Sentence())];
    }

    private ToySentence Sentence()
    {
        _words.Clear();
        var verb = Clause(0, "root", depth: 0);
        Add(".", "PUNCT", verb, "punct");
        var (first, tag, head, relation, entity) = _words[0];
        _words[0] = (char.ToUpperInvariant(first[0]) + first[1..], tag, head, relation, entity);
        var tagged = new TaggedSentence([.. _words.Select(word => word.Word)], [.. _words.Select(word => word.Tag)]);
        var tree = new DependencyTree([.. _words.Select(word => word.Head)], [.. _words.Select(word => word.Relation)]);
        return new ToySentence(new ParsedSentence(tagged, tree), [.. _words.Select(word => word.Entity)]);
    }

    // A word's head may be known only after it: the dependents before it are given their head then.
    private int Clause(int head, string relation, int depth)
    {
        var subject = NounPhrase("nsubj", mayBeLong: true);
        var before = new List<int> { subject };
        if (_random.Next(4) == 0) before.Add(Add(Pick("can", "will", "may"), "AUX", 0, "aux"));
        if (Chance(5)) before.Add(Add(Chance(2) ? Pick("often", "never") : Made("ly"), "ADV", 0, "advmod"));
        var verb = Add(Chance(5) ? Made("ed") : Pick(Verbs), "VERB", head, relation);
        foreach (var dependent in before) SetHead(dependent, verb);
        if (depth == 0 && Chance(6))
        {
            var that = Add("that", "SCONJ", 0, "mark");
            SetHead(that, Clause(verb, "ccomp", depth + 1));
            return verb;
        }
        var noun = NounPhrase("obj", mayBeLong: true);
        SetHead(noun, verb);
        if (Chance(3)) With(verb, noun);
        if (Chance(4)) Phrase(Pick("in", "near"), verb, "obl", isPlace: true);
        return verb;
    }

    // "with a telescope" belongs to seeing, "with a tail" to the bird.
    private void With(int verb, int noun)
    {
        var isTool = Chance(2);
        var with = Add("with", "ADP", 0, "case");
        var the = Add(Pick("a", "the"), "DET", 0, "det");
        var quality = Chance(2) ? Add(Pick(Qualities), "ADJ", 0, "amod") : -1;
        var head = Add(Pick(isTool ? Tools : Parts), "NOUN", isTool ? verb : noun, isTool ? "obl" : "nmod");
        foreach (var dependent in new[] { with, the, quality }.Where(dependent => dependent >= 0))
            SetHead(dependent, head);
    }

    private void Phrase(string preposition, int head, string relation, bool isPlace)
    {
        var adposition = Add(preposition, "ADP", 0, "case");
        var noun = isPlace && Chance(2) ? Name(Places, "LOC", relation) : NounPhrase(relation, mayBeLong: false);
        SetHead(noun, head);
        SetHead(adposition, noun);
    }

    private int NounPhrase(string relation, bool mayBeLong)
    {
        switch (_random.Next(mayBeLong ? 6 : 4))
        {
            case 0:
                var pronoun = relation == "nsubj" ? Pick("she", "he", "they") : Pick("her", "him", "them");
                return Add(pronoun, "PRON", 0, relation);
            case 4:
                var first = Name(Persons, "PER", relation);
                if (Chance(2))
                {
                    _words[^1] = _words[^1] with { Entity = "B-PER" };
                    Add(Pick(Families), "PROPN", first, "flat", "I-PER");
                }
                return first;
            case 5:
                var firm = Name(Firms, "ORG", relation);
                Add(Pick("Press", "Works", "Bank"), "PROPN", firm, "flat", "I-ORG");
                return firm;
            default:
                var determiner = Add(Pick("the", "a", "this"), "DET", 0, "det");
                var quality = Chance(3) ? Add(Chance(4) ? Made("ous") : Pick(Qualities), "ADJ", 0, "amod") : -1;
                var noun = Add(Chance(6) ? Made("tion") : Pick(Things), "NOUN", 0, relation);
                SetHead(determiner, noun);
                if (quality >= 0) SetHead(quality, noun);
                if (mayBeLong && Chance(6)) Phrase("of", noun, "nmod", isPlace: true);
                return noun;
        }
    }

    private int Name(string[] names, string label, string relation) =>
        Add(Pick(names), "PROPN", 0, relation, $"B-{label}");

    private int Add(string word, string tag, int head, string relation, string entity = "O")
    {
        _words.Add((word, tag, head, relation, entity));
        return _words.Count;
    }

    private void SetHead(int word, int head) => _words[word - 1] = _words[word - 1] with { Head = head };

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private string Pick(params string[] words) => words[_random.Next(words.Length)];

    private string Made(string ending) =>
        Pick(Stems) + Pick("a", "e", "i", "o", "u") + Pick("", "b", "n", "s", "r") + ending;
}

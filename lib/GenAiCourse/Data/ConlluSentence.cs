using System.Globalization;
using System.Text;
using GenAiCourse.Text;

namespace GenAiCourse.Data;

/// <summary>A sentence of a treebank of Universal Dependencies, as a CoNLL-U file has it.</summary>
/// <remarks>
/// https://universaldependencies.org/format.html. Tokens of several words ("don't" = "do" + "n't") and empty nodes are
/// no words; they are kept, so that <see cref="ToString"/> writes what was read.
/// </remarks>
public sealed class ConlluSentence
{
    private const int Columns = 10;

    // Comments, ranges of words and empty nodes, each before the word with its index.
    private readonly List<(int Before, string Line)> _others;

    private ConlluSentence(List<ConlluWord> words, List<(int Before, string Line)> others)
    {
        Words = words;
        _others = others;
    }

    /// <summary>The words, in order.</summary>
    public IReadOnlyList<ConlluWord> Words { get; }

    /// <summary>The sentence as it was written: the comment <c># text</c>; null without one.</summary>
    public string? Text => Comment("text");

    /// <summary>The value of a comment <c># key = value</c>; null when there is none.</summary>
    public string? Comment(string key) => _others
        .Where(other => other.Line.StartsWith($"# {key} = ", StringComparison.Ordinal))
        .Select(other => other.Line[(key.Length + 5)..])
        .FirstOrDefault();

    /// <summary>The tokens as they are written, where a token of several words counts once ("don't").</summary>
    public IReadOnlyList<string> Tokens
    {
        get
        {
            var tokens = new List<string>();
            var covered = 0;
            var ranges = _others.Where(other => IsRange(other.Line))
                .ToLookup(other => other.Before, other => other.Line);
            for (var i = 0; i < Words.Count; i++)
            {
                if (ranges[i].FirstOrDefault() is { } range)
                {
                    var fields = range.Split('\t');
                    tokens.Add(fields[1]);
                    covered = int.Parse(fields[0].AsSpan(fields[0].IndexOf('-') + 1), CultureInfo.InvariantCulture);
                }
                else if (i >= covered)
                {
                    tokens.Add(Words[i].Form);
                }
            }
            return tokens;
        }
    }

    /// <summary>The words with their universal parts of speech, for a tagger.</summary>
    public TaggedSentence ToTagged() => new([.. Words.Select(word => word.Form)], [.. Words.Select(word => word.Upos)]);

    /// <summary>The words with their universal parts of speech and the tree over them, for a parser.</summary>
    /// <exception cref="ArgumentException">The heads are no tree.</exception>
    public ParsedSentence ToParsed() => new(ToTagged(), new DependencyTree(
        [.. Words.Select(word => word.Head)], [.. Words.Select(word => word.Relation)]));

    /// <summary>Reads the sentences of a file one by one.</summary>
    /// <param name="path">The file, plain or packed as <c>.gz</c>, in UTF-8.</param>
    /// <exception cref="InvalidDataException">A line is no CoNLL-U; the message names it.</exception>
    public static IEnumerable<ConlluSentence> Read(string path)
    {
        var name = Path.GetFileName(path);
        var lines = new List<string>();
        var number = 0;
        foreach (var line in CourseData.Lines(path).Append(""))
        {
            number++;
            if (line.Length > 0)
            {
                lines.Add(line);
                continue;
            }
            if (lines.Count > 0) yield return Parse(lines, name, number - lines.Count);
            lines.Clear();
        }
    }

    /// <summary>The sentence in CoNLL-U, as it was read, without the blank line that ends it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var i = 0; i <= Words.Count; i++)
        {
            foreach (var (_, line) in _others.Where(other => other.Before == i)) text.Append(line).Append('\n');
            if (i == Words.Count) break;
            var word = Words[i];
            text.AppendJoin('\t', i + 1, word.Form, word.Lemma, word.Upos, word.Xpos, word.Features, word.Head,
                word.Relation, word.Enhanced, word.Miscellaneous).Append('\n');
        }
        return text.ToString();
    }

    private static bool IsRange(string line) =>
        line[0] != '#' && line.AsSpan(0, line.IndexOf('\t', StringComparison.Ordinal)).Contains('-');

    private static ConlluSentence Parse(List<string> lines, string name, int first)
    {
        var words = new List<ConlluWord>();
        var others = new List<(int, string)>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i][0] == '#')
            {
                others.Add((words.Count, lines[i]));
                continue;
            }
            var fields = lines[i].Split('\t');
            InvalidDataException Wrong(string expected, string got) =>
                new($"{name}, line {first + i}: expected {expected}, got {got}");
            if (fields.Length != Columns) throw Wrong("ten columns between tabs", $"{fields.Length}");
            if (fields[0].AsSpan().ContainsAny('-', '.'))
            {
                others.Add((words.Count, lines[i]));
                continue;
            }
            if (fields[0] != (words.Count + 1).ToString(CultureInfo.InvariantCulture))
                throw Wrong($"word {words.Count + 1}", $"\"{fields[0]}\"");
            if (!int.TryParse(fields[6], NumberStyles.None, CultureInfo.InvariantCulture, out var head))
                throw Wrong("the number of the head", $"\"{fields[6]}\"");
            words.Add(new ConlluWord(
                fields[1], fields[2], fields[3], fields[4], fields[5], head, fields[7], fields[8], fields[9]));
        }
        if (words.FindIndex(word => word.Head > words.Count) is var wrong and >= 0)
            throw new InvalidDataException(
                $"{name}, in the sentence at line {first}: word {wrong + 1} depends on word "
                + $"{words[wrong].Head} of {words.Count}");
        return new ConlluSentence(words, others);
    }
}

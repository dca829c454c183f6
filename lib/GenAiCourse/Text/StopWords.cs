using System.Collections.Frozen;

namespace GenAiCourse.Text;

/// <summary>Words that hold a sentence together and say little about its subject: "the", "of", "would".</summary>
/// <remarks>
/// Made from the closed classes of English words (Quirk and others, 1985, A Comprehensive Grammar of the English
/// Language, chapter 2), not from counts, so that it says why a word stands in it and fits any text. A list must fit
/// the tokenizer (Nothman, Qin and Yurchak, 2018, https://aclanthology.org/W18-2502): contractions are here whole, with
/// ' or ’, and as the pieces that stay when a tokenizer cuts at the apostrophe. Ask before stemming. Leave the class
/// "negations" out where the sign of a sentence matters.
/// </remarks>
public static class StopWords
{
    /// <summary>The words by their class, each in one class only, in lower case; contractions with '.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> EnglishByClass { get; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["determiners"] = Words("""
                a an the this that these those each every either some any all both half several enough such another
                other others same many much more most few fewer less least own
                """),
            ["pronouns"] = Words("""
                i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she
                her hers herself it its itself they them their theirs themselves one oneself someone somebody something
                anyone anybody anything everyone everybody everything
                """),
            ["questions and relatives"] = Words("""
                who whom whose which what when where why how whoever whomever whichever whatever whenever wherever
                however
                """),
            ["prepositions"] = Words("""
                about above across after against along among amongst around as at before behind below beneath beside
                besides between beyond by despite down during except for from in inside into like near of off on onto
                out outside over past per since through throughout till to toward towards under underneath until up
                upon via with within without
                """),
            ["conjunctions"] = Words("""
                and or but so yet if unless because although though while whilst whereas whether than then once lest
                therefore thus hence
                """),
            ["auxiliaries"] = Words("""
                be am is are was were been being have has had having do does did doing done can could may might must
                shall should will would ought
                """),
            ["negations"] = Words("no not nor neither none never nobody nothing nowhere cannot"),
            ["adverbs"] = Words("""
                here there now again also too very just only even ever still already almost quite rather perhaps
                further else
                """),
            ["contractions"] = Words("""
                i'm i've i'll i'd you're you've you'll you'd he's he'll he'd she's she'll she'd it's it'll it'd we're
                we've we'll we'd they're they've they'll they'd that's that'll that'd there's there'll here's who's
                who'll who'd what's what'll where's when's why's how's let's could've should've would've might've
                must've
                """),
            ["negated contractions"] = Words("""
                isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't can't couldn't mayn't mightn't
                mustn't shan't shouldn't won't wouldn't oughtn't needn't daren't ain't
                """),
            ["pieces of contractions"] = Words("""
                s t d m ll re ve isn aren wasn weren haven hasn hadn don doesn didn couldn mightn mustn shan shouldn
                wouldn oughtn needn ain
                """),
        };

    /// <summary>All the words; upper and lower case are one, and so are ' and ’.</summary>
    public static IReadOnlySet<string> English { get; } = EnglishByClass.Values.SelectMany(words => words)
        .SelectMany(word => new[] { word, word.Replace('\'', '\u2019') })
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static string[] Words(string words) =>
        words.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
}

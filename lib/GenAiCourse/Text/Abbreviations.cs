using System.Collections.Frozen;

namespace GenAiCourse.Text;

/// <summary>Which words own the period or the hyphen that they carry.</summary>
internal static class Abbreviations
{
    // Before a number, so that no sentence ends here.
    private static readonly FrozenSet<string> BeforeNumbers = Set("fig figs eq vol vols no nos pp sec ch art");

    // Before a name or something else.
    private static readonly FrozenSet<string> Titles = Set("""
        mr mrs ms messrs dr drs prof rev hon gen col lt sgt capt cmdr maj brig adm gov pres rep reps sen sens st ste
        mt ft vs ed eds dept approx cf viz ie eg supt insp cpl pvt fr sr
        """);

    // Anywhere, a sentence's end included.
    private static readonly FrozenSet<string> Others = Set("""
        inc ltd corp co bros llc plc jr esq phd etc al ave blvd rd hwy bldg apt ext tel dist assn assoc
        jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
        ala ariz ark calif colo conn del fla ill ind kan ky la mass md mich minn miss mont neb nev okla ont ore pa penn
        tenn tex va vt wash wis wyo ca min max avg est misc orig incl excl attn intl univ pop wt ht
        """);

    // Words that are also names or words of their own, and mostly those.
    private static readonly FrozenSet<string> AlsoWords = Set("""
        ed mar sat sun mon wed la pa ill ind mass miss del wash ore co ext max min pop st mt ft fr sr
        """);

    private static readonly FrozenSet<string> Prefixes = Set("""
        e a anti pre non co re un de mis ex mid multi semi sub super ultra inter intra micro mini mega over under
        counter post pro pseudo bi tri uni neo
        """);

    // Words that begin sentences more often than they go on after an abbreviation.
    private static readonly FrozenSet<string> Starters = Set("""
        the a an this that these those it he she we they i you my our your his her its their there here if when while
        after before as in on at for from by with but and so then however also although because since what who how why
        where which please thanks
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NumberLookup = Lookup(BeforeNumbers);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TitleLookup = Lookup(Titles);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OtherLookup = Lookup(Others);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WordLookup = Lookup(AlsoWords);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PrefixLookup = Lookup(Prefixes);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StarterLookup = Lookup(Starters);

    /// <summary>Whether a number is to follow: "Fig.", "No.".</summary>
    public static bool IsBeforeNumber(ReadOnlySpan<char> word) => NumberLookup.Contains(word);

    /// <summary>Whether a name is to follow: "Dr.".</summary>
    public static bool IsTitle(ReadOnlySpan<char> word) => TitleLookup.Contains(word);

    /// <summary>Whether the word is shortened, and may end a sentence: "Inc.", "etc.".</summary>
    public static bool IsOther(ReadOnlySpan<char> word) => OtherLookup.Contains(word);

    /// <summary>Whether the letters are a word of their own too: "no", "sun".</summary>
    public static bool IsWord(ReadOnlySpan<char> word) => WordLookup.Contains(word);

    /// <summary>Whether a sentence is likely to begin with this word.</summary>
    public static bool IsStarter(ReadOnlySpan<char> word) => StarterLookup.Contains(word);

    /// <summary>Whether a word is one letter: an initial, or a part of "U.S.".</summary>
    public static bool IsInitial(ReadOnlySpan<char> word) => word.Length == 1 && char.IsLetter(word[0]);

    /// <summary>Whether the period at <paramref name="end"/> belongs to the word before it.</summary>
    public static bool KeepsPeriod(string text, int start, int end)
    {
        var word = text.AsSpan(start..end);
        if (word[^1] == '.' || (end + 1 < text.Length && text[end + 1] == '.')) return false;
        if (IsBeforeNumber(word)) return NextIs(text, end + 1, char.IsDigit);
        if (WordLookup.Contains(word))
            return char.IsUpper(word[0]) && NextIs(text, end + 1, IsNameOrNumber) && (IsTitle(word) || IsOther(word));
        if (TitleLookup.Contains(word) || OtherLookup.Contains(word)) return true;
        return IsInitial(word) && char.IsUpper(word[0]) && word[0] != 'I' && NextIs(text, end + 1, IsNameOrNumber);
    }

    /// <summary>Whether a word with a hyphen stays whole where others are cut: "e-mail", "anti-gay", "F-16".</summary>
    public static bool KeepsHyphen(ReadOnlySpan<char> word)
    {
        var hyphen = word.IndexOf('-');
        return hyphen > 0 && PrefixLookup.Contains(word[..hyphen]) && word[(hyphen + 1)..].IndexOf('-') < 0;
    }

    private static bool IsNameOrNumber(char first) => char.IsUpper(first) || char.IsDigit(first);

    private static bool NextIs(string text, int at, Func<char, bool> matches)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at < text.Length && matches(text[at]);
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(FrozenSet<string> set) =>
        set.GetAlternateLookup<ReadOnlySpan<char>>();
}

using System.Collections.Frozen;

namespace GenAiCourse.Text;

/// <summary>Lemmas of adjectives and adverbs in lower case: what is compared.</summary>
internal static class DegreeLemmas
{
    private static readonly FrozenDictionary<string, string> Adjectives = LemmaTables.Forms("""
        good: better best; bad: worse worst; far: farther farthest further furthest; little: littler littlest
        old: elder eldest; late: latter; dry: drier driest; shy: shier shiest shyer shyest; sly: slyer slyest
        few: fewer fewest; free: freer freest; less: lesser
        """);

    private static readonly FrozenDictionary<string, string> Adverbs = LemmaTables.Forms("""
        well: better best; badly: worse worst; far: farther farthest further furthest
        """);

    // Words that are compared by an ending; those in -y follow a rule.
    private static readonly FrozenSet<string> Compared = LemmaTables.Set("""
        able big bitter black blue bold brave brief bright broad brown calm cheap clean clear clever close cold cool
        coarse crazy crisp cruel cute damp dark dear deep dense dim dirty drunk dry dull dumb eager early fair faint
        fancy fast fat few fierce fine firm fit flat fond frank fresh full gentle grand grave great green grey gray
        gross hard harsh high hip hot huge humble keen kind large late lean light long loose loud low mad mean mellow
        mild modest moist narrow near neat new nice noble odd old pale plain polite poor proud pure quick quiet rare
        raw red rich ripe rough round rude sad safe sane scarce severe sharp short shallow shrewd sick simple sincere
        slight slim slow small smart smooth sober soft solid soon sore sour sparse stale steep stern stiff straight
        strange strict strong stupid subtle sweet swift tall tame tan tart tender tense thick thin tight tough true
        ugly vague vast warm weak weird wet white wide wild wise young
        """);

    public static string OfAdjective(string word) =>
        Adjectives.TryGetValue(word, out var lemma) ? lemma : Positive(word);

    public static string OfAdverb(string word) => Adverbs.TryGetValue(word, out var lemma) ? lemma : Positive(word);

    private static string Positive(string word)
    {
        var ending = word.EndsWith("est", StringComparison.Ordinal) ? 3
            : word.EndsWith("er", StringComparison.Ordinal) ? 2 : 0;
        if (ending == 0 || word.Length < ending + 3) return word;
        var stem = word[..^ending];
        if (stem[^1] == 'i' && word is not ("premier" or "cavalier")) return stem[..^1] + "y";
        if (Compared.Contains(stem)) return stem;
        if (Compared.Contains(stem + "e")) return stem + "e";
        return stem[^1] == stem[^2] && Compared.Contains(stem[..^1]) ? stem[..^1] : word;
    }
}

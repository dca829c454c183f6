using System.Collections.Frozen;

namespace GenAiCourse.Text;

/// <summary>Lemmas of common nouns in lower case.</summary>
internal static class NounLemmas
{
    private static readonly FrozenDictionary<string, string> Irregular = LemmaTables.Forms("""
        man: men; woman: women; child: children; foot: feet; tooth: teeth; goose: geese; mouse: mice; louse: lice
        ox: oxen; die: dice; penny: pence; brother: brethren; person: persons; life: lives; wife: wives; knife: knives
        leaf: leaves; shelf: shelves; half: halves; thief: thieves; wolf: wolves; loaf: loaves; self: selves
        calf: calves; elf: elves; hoof: hooves; scarf: scarves; wharf: wharves; bookshelf: bookshelves
        criterion: criteria; phenomenon: phenomena; datum: datums; medium: mediums; bacterium: bacteria
        curriculum: curricula; memorandum: memoranda; addendum: addenda; stratum: strata; analysis: analyses
        crisis: crises; thesis: theses; hypothesis: hypotheses; basis: bases; oasis: oases; diagnosis: diagnoses
        prognosis: prognoses; synthesis: syntheses; parenthesis: parentheses; emphasis: emphases; axis: axes
        neurosis: neuroses; psychosis: psychoses; paralysis: paralyses; synopsis: synopses; catharsis: catharses
        index: indices; matrix: matrices; vertex: vertices; appendix: appendices; vortex: vortices; codex: codices
        alumnus: alumni; stimulus: stimuli; fungus: fungi; nucleus: nuclei; cactus: cacti; radius: radii; locus: loci
        syllabus: syllabi; focus: foci; bacillus: bacilli; formula: formulae; larva: larvae; vertebra: vertebrae
        antenna: antennae; alga: algae; quiz: quizzes; shoe: shoes; toe: toes; foe: foes; hoe: hoes; canoe: canoes
        ache: aches; headache: headaches; toothache: toothaches; cache: caches; niche: niches; avalanche: avalanches
        mustache: mustaches; quiche: quiches; psyche: psyches; creche: creches; axe: axes; bus: buses busses
        gas: gases gasses; ski: skis; lens: lenses; atlas: atlases; canvas: canvases; bias: biases; alias: aliases
        iris: irises
        yes: yeses; plus: pluses; thermos: thermoses; cosmos: cosmoses; christmas: christmases; waltz: waltzes
        passerby: passersby; sister-in-law: sisters-in-law; mother-in-law: mothers-in-law; attorney: attorneys
        """);

    // Plurals in -ies of words in -ie.
    private static readonly FrozenSet<string> InIe = LemmaTables.Set("""
        movies cookies ties pies lies calories zombies pixies brownies smoothies selfies hippies rookies cuties dies
        goalies genies hoodies veggies birdies doggies kiddies junkies aunties newbies freebies groupies prairies
        eeries neckties magpies bookies boogies collies talkies indies foodies techies sorties lassies
        """);

    // In -uses: -us and not -use.
    private static readonly FrozenSet<string> InUs = LemmaTables.Set("""
        bus virus status bonus campus focus census corpus genius radius circus chorus surplus sinus fetus cactus
        octopus lotus apparatus nexus exodus consensus walrus hiatus minibus omnibus terminus crocus discus mucus
        abacus stylus syllabus nucleus stimulus
        """);

    // Words that end in s and have no other form, or the same in the plural.
    private static readonly FrozenSet<string> Same = LemmaTables.Set("""
        news series species means politics physics mathematics economics ethics athletics aerobics electronics
        gymnastics statistics linguistics logistics mechanics dynamics genetics graphics diabetes measles rabies
        headquarters crossroads barracks gallows chassis corps lens gas bus yes bias atlas canvas alias cosmos thermos
        christmas pancreas trousers pants jeans shorts scissors glasses clothes thanks pyjamas pajamas tights tongs
        tweezers pliers binoculars goggles sunglasses premises savings earnings surroundings outskirts goods customs
        arms texas as is was this us ours its whereabouts chaos kudos troops tenterhooks panties ethos pathos logos
        asbestos rhinoceros tennis iris analysis basis feces amends regards condolences
        """);

    public static string Of(string word)
    {
        if (word.EndsWith("'s", StringComparison.Ordinal)) word = word[..^2];
        if (Irregular.TryGetValue(word, out var lemma)) return lemma;
        if (word.EndsWith("men", StringComparison.Ordinal) && word.Length > 5
            && word is not ("specimen" or "regimen" or "abdomen" or "semen" or "acumen")) return word[..^2] + "an";
        return word.Length < 3 || !word.EndsWith('s') || Same.Contains(word) ? word : Singular(word);
    }

    private static string Singular(string word)
    {
        bool Ends(string ending) => word.EndsWith(ending, StringComparison.Ordinal);
        if (Ends("ss") || Ends("us") || Ends("is")) return word;
        if (Ends("ies")) return InIe.Contains(word) ? word[..^1] : word.Length == 4 ? word[..^1] : word[..^3] + "y";
        if (Ends("uses") && InUs.Contains(word[..^2])) return word[..^2];
        if (Ends("sses") || Ends("shes") || Ends("ches") || Ends("xes") || Ends("oes") || Ends("tzes") || Ends("zzes"))
            return word[..^2];
        return char.IsDigit(word[^2]) ? word : word[..^1];      // "1990s"
    }
}

using System.Collections.Frozen;

namespace GenAiCourse.Text;

/// <summary>Verbs whose forms no rule gives.</summary>
internal static class VerbForms
{
    /// <summary>From form to lemma, of irregular verbs without a prefix.</summary>
    public static FrozenDictionary<string, string> Irregular { get; } = LemmaTables.Forms("""
        be: am is are was were been being 'm 're 's ai; let: let's; have: has had having 've; do: does did done doing
        will: wo 'll; would: 'd; can: ca could; shall: sha; may: might
        abide: abode; arise: arose arisen; awake: awoke awoken; bear: bore borne; beat: beaten; become: became
        befall: befell; begin: began begun; bend: bent; bet: bets; bid: bade bidden; bind: bound; bite: bit bitten
        bleed: bled; blow: blew blown; break: broke broken; breed: bred; bring: brought; build: built; burn: burnt
        buy: bought; cast: casts; catch: caught; choose: chose chosen; cling: clung; come: came; creep: crept
        deal: dealt; dig: dug; draw: drew drawn; dream: dreamt; drink: drank drunk; drive: drove driven; dwell: dwelt
        eat: ate eaten; fall: fell fallen; feed: fed; feel: felt; fight: fought; find: found; flee: fled; fling: flung
        fly: flew flown; forbid: forbade forbidden; forget: forgot forgotten; forgive: forgave forgiven
        freeze: froze frozen; get: got gotten; give: gave given; go: goes went gone; grind: ground; grow: grew grown
        hang: hung; hear: heard; hide: hid hidden; hold: held; keep: kept; kneel: knelt; know: knew known; lay: laid
        lead: led; lean: leant; leap: leapt; learn: learnt; leave: left; lend: lent; lie: lain lying lied
        light: lit; lose: lost; make: made; mean: meant; meet: met; mistake: mistook mistaken; pay: paid; plead: pled
        prove: proven; ride: rode ridden; ring: rang rung; rise: rose risen; run: ran; say: said; see: saw seen
        seek: sought; sell: sold; send: sent; sew: sewn; shake: shook shaken; shave: shaven; shear: shorn; shed: sheds
        shine: shone; shoot: shot; show: shown; shrink: shrank shrunk; sing: sang sung; sink: sank sunk; sit: sat
        slay: slew slain; sleep: slept; slide: slid; sling: slung; smell: smelt; sneak: snuck; sow: sown; speak: spoke
        speak: spoken; speed: sped; spell: spelt; spend: spent; spill: spilt; spin: spun; spit: spat; spoil: spoilt
        spring: sprang sprung; stand: stood; steal: stole stolen; stick: stuck; sting: stung; stink: stank stunk
        stride: strode; strike: struck stricken; string: strung; strive: strove striven; swear: swore sworn
        sweep: swept; swell: swollen; swim: swam swum; swing: swung; take: took taken; teach: taught; tear: tore torn
        tell: told; think: thought; thrive: throve; throw: threw thrown; tread: trod trodden; wake: woke woken
        wear: wore worn; weave: wove woven; weep: wept; win: won; wind: wound; withdraw: withdrew withdrawn
        wring: wrung; write: wrote written
        die: dying died dies; tie: tying tied ties; vie: vying vied vies; lie: lies; dye: dyeing dyed; eye: eyeing eyed
        ski: skiing skied skis; shoe: shoeing shod; hoe: hoeing; toe: toeing toed; age: aging ageing; singe: singeing
        bus: busing bused buses; gas: gassing gassed gasses; quiz: quizzing quizzed quizzes; focus: focuses focusses
        agree: agreed; disagree: disagreed; free: freed; guarantee: guaranteed; decree: decreed; referee: refereed
        oversee: oversaw overseen; foresee: foresaw foreseen; flee: fleed; see: seeing; go: gon; want: wan; get: got
        bias: biased biasing biases; offset: offsets; bring: brings; panic: panicked panicking; let: lemme; give: gim
        """);

    /// <summary>Prefixes of irregular verbs: "understood" is under + stood.</summary>
    public static string[] Prefixes { get; } =
    [
        "under", "over", "with", "fore", "out", "mis", "inter", "re", "un", "up", "be", "de", "en",
    ];

    /// <summary>Verbs of more than one syllable that end in e, without it, where the rules would not add it.</summary>
    public static FrozenSet<string> WithE { get; } = LemmaTables.Set("""
        explor ignor restor ador deplor implor interfer adher persever postpon condon dethron telephon clon interven
        conven reconven contraven renam inflam becom overcom welcom complet delet compet deplet invit excit unit reunit
        recit ignit expedit rewrit overwrit underwrit promot devot denot connot demot quot misquot preced conced reced
        imped supersed interced seced escap landscap reshap inhal exhal upscal consol cajol breath bath cloth loath
        sooth seeth writh tast wast past hast chang arrang exchang rearrang derang interchang challeng aveng reveng
        plung loung lung cring hing fring infring spong creat recreat procreat guid misguid sever
        cach ach recip wip typ retyp prototyp
        phon microwav intrigu rescu ensu pursu issu evacu continu valu devalu argu glu su du subdu imbu plagu leagu
        forgiv retriev engag manag besieg fatigu acquir requir inquir hypothesiz outsourc
        mut commut comput salut refut disput tribut attribut contribut distribut execut persecut prosecut
        """);

    /// <summary>Verbs that end as if they had lost an e and have not.</summary>
    public static FrozenSet<string> WithoutE { get; } = LemmaTables.Set("""
        focus refocus canvas bus gas bias plus debut ruin origin margin overwhelm profit visit edit limit exhibit audit
        credit exit benefit inherit deposit solicit prohibit orbit inhibit spirit merit vomit pilot pivot ballot carrot
        target market budget interpret reset bracket ticket blanket rocket socket trumpet quiet waltz blitz quartz
        gossip worship develop gallop envelop wallop combat format sweat murmur sulfur occur rebut wool pencil council
        peril program exam custom blossom fathom telegram anagram period bayonet disquiet riot chariot elicit
        """);

    /// <summary>Verbs of more than one syllable in one l, which they double: "controlled".</summary>
    public static FrozenSet<string> DoublingL { get; } = LemmaTables.Set("""
        control patrol compel expel propel repel dispel impel excel rebel cancel label model travel level fuel signal
        total equal rival marvel quarrel counsel channel tunnel shovel parcel pencil fulfil distil instil appal enrol
        dial initial spiral trial
        """);
}

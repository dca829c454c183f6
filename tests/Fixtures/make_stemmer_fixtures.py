"""stemmer.json: 2,000 distinct words with the stems that NLTK's stemmers give them.

The words: the hand-picked list below (suffix rules and exceptions of Porter and
Porter2), then corpus tokens of three or more letters: the most frequent ones (ties:
ordinal) up to 1,500 words in all, then every k-th of the remaining ones.
"""
import sys
import os
from collections import Counter

import nltk
from nltk.stem.porter import PorterStemmer
from nltk.stem.snowball import SnowballStemmer

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Benchmarks", "Peers", "classic"))
from common import arguments, write_fixture
from corpus import documents, tokens

PEER = f"nltk {nltk.__version__}"
SIZE = 2000

HAND = """a i is as at be we by sky ski skis skies dying lying tying idly gently ugly early only singly
news howe atlas cosmos bias andes inning outing canning herring earring proceed exceed succeed
inningly caresses ponies ties caress cats gas this kiwis gaps feed agreed plastered bled motoring
sing conflated troubled sized hopping tanned falling hissing fizzed failing filing happy sky cry
say by relational conditional rational valenci hesitanci digitizer conformabli radicalli
differentli vileli analogousli vietnamization predication operator feudalism decisiveness
hopefulness callousness formaliti sensitiviti sensibiliti triplicate formative formalize
electriciti electrical hopeful goodness revival allowance inference airliner gyroscopic adjustable
defensible irritant replacement adjustment dependent adoption homologou communism activate
angulariti homologous effective bowdlerize probate rate cease controll roll generalizations
oscillators generate generates generating general generally generic generically generous
generously communication communism community arsenal arsenic consist consisted consistency
consistent consistently consisting consists consolation knack knackeries knaves knavish kneaded
kneeling knightly knitting knots knotted eed ed ing ly y yes youth boyish says beautiful beauty
being been seeing agreement disagreeing hoping hoped hop luxuriated hesitation analogically
apologies logical ideology biologist tracing controlling enrolled nationally argued arguing
argument organisation organization organise organized digitised realised fluently
abruptly slyly dryly shyness happier happiest easily flies died die dies lie lies tie eaten
bees trees freed agreeably abilities ability able unable availability possibly
possibilities nonsense tenses houses horses boxes matches dishes buses quizzes classes glasses
geese mice children running runs ran runner biggest bigger swimming planned planning stopped
referring preferred occurred beginning visited enter entering lengthening loneliness
relativistic relativity subtle subtly wholly fully dully duly truly""".split()


def fixture_words(words):
    ranked = [w for w, _ in sorted(Counter(words).items(), key=lambda kv: (-kv[1], kv[0])) if len(w) > 2]
    chosen = list(dict.fromkeys(HAND))
    have = set(chosen)
    rest = []
    for w in ranked:
        if w in have:
            continue
        if len(chosen) < 1500:
            chosen.append(w)
        else:
            rest.append(w)
    step = len(rest) // (SIZE - len(chosen))
    return chosen + rest[::step][:SIZE - len(chosen)]


def main():
    args = arguments()
    words = [w for d in documents(args.dotnet) for w in tokens(d.text)]
    stemmers = {
        "porter_original": PorterStemmer(PorterStemmer.ORIGINAL_ALGORITHM),
        "porter_nltk": PorterStemmer(),
        "porter_martin": PorterStemmer(PorterStemmer.MARTIN_EXTENSIONS),
        "snowball_english": SnowballStemmer("english"),
    }
    chosen = fixture_words(words)
    assert len(chosen) == len(set(chosen)) == SIZE
    write_fixture(args.fixtures, "stemmer.json", {
        "peer": PEER,
        "stemmers": {
            "porter_original": "PorterStemmer(mode=ORIGINAL_ALGORITHM), Porter 1980 as published",
            "porter_nltk": "PorterStemmer(), the default: NLTK_EXTENSIONS",
            "porter_martin": "PorterStemmer(mode=MARTIN_EXTENSIONS), with the author's later changes",
            "snowball_english": "SnowballStemmer('english'), Porter2",
        },
        "columns": ["word", *stemmers],
        "rows": [[w, *(s.stem(w) for s in stemmers.values())] for w in chosen],
    })


if __name__ == "__main__":
    main()

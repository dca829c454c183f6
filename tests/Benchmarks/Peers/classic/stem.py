"""NLTK's stemmers on the 2,000 words of stemmer.json, fifty times over: the peer of StemmerWorkload.cs.

Prints one JSON line a stemmer, as the C# side does; the letters of all stems go to stderr, so that the two sides can
be seen to do the same work (Snowball 3 has rules that NLTK's English stemmer has not: there they differ a little).
BENCH_SECONDS (10) and BENCH_MIN (7) mean what they mean there. Needs python3-nltk.
"""
import json
import os
import pathlib
import statistics
import sys
import time

import nltk
from nltk.stem.porter import PorterStemmer
from nltk.stem.snowball import SnowballStemmer

REPETITIONS = 50
FIXTURE = pathlib.Path(__file__).resolve().parents[3] / "Fixtures" / "stemmer.json"
SECONDS = float(os.environ.get("BENCH_SECONDS", 10))
LEAST = int(os.environ.get("BENCH_MIN", 7))


def main():
    words = [row[0] for row in json.loads(FIXTURE.read_text(encoding="utf-8"))["rows"]]
    for name, stemmer in (
        ("stem_porter_published", PorterStemmer(PorterStemmer.ORIGINAL_ALGORITHM)),
        ("stem_porter_revised", PorterStemmer(PorterStemmer.MARTIN_EXTENSIONS)),
        ("stem_porter2", SnowballStemmer("english")),
    ):
        times, start = [], time.perf_counter()
        while len(times) < LEAST or time.perf_counter() - start < SECONDS:
            begin = time.perf_counter()
            letters = 0
            for _ in range(REPETITIONS):
                for word in words:
                    letters += len(stemmer.stem(word))
            times.append(time.perf_counter() - begin)
        rate = REPETITIONS * len(words) / statistics.median(times)
        print(json.dumps({"name": name, "value": round(rate, 3), "unit": "words/s"}), flush=True)
        print(f"# {name}: nltk {nltk.__version__}, n={len(times)} letters={letters}", file=sys.stderr)


if __name__ == "__main__":
    main()

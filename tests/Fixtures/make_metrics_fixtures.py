"""metrics.json: BLEU (nltk), ROUGE-1/2/L, edit distances, perplexity, word error rate and
classification and ranking metrics, each with its inputs.

BLEU is nltk's sentence_bleu and corpus_bleu with 4-gram weights (and a few others) and
SmoothingFunction methods 0 to 7; tokens are the strings split at white space.
ROUGE follows the classic definitions on lower-case [a-z0-9]+ tokens, no stemming:
  ROUGE-N  overlap = sum over n-grams of min(count in candidate, count in reference);
           precision = overlap / candidate n-grams, recall = overlap / reference n-grams
  ROUGE-L  the same with the length of the longest common subsequence
  F = 2 P R / (P + R); a quotient with denominator 0 is 0
  ROUGE-Lsum splits both texts at line feeds and takes the union of the longest common
  subsequences of each reference line with the candidate lines, each token used at most as
  often as it occurs
Edit distances count UTF-16 code units' worth of characters only on text without surrogate
pairs; so the code-point distances given here hold for .NET strings too.
"""
import math
import os
import re
import sys
import warnings
from collections import Counter

import nltk
import numpy as np
import sklearn
from nltk.metrics.distance import edit_distance, jaro_similarity, jaro_winkler_similarity
from nltk.translate.bleu_score import SmoothingFunction, corpus_bleu, modified_precision, sentence_bleu
from sklearn import metrics as skm

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Benchmarks", "Peers", "classic"))
from common import arguments, write_fixture

PEER = f"nltk {nltk.__version__}, scikit-learn {sklearn.__version__}"
WEIGHTS = {"1": (1.0,), "2": (0.5, 0.5), "3": (1 / 3, 1 / 3, 1 / 3), "4": (0.25, 0.25, 0.25, 0.25)}

PAIRS = [  # candidate, references
    ("the cat sat on the mat", ["the cat sat on the mat"]),
    ("the the the the the the the", ["the cat is on the mat", "there is a cat on the mat"]),
    ("It is a guide to action which ensures that the military always obeys the commands of the party",
     ["It is a guide to action that ensures that the military will forever heed Party commands",
      "It is the guiding principle which guarantees the military forces always being under the command of the Party",
      "It is the practical guide for the army always to heed the directions of the party"]),
    ("It is to insure the troops forever hearing the activity guidebook that party direct",
     ["It is a guide to action that ensures that the military will forever heed Party commands",
      "It is the guiding principle which guarantees the military forces always being under the command of the Party",
      "It is the practical guide for the army always to heed the directions of the party"]),
    ("he read the book because he was interested in world history", ["he was interested in world history because he read the book"]),
    ("returns a new array that holds the sorted elements", ["returns a new sorted array of the elements"]),
    ("completely different words here now", ["nothing in common with that one"]),
    ("short", ["a much longer reference sentence than the candidate"]),
    ("a b", ["a b c d"]),
    ("a b c d e f g h", ["a b c d"]),
    ("the model predicts the next token", ["the model predicts the next word", "a model that predicts the following token"]),
    ("one two three four five six seven eight nine ten", ["one two three four five seven six eight nine ten"]),
]

SUMMARIES = PAIRS + [
    ("", ["empty candidate"]),
    ("Police killed the gunman", ["police kill the gunman"]),
    ("the gunman kill police", ["police kill the gunman"]),
    ("The cats' eyes: 2 green eyes!", ["Two green eyes, the cat's eyes."]),
    ("first line of text\nsecond line follows\nand a third", ["the first line\nsecond line is here\nthird and last line"]),
]

WORDS = [("", ""), ("", "abc"), ("kitten", "sitting"), ("flaw", "lawn"), ("saturday", "sunday"), ("intention", "execution"),
         ("gumbo", "gambol"), ("abc", "acb"), ("abcdef", "badcfe"), ("a", "b"), ("same", "same"), ("caf\u00e9", "cafe"),
         ("\u4f60\u597d\u4e16\u754c", "\u4f60\u597d\u5417"), ("martha", "marhta"), ("dixon", "dicksonx"), ("ca", "abc"),
         ("Vector256.WidenLower", "Vector512.WidenUpper"), ("x" * 50, "x" * 40 + "y" * 20)]

SEQUENCES = [[-0.1, -0.2, -0.3], [-2.302585092994046] * 10, [-0.0001, -12.5, -3.3, -0.7], [0.0, 0.0], [-700.0, -800.0, -0.5]]
PROBABILITIES = [[0.5, 0.25, 0.125], [0.1] * 5, [1.0, 1.0], [0.9, 0.01, 0.3, 0.7, 1e-9]]


def bleu():
    smooth = SmoothingFunction()
    methods = {str(i): getattr(smooth, f"method{i}") for i in range(8)}
    rows = []
    for cand, refs in PAIRS:
        c, rs = cand.split(), [r.split() for r in refs]
        row = {"candidate": cand, "references": refs, "sentence_bleu": {}, "smoothed_bleu4": {},
               "modified_precisions": [[p.numerator, p.denominator] for p in
                                       (modified_precision(rs, c, n) for n in (1, 2, 3, 4))]}
        for name, w in WEIGHTS.items():
            row["sentence_bleu"][name] = float(sentence_bleu(rs, c, w))
        for name, m in methods.items():
            try:
                row["smoothed_bleu4"][name] = float(sentence_bleu(rs, c, smoothing_function=m))
            except (ZeroDivisionError, ValueError, AssertionError):  # nltk itself fails on these inputs
                row["smoothed_bleu4"][name] = None
        rows.append(row)
    corpora = []
    for members in ([0, 2, 3, 4], [2, 3], [5, 6, 7], [7, 8, 9, 10, 11], list(range(len(PAIRS)))):
        refs, cands = [[r.split() for r in PAIRS[i][1]] for i in members], [PAIRS[i][0].split() for i in members]
        row = {"pairs": members, "corpus_bleu": {n: float(corpus_bleu(refs, cands, w)) for n, w in WEIGHTS.items()}}
        row["smoothed_bleu4"] = {n: float(corpus_bleu(refs, cands, smoothing_function=methods[n])) for n in "0123"}
        corpora.append(row)
    return {"sentences": rows, "corpora": corpora}


def rouge_tokens(s):
    return re.findall("[a-z0-9]+", s.lower())


def prf(overlap, candidate, reference):
    p = overlap / candidate if candidate else 0.0
    r = overlap / reference if reference else 0.0
    return [p, r, 2 * p * r / (p + r) if p + r else 0.0]


def ngrams(t, n):
    return Counter(tuple(t[i:i + n]) for i in range(len(t) - n + 1))


def lcs_table(a, b):
    t = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            t[i + 1][j + 1] = t[i][j] + 1 if x == y else max(t[i][j + 1], t[i + 1][j])
    return t


def lcs_places(reference, candidate):
    """Positions in the reference of one longest common subsequence."""
    t, i, j, out = lcs_table(reference, candidate), len(reference), len(candidate), set()
    while i and j:
        if reference[i - 1] == candidate[j - 1]:
            out.add(i - 1)
            i, j = i - 1, j - 1
        elif t[i][j - 1] > t[i - 1][j]:
            j -= 1
        else:
            i -= 1
    return out


def rouge_lsum(cand, ref):
    cs, rs = [[rouge_tokens(x) for x in s.split("\n")] for s in (cand, ref)]
    left_c, left_r = Counter(w for x in cs for w in x), Counter(w for x in rs for w in x)
    hits = 0
    for r in rs:
        union = set().union(*(lcs_places(r, c) for c in cs))
        for i in sorted(union):
            if left_c[r[i]] > 0 and left_r[r[i]] > 0:
                hits += 1
                left_c[r[i]] -= 1
                left_r[r[i]] -= 1
    return prf(hits, sum(map(len, cs)), sum(map(len, rs)))


def rouge():
    rows = []
    for cand, refs in SUMMARIES:
        c, r = rouge_tokens(cand), rouge_tokens(refs[0])
        row = {"candidate": cand, "reference": refs[0]}
        for n in (1, 2, 3):
            a, b = ngrams(c, n), ngrams(r, n)
            row[f"rouge{n}"] = prf(sum((a & b).values()), sum(a.values()), sum(b.values()))
        row["rougeL"] = prf(lcs_table(r, c)[-1][-1], len(c), len(r))
        row["rougeLsum"] = rouge_lsum(cand, refs[0])
        rows.append(row)
    return rows


def edits():
    rows = []
    for a, b in WORDS:
        row = {"a": a, "b": b, "levenshtein": edit_distance(a, b), "damerau_levenshtein": edit_distance(a, b, transpositions=True),
               "lcs": lcs_table(a, b)[-1][-1]}
        if a and b:
            row |= {"jaro": jaro_similarity(a, b), "jaro_winkler": jaro_winkler_similarity(a, b)}
        rows.append(row)
    words = []
    for c, rs in PAIRS:
        r = rs[0].split()
        d = edit_distance(r, c.split())
        words.append({"reference": rs[0], "hypothesis": c, "edits": d, "word_error_rate": d / len(r)})
    return {"characters": rows, "words": words}


def perplexity():
    out = [{"log_probabilities": s, "cross_entropy_nats": -math.fsum(s) / len(s), "perplexity": math.exp(-math.fsum(s) / len(s)) if -math.fsum(s) / len(s) < 709 else math.inf}
           for s in SEQUENCES]
    out += [{"probabilities": s, "cross_entropy_nats": -math.fsum(map(math.log, s)) / len(s), "cross_entropy_bits": -math.fsum(map(math.log2, s)) / len(s),
             "perplexity": math.exp(-math.fsum(map(math.log, s)) / len(s))} for s in PROBABILITIES]
    return out


def classification():
    rng = np.random.default_rng(3)
    rows = []
    for k, n, skill in ((2, 50, 0.8), (3, 200, 0.6), (5, 100, 0.0), (4, 40, 1.0)):
        y = rng.integers(0, k, n)
        p = np.where(rng.random(n) < skill, y, rng.integers(0, k, n))
        if k == 5:
            p[p == 4] = 0  # a class that is never predicted
        row = {"truth": y, "predicted": p, "confusion": skm.confusion_matrix(y, p, labels=range(k)), "accuracy": skm.accuracy_score(y, p),
               "balanced_accuracy": skm.balanced_accuracy_score(y, p), "cohen_kappa": skm.cohen_kappa_score(y, p), "matthews": skm.matthews_corrcoef(y, p)}
        for avg in ("macro", "micro", "weighted"):
            row[avg] = list(skm.precision_recall_fscore_support(y, p, average=avg, zero_division=0)[:3])
        row["per_class"] = [list(map(float, v)) for v in zip(*skm.precision_recall_fscore_support(y, p, labels=range(k), zero_division=0)[:3])]
        rows.append(row)
    scores = []
    for n, levels in ((20, None), (100, None), (100, 10)):
        y = rng.integers(0, 2, n)
        s = y * 0.5 + rng.normal(size=n)
        if levels:
            s = np.round(s * levels / 4) / levels  # ties
        prob = 1 / (1 + np.exp(-s))
        scores.append({"truth": y, "score": s, "roc_auc": skm.roc_auc_score(y, s), "average_precision": skm.average_precision_score(y, s),
                       "log_loss": skm.log_loss(y, prob), "brier": skm.brier_score_loss(y, prob)})
    ranks = []
    for n in (5, 10, 30):
        rel, s = rng.integers(0, 4, n).astype(float), rng.normal(size=n)
        ranks.append({"relevance": rel, "score": s, "ndcg": skm.ndcg_score([rel], [s]), "ndcg5": skm.ndcg_score([rel], [s], k=5),
                      "dcg": skm.dcg_score([rel], [s]), "dcg_gain": "relevance / log2(rank + 1)"})
    a, b = rng.normal(size=30), rng.normal(size=30)
    regress = {"truth": a, "predicted": b, "mse": skm.mean_squared_error(a, b), "mae": skm.mean_absolute_error(a, b), "r2": skm.r2_score(a, b),
               "median_absolute_error": skm.median_absolute_error(a, b)}
    return {"labels": rows, "scores": scores, "ranking": ranks, "regression": regress}


def main():
    warnings.simplefilter("ignore")
    args = arguments()
    write_fixture(args.fixtures, "metrics.json", {"peer": PEER, "bleu": bleu(), "rouge": {"columns": ["precision", "recall", "f1"], "rows": rouge()},
                                                  "edit_distance": edits(), "perplexity": perplexity(), "classification": classification()})


if __name__ == "__main__":
    main()

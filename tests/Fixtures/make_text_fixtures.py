"""naive_bayes.json, vectorizers.json and hashing values for GenAiCourse.Text and Learning, from scikit-learn 1.2.1.

tfidf.json holds its own documents: this script reads them from it, and `--check` says whether scikit-learn here gives
the same numbers. Usage: make_text_fixtures.py [--check]
"""
import json
import pathlib
import sys

import sklearn
from sklearn.feature_extraction.text import CountVectorizer, HashingVectorizer, TfidfVectorizer
from sklearn.naive_bayes import BernoulliNB, ComplementNB, MultinomialNB
from sklearn.utils import murmurhash3_32

HERE = pathlib.Path(__file__).resolve().parent
PEER = f"scikit-learn {sklearn.__version__}"

# Case, \w and order where Python and .NET differ.
HARD = [
    "ΟΔΥΣΣΕΥΣ ΣΑΣ Σ ΑΣ' ΣΊΣΥΦΟΣ. aΣ́b",
    "İstanbul ISTANBUL ıssız DİYARBAKIR",
    "½½ x² Ⅷ ⅷⅸ ①② ٣٤ a½",
    "हिन्दी देवनागरी がぎ ガギ",
    "𝐀𝐁 𝐀 ﬀﬁ ﬀ 😀😀 a\U0001F600b 𐐀𐐁𐐂",
    "a‿b snake__case _ __ ___",
    "e\u0301te\u0301 été na\u00adive zero\u200bwidth",
    "DŽ Dž dž ǅungla ẞ straẞe STRASSE",
    "tab\tnew\nline\r\nend\u2028sep\u0085next\u00a0nbsp",
    "",
]

SETTINGS = {
    "stop_words": {"stop_words": ["the", "of", "is", "to"], "ngram_range": [1, 2]},
    "trigrams": {"ngram_range": [2, 3]},
    "keep_case": {"lowercase": False},
    "binary": {"binary": True},
    "min_df_share": {"min_df": 0.1},
    "max_df_count": {"max_df": 5},
    "both_df": {"min_df": 2, "max_df": 0.4, "ngram_range": [1, 2]},
}
HASHING = {
    "default": {},
    "few": {"n_features": 16},
    "few_no_sign_l1": {"n_features": 16, "alternate_sign": False, "norm": "l1"},
    "few_no_norm_bigrams": {"n_features": 37, "norm": None, "ngram_range": [1, 2]},
    "binary": {"n_features": 64, "binary": True},
}
TRAIN = [
    ("fruit", "apple banana apple pear"), ("fruit", "banana banana cherry"),
    ("fruit", "pear apple juice fresh"), ("fruit", "fresh cherry juice juice"),
    ("metal", "iron copper iron ore"), ("metal", "copper zinc alloy"),
    ("metal", "ore zinc iron melt melt"), ("sport", "goal match team"),
    ("sport", "team ball match match goal"), ("sport", "ball fresh team run run run"),
]
TEST = ["apple juice", "iron team", "melt melt copper ball", "unknown words only", "fresh fresh",
        "match goal iron cherry pear", ""]


def sparse(matrix):
    matrix = matrix.tocsr()
    matrix.sort_indices()
    return [[[int(c), v] for c, v in zip(r.indices, r.data.tolist())] for r in matrix]


def call(settings):
    return {k: tuple(v) if k == "ngram_range" else v for k, v in settings.items()}


def vectorizers(texts):
    out = {"peer": PEER, "hard": HARD, "counts": {}, "hashing": {}, "murmur": [], "lower": []}
    for name, settings in SETTINGS.items():
        vectorizer = CountVectorizer(**call(settings))
        rows = sparse(vectorizer.fit_transform(texts))
        out["counts"][name] = {
            "settings": settings, "vocabulary": vectorizer.get_feature_names_out().tolist(), "rows": rows}
    for name, lower in (("hard", True), ("hard_keep_case", False)):
        vectorizer = CountVectorizer(lowercase=lower)
        rows = sparse(vectorizer.fit_transform(HARD))
        out["counts"][name] = {"settings": {"lowercase": lower},
                               "vocabulary": vectorizer.get_feature_names_out().tolist(), "rows": rows}
    for name, settings in HASHING.items():
        out["hashing"][name] = {
            "settings": settings, "rows": sparse(HashingVectorizer(**call(settings)).transform(texts + HARD))}
    for text in ["", "a", "ab", "abc", "abcd", "abcde", "été", "日本語", "the quick brown fox"]:
        out["murmur"].append([text, 0, murmurhash3_32(text, 0, positive=True)])
        out["murmur"].append([text, 42, murmurhash3_32(text, 42, positive=True)])
    out["lower"] = [[text, text.lower()] for text in HARD + ["ΑΣ", "Σ", "ΑΣ.", "ΑΣ.Β", "Α.ΣΒ", "ΑΣ\u0301", "1Σ", "𐐀Σ", "ΑΣ𐐀"]]
    return out


def naive_bayes():
    vectorizer = CountVectorizer()
    y = [a for a, _ in TRAIN]
    x = vectorizer.fit_transform([b for _, b in TRAIN])
    q = vectorizer.transform(TEST)
    out = {"peer": PEER, "train": [list(p) for p in TRAIN], "test": TEST,
           "vocabulary": vectorizer.get_feature_names_out().tolist(), "models": []}
    for make, alphas in ((MultinomialNB, (1.0, 0.5, 0.01)), (BernoulliNB, (1.0, 0.5)), (ComplementNB, (1.0,))):
        for alpha in alphas:
            m = make(alpha=alpha).fit(x, y)
            out["models"].append({
                "model": make.__name__, "alpha": alpha, "classes": m.classes_.tolist(),
                "class_log_prior": m.class_log_prior_.tolist(),
                "feature_log_prob": m.feature_log_prob_.tolist(),
                "predict": m.predict(q).tolist(),
                "predict_log_proba": m.predict_log_proba(q).tolist(),
            })
    return out


def same_as_before(tfidf):
    texts = tfidf["documents"]
    same = sparse(CountVectorizer().fit_transform(texts)) == tfidf["counts"]["rows"]
    for variant in tfidf["variants"].values():
        same &= sparse(TfidfVectorizer(**call(variant["settings"])).fit_transform(texts)) == variant["rows"]
    return same


def write(name, value):
    with open(HERE / name, "w", encoding="utf-8", newline="\n") as file:
        json.dump(value, file, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        file.write("\n")


def main():
    tfidf = json.loads((HERE / "tfidf.json").read_text(encoding="utf-8"))
    if "--check" in sys.argv:
        print("tfidf.json:", "the same" if same_as_before(tfidf) else "differs")
        return
    write("vectorizers.json", vectorizers(tfidf["documents"]))
    write("naive_bayes.json", naive_bayes())


if __name__ == "__main__":
    main()

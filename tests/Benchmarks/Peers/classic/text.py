"""scikit-learn's vectorizers and naive Bayes over .NET's documentation: the peer of TextWorkload.cs.

Prints one JSON line a workload, as the C# side does; what comes out (stored entries, features, right answers) goes to
stderr. BENCH_SECONDS (10) and BENCH_MIN (7) mean what they mean there. Needs python3-sklearn.
"""
import json
import os
import statistics
import sys
import time
from collections import Counter

import numpy as np
import sklearn
from sklearn.feature_extraction.text import CountVectorizer, HashingVectorizer, TfidfVectorizer
from sklearn.naive_bayes import MultinomialNB

from common import arguments
from corpus import documents, label

CLASSES = 20
SECONDS = float(os.environ.get("BENCH_SECONDS", 10))
LEAST = int(os.environ.get("BENCH_MIN", 7))


def rate(name, work, unit, step):
    times, start = [], time.perf_counter()
    while len(times) < LEAST or time.perf_counter() - start < SECONDS:
        begin = time.perf_counter()
        result = step()
        times.append(time.perf_counter() - begin)
    value = work / statistics.median(times)
    print(json.dumps({"name": name, "value": round(value, 3), "unit": unit}), flush=True)
    print(f"# {name}: sklearn {sklearn.__version__}, n={len(times)} result={result}", file=sys.stderr)


def main():
    docs = documents(arguments().dotnet)
    texts = [d.text for d in docs]
    megabytes = sum(len(t.encode("utf-8")) for t in texts) / 1e6
    rate("count_fit_transform", megabytes, "MB/s", lambda: CountVectorizer().fit_transform(texts).nnz)
    rate("tfidf_fit_transform", megabytes, "MB/s", lambda: TfidfVectorizer().fit_transform(texts).nnz)
    fitted = TfidfVectorizer().fit(texts)
    rate("tfidf_transform", megabytes, "MB/s", lambda: fitted.transform(texts).nnz)
    rate("hashing_transform", megabytes, "MB/s", lambda: HashingVectorizer().transform(texts).nnz)

    labels = [label(d.id) for d in docs]
    ranked = sorted(Counter(labels).items(), key=lambda pair: (-pair[1], pair[0]))
    keep = {name for name, _ in ranked[:CLASSES]}
    kept = [(d.text, y) for d, y in zip(docs, labels) if y in keep]
    train = [pair for i, pair in enumerate(kept) if i % 5]
    test = [pair for i, pair in enumerate(kept) if i % 5 == 0]
    truth = np.array([y for _, y in test])

    def fit():
        vectorizer = CountVectorizer()
        rows = vectorizer.fit_transform([text for text, _ in train])
        return vectorizer, MultinomialNB().fit(rows, [y for _, y in train])

    vectorizer, model = fit()
    rate("nb_fit", len(train), "docs/s", lambda: fit()[1].feature_log_prob_.shape[1])
    rate("nb_predict", len(test), "docs/s",
         lambda: int(np.sum(model.predict(vectorizer.transform([text for text, _ in test])) == truth)))


if __name__ == "__main__":
    main()

"""learning.json: what scikit-learn fits to small seeded samples, with the samples."""
import os
import sys
import warnings

import numpy as np
import sklearn
from sklearn import cluster, decomposition, linear_model, metrics, mixture, neighbors, svm, tree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Benchmarks", "Peers", "classic"))
from common import arguments, write_fixture

PEER = f"scikit-learn {sklearn.__version__}, numpy {np.__version__}"
CENTERS = np.array([[0.0, 0.0, 0.0, 0.0], [2.0, 1.0, -1.0, 0.5], [-1.0, 2.0, 1.5, -0.5]])


def blobs(seed, n, classes, d, spread):
    rng = np.random.default_rng(seed)
    y = np.arange(n) % classes
    return np.round(CENTERS[y, :d] + spread * rng.normal(size=(n, d)), 6), y


def linear():
    rng = np.random.default_rng(1)
    x = np.round(rng.normal(size=(30, 3)) * [1, 10, 0.1] + [0, 5, -2], 6)
    y = np.round(x @ [1.5, -0.2, 30] + 4 + 0.5 * rng.normal(size=30), 6)
    out = {"x": x, "y": y, "ridges": []}
    for alpha in (0.0, 0.1, 1.0, 10.0):
        m = linear_model.LinearRegression() if alpha == 0 else linear_model.Ridge(alpha=alpha, solver="svd")
        m.fit(x, y)
        out["ridges"].append({"ridge": alpha, "coefficients": m.coef_, "intercept": m.intercept_})
    return out


def logistic():
    rows = []
    for classes, d, c in ((2, 3, 1.0), (2, 3, 100.0), (3, 4, 1.0), (3, 4, 10.0)):
        x, y = blobs(10 + classes, 60, classes, d, 1.5)
        m = linear_model.LogisticRegression(C=c, solver="newton-cg", tol=1e-12, max_iter=100000).fit(x, y)
        rows.append({"x": x, "y": y, "l2": 1 / c, "coefficients": m.coef_, "intercepts": m.intercept_,
                     "probabilities": m.predict_proba(x[:5])})
    return rows


def linear_svm():
    rows = []
    for classes, d, c in ((2, 3, 1.0), (2, 3, 0.05), (3, 4, 0.5)):
        x, y = blobs(20 + classes, 60, classes, d, 1.5)
        planes = []
        for k in [1] if classes == 2 else range(classes):
            sign = np.where(y == k, 1, -1)
            # liblinear's shrinking sometimes stops above the optimum: the best of several orders.
            fits = [svm.LinearSVC(loss="hinge", C=c, tol=1e-12, max_iter=10000000, random_state=s).fit(x, sign) for s in range(20)]
            planes.append(min(fits, key=lambda m: (m.coef_ ** 2).sum() / 2 + m.intercept_[0] ** 2 / 2
                              + c * np.maximum(0, 1 - sign * m.decision_function(x)).sum()))
        rows.append({"x": x, "y": y, "c": c, "coefficients": [m.coef_[0] for m in planes],
                     "intercepts": [m.intercept_[0] for m in planes]})
    return rows


def kernel_svm():
    rows = []
    for kernel, classes, c, gamma in (("linear", 2, 1.0, 1.0), ("poly", 2, 0.5, 0.3), ("rbf", 2, 1.0, 0.5),
                                      ("rbf", 2, 100.0, 0.2), ("rbf", 3, 2.0, 0.3), ("linear", 3, 1.0, 1.0)):
        x, y = blobs(30 + classes, 80, classes, 3, 1.4)
        test, _ = blobs(40, 20, 3, 3, 2.0)
        m = svm.SVC(kernel=kernel, C=c, gamma=gamma, degree=3, coef0=1.0, tol=1e-10,
                    decision_function_shape="ovo").fit(x, y)
        rows.append({"kernel": kernel, "c": c, "gamma": gamma, "x": x, "y": y, "test": test,
                     "decisions": m.decision_function(test).reshape(len(test), -1), "predicted": m.predict(test),
                     "support": np.sort(m.support_)})
    return rows


def trees():
    rows = []
    test, _ = blobs(51, 100, 3, 4, 2.0)
    for criterion, depth, leaf in (("gini", 2, 1), ("entropy", 2, 1), ("gini", 4, 5), ("entropy", 4, 5)):
        for seed in range(100, 400):    # until no two splits tie, which scikit-learn breaks by chance
            x, y = blobs(seed, 150, 3, 4, 1.3)
            fits = [tree.DecisionTreeClassifier(criterion=criterion, max_depth=depth, min_samples_leaf=leaf, random_state=s)
                    .fit(x, y) for s in range(20)]
            if all((f.predict_proba(test) == fits[0].predict_proba(test)).all() for f in fits):
                break
        else:
            raise ValueError("two splits tie in every sample")
        m = fits[0]
        rows.append({"criterion": criterion, "max_depth": depth, "min_samples_leaf": leaf, "x": x, "y": y, "test": test,
                     "leaves": m.get_n_leaves(), "probabilities": m.predict_proba(test), "importances": m.feature_importances_,
                     "root": [int(m.tree_.feature[0]), float(m.tree_.threshold[0])]})
    return rows


def nearest():
    x, y = blobs(60, 90, 3, 4, 1.5)
    test, _ = blobs(61, 60, 3, 4, 2.0)
    return {"x": x, "y": y, "test": test, "neighbors": [
        {"k": k, "probabilities": m.predict_proba(test), "predicted": m.predict(test)}
        for k in (1, 4, 7) for m in [neighbors.KNeighborsClassifier(k, algorithm="brute").fit(x, y)]]}


def clusters():
    x, y = blobs(70, 120, 3, 4, 0.9)
    start = x[:3]
    m = cluster.KMeans(3, init=start, n_init=1, algorithm="lloyd", tol=0).fit(x)
    best = cluster.KMeans(3, n_init=100, random_state=0, tol=0).fit(x)
    out = {"x": x, "start": start, "centers": m.cluster_centers_, "labels": m.labels_, "inertia": m.inertia_,
           "best_inertia": best.inertia_, "scores": []}
    rng = np.random.default_rng(71)
    for labels in (m.labels_, y, rng.integers(0, 5, len(y))):
        out["scores"].append({
            "truth": y, "labels": labels, "silhouette": metrics.silhouette_score(x, labels),
            "silhouettes": metrics.silhouette_samples(x, labels),
            "adjusted_rand": metrics.adjusted_rand_score(y, labels),
            "mutual_information": metrics.mutual_info_score(y, labels),
            "normalized_mutual_information": metrics.normalized_mutual_info_score(y, labels)})
    return out


def mixtures():
    rng = np.random.default_rng(80)
    y = rng.choice(3, size=300, p=[0.5, 0.3, 0.2])
    shapes = np.array([[[1.0, 0.0], [0.6, 0.5]], [[0.5, 0.0], [-0.4, 0.9]], [[0.3, 0.0], [0.0, 1.5]]])
    x = np.round(np.array([[0.0, 0.0], [4.0, 1.0], [-3.0, 4.0]])[y] + np.einsum("nij,nj->ni", shapes[y], rng.normal(size=(300, 2))), 6)
    out = {"x": x, "fits": []}
    for kind in ("full", "diag"):
        m = mixture.GaussianMixture(3, covariance_type=kind, tol=1e-13, max_iter=10000, n_init=20, random_state=0).fit(x)
        order = np.argsort(-m.weights_)
        out["fits"].append({"covariance": kind, "score": m.score(x), "weights": m.weights_[order], "means": m.means_[order],
                            "covariances": m.covariances_[order], "bic": m.bic(x), "aic": m.aic(x),
                            "responsibilities": m.predict_proba(x[:10])[:, order], "log_densities": m.score_samples(x[:10])})
    return out


def components():
    rows = []
    for n, d, k in ((40, 4, 2), (40, 4, 4), (5, 8, 3)):
        rng = np.random.default_rng(90 + n)
        x = np.round(rng.normal(size=(n, d)) @ rng.normal(size=(d, d)) + rng.normal(size=d), 6)
        m = decomposition.PCA(k, svd_solver="full").fit(x)
        rows.append({"x": x, "components": m.components_, "explained_variance": m.explained_variance_,
                     "explained_variance_ratio": m.explained_variance_ratio_, "transformed": m.transform(x),
                     "inverse": m.inverse_transform(m.transform(x))})
    return rows


def main():
    warnings.simplefilter("ignore")
    write_fixture(arguments().fixtures, "learning.json", {
        "peer": PEER, "linear": linear(), "logistic": logistic(), "linear_svm": linear_svm(), "kernel_svm": kernel_svm(),
        "trees": trees(), "nearest": nearest(), "clusters": clusters(), "mixtures": mixtures(), "components": components()})


if __name__ == "__main__":
    main()

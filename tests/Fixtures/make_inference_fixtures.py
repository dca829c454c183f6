"""inference.json: the noncentral t distribution and powers of t-tests (mpmath, 40 digits), bootstrap
intervals of given draws and exact permutation tests (scipy), and divergences (scipy)."""
import os
import sys

import mpmath as mp
import numpy as np
import scipy
from scipy import stats

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Benchmarks", "Peers", "classic"))
from common import arguments, write_fixture
from vectors import gauss

mp.mp.dps = 40
SIDES = ("two-sided", "less", "greater")


def sample(stream, n, mean=0.0, sd=1.0):
    return [float(v) for v in mean + sd * gauss(13, stream, np.arange(n))]


def survival(t, nu, delta):
    """P(T > t), by integrating the normal tail over the chi density."""
    t, nu, delta = mp.mpf(t), mp.mpf(nu), mp.mpf(delta)
    log = lambda s: mp.log(2) + (nu / 2) * mp.log(nu / 2) - mp.loggamma(nu / 2) + (nu - 1) * mp.log(s) - nu * s * s / 2
    f = lambda s: mp.exp(log(s)) * mp.erfc((t * s - delta) / mp.sqrt(2)) / 2
    width = 1 / mp.sqrt(2 * nu)
    ends = [mp.mpf(0)] + [x for x in (1 + k * width for k in (-12, -6, -3, -1, 0, 1, 3, 6, 12, 30)) if x > 0]
    return mp.quad(f, ends)


def student_upper(p, nu):
    guess = stats.t.isf(float(p), nu)
    tail = lambda t: mp.betainc(mp.mpf(nu) / 2, mp.mpf(1) / 2, 0, nu / (nu + t * t), regularized=True) / 2 - p
    return mp.findroot(tail, mp.mpf(guess))


def power(delta, nu, alpha, side):
    if side == "two-sided":
        c = student_upper(mp.mpf(alpha) / 2, nu)
        return survival(c, nu, delta) + survival(c, nu, -delta)
    c = student_upper(mp.mpf(alpha), nu)
    return survival(c, nu, delta if side == "greater" else -delta)


def powers():
    rows = []
    for d, n, m, alpha in ((0.5, 30, None, 0.05), (0.2, 10, None, 0.01), (-0.8, 5, None, 0.1), (0.5, 64, 64, 0.05), (0.3, 20, 50, 0.05), (1.2, 3, 4, 0.05)):
        delta = mp.mpf(d) * (mp.sqrt(n) if m is None else mp.sqrt(mp.mpf(n) * m / (n + m)))
        nu = n - 1 if m is None else n + m - 2
        rows.append({"effect": d, "n": n, "m": m, "alpha": alpha, "power": {s: float(power(delta, nu, alpha, s)) for s in SIDES}})
    return rows


def required():
    rows = []
    for d, target, two in ((0.5, 0.8, True), (0.2, 0.9, True), (0.8, 0.95, False), (0.3, 0.8, False)):
        n = 2
        nct = lambda n: (n - 1, d * np.sqrt(n)) if not two else (2 * n - 2, d * np.sqrt(n / 2))
        def at(n):
            nu, delta = nct(n)
            c = stats.t.isf(0.025, nu)
            return stats.nct.sf(c, nu, delta) + stats.nct.cdf(-c, nu, delta)
        while at(n) < target:
            n += 1
        rows.append({"effect": d, "power": target, "two_samples": two, "n": n})
    return rows


def bootstraps():
    rows = []
    for stream, statistic in ((1, "mean"), (2, "median"), (3, "variance")):
        x = np.exp(np.array(sample(stream, 25)))
        f = {"mean": np.mean, "median": np.median, "variance": lambda v, axis=-1: np.var(v, axis=axis, ddof=1)}[statistic]
        picks = np.floor(stats.norm.cdf(np.array(sample(20 + stream, 200 * 25))) * 25).astype(int).reshape(200, 25)
        draws = f(x[picks], axis=-1)
        row = {"x": x.tolist(), "statistic": statistic, "draws": draws.tolist(), "intervals": {}}
        # The same formulas as scipy.stats.bootstrap's, on these draws.
        estimate, alpha = f(x, axis=-1), 0.05
        for method in ("percentile", "basic", "bca"):
            if method == "bca":
                below = (np.sum(draws < estimate) + np.sum(draws <= estimate)) / 2 / len(draws)
                z0, z = stats.norm.ppf(below), stats.norm.ppf(alpha)
                left = np.array([f(np.delete(x, i)) for i in range(len(x))])
                u = (len(x) - 1) * (left.mean() - left)
                a = 1 / 6 * np.sum(u ** 3) / np.sum(u ** 2) ** 1.5
                p = [stats.norm.cdf(z0 + (z0 + s * z) / (1 - a * (z0 + s * z))) for s in (1, -1)]
            else:
                p = [alpha, 1 - alpha]
            low, high = np.quantile(draws, p[0]), np.quantile(draws, p[1])
            row["intervals"][method] = [2 * estimate - high, 2 * estimate - low] if method == "basic" else [low, high]
        rows.append(row)
    return rows


def permutations():
    x, y = sample(7, 6, 0.5), sample(8, 7)
    r = {"x": x, "y": y, "two_sample": {}, "paired": {}}
    for s in SIDES:
        t = stats.permutation_test((x, y), lambda a, b, axis: np.mean(a, axis=axis) - np.mean(b, axis=axis), alternative=s,
                                   n_resamples=np.inf, vectorized=True)
        p = stats.permutation_test((x, y[:6]), lambda a, b, axis: np.mean(a - b, axis=axis), alternative=s, vectorized=True,
                                   n_resamples=np.inf, permutation_type="samples")
        r["two_sample"][s], r["paired"][s] = [float(t.statistic), float(t.pvalue)], [float(p.statistic), float(p.pvalue)]
    return r


def information():
    p, q = [0.5, 0.25, 0.125, 0.125], [0.1, 0.2, 0.3, 0.4]
    return {"p": p, "q": q, "entropy": [float(stats.entropy(p, base=2)), float(stats.entropy(q, base=2))],
            "divergence": [float(stats.entropy(p, q, base=2)), float(stats.entropy(q, p, base=2))],
            "jensen_shannon": float(scipy.spatial.distance.jensenshannon(p, q, base=2) ** 2)}


def main():
    import scipy.spatial
    args = arguments()
    write_fixture(args.fixtures, "inference.json", {
        "peer": f"mpmath {mp.__version__}, scipy {scipy.__version__}", "power": powers(), "required": required(),
        "noncentral_t": [[t, nu, delta, float(survival(t, nu, delta))] for t, nu, delta in (
            (0, 3, 1), (2, 1, 0.5), (-1, 5, 2), (3, 10, 3), (2.5, 100, -1), (1.96, 5000, 2), (8, 4, 1))],
        "bootstrap": bootstraps(), "permutation": permutations(), "information": information()})


if __name__ == "__main__":
    main()

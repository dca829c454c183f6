"""linear_algebra.json and quadrature.json: matrices with their decompositions (scipy and
LAPACK), polynomial and quadrature values.

Normal forms, so that answers can be compared: eigenvalues of general matrices are sorted by
(real, imaginary) part; eigenvalues of symmetric matrices ascend and their vectors have
length 1 and a positive entry of largest size; singular values descend; R of QR and the
Cholesky factor have a positive diagonal. Where a property is better checked than compared
(U and V of the SVD), check that the product gives the matrix back.
exact_* values come from mpmath at 60 digits, rounded to double.
"""
import os
import sys

import mpmath as mp
import numpy as np
import scipy
import scipy.integrate
import scipy.linalg as la

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Benchmarks", "Peers", "classic"))
from common import arguments, blas, emit, write_fixture
from vectors import gauss

mp.mp.dps = 60
PEER = f"scipy {scipy.__version__}, numpy {np.__version__}, LAPACK of {blas()}"


def seeded(stream, *shape):
    """Entries gauss(11, stream, i), row by row (vectors.py)."""
    return gauss(11, stream, np.arange(int(np.prod(shape)))).reshape(shape)


def positive_diagonal(q, r):
    s = np.where(np.diag(r) < 0, -1.0, 1.0)
    return q * s, r * s[:, None]


def complexes(values):
    """Sorted by (real, imaginary) after rounding away the noise in conjugate pairs."""
    v = sorted(values, key=lambda z: (round(z.real, 9), round(z.imag, 9)))
    return [[float(z.real), float(z.imag)] for z in v]


def square(name, a):
    n = len(a)
    b = seeded(99, n)
    spd = a @ a.T + n * np.eye(n)
    spd = (spd + spd.T) / 2
    sym = (a + a.T) / 2
    exact = mp.matrix(a.tolist())
    det = mp.det(exact)
    q, r = positive_diagonal(*la.qr(a))
    w, v = la.eigh(sym)
    v = v * np.sign(v[np.argmax(np.abs(v), axis=0), np.arange(n)])
    sign, logabs = np.linalg.slogdet(a)
    row = {
        "name": name, "n": n, "a": a, "b": b, "determinant": float(la.det(a)), "exact_determinant": float(det),
        "slogdet": [float(sign), float(logabs)], "solve": la.solve(a, b),
        "exact_solve": [float(x) for x in mp.lu_solve(exact, mp.matrix(b.tolist()))],
        "eigenvalues": complexes(la.eigvals(a)), "symmetric_eigenvalues": w, "singular_values": la.svdvals(a),
        "condition_2": float(np.linalg.cond(a)), "trace": float(np.trace(a)),
        "norms": {"1": float(la.norm(a, 1)), "2": float(la.norm(a, 2)), "inf": float(la.norm(a, np.inf)), "fro": float(la.norm(a))},
    }
    if n <= 8:
        row |= {"inverse": la.inv(a), "qr_q": q, "qr_r": r, "symmetric": sym, "symmetric_eigenvectors_columns": v,
                "positive_definite": spd, "cholesky_lower": la.cholesky(spd, lower=True), "expm": la.expm(a)}
    else:
        row |= {"qr_r_diagonal": np.diag(r), "cholesky_diagonal": np.diag(la.cholesky(spd, lower=True)),
                "inverse_diagonal": np.diag(la.inv(a))}
    return row


def rectangular(name, a):
    b = seeded(98, a.shape[0])
    x, _, rank, s = la.lstsq(a, b)
    return {"name": name, "shape": list(a.shape), "a": a, "b": b, "least_squares": x, "rank": int(rank), "singular_values": s,
            "pseudo_inverse": la.pinv(a)}


def matrices():
    squares = [square(f"seeded{n}", seeded(n, n, n)) for n in (1, 2, 3, 4, 5, 6, 8, 12, 16, 20)]
    squares += [square("hilbert6", la.hilbert(6)), square("diagonally_dominant10", seeded(40, 10, 10) + 20 * np.eye(10)),
                square("rotation3", np.array([[0.0, -1, 0], [1, 0, 0], [0, 0, 1]])), square("integers4", np.array([[4.0, -2, 1, 3], [-2, 6, 0, 5], [1, 0, 9, -7], [3, 5, -7, 2]]))]
    low = seeded(50, 6, 2) @ seeded(51, 2, 4)
    rect = [rectangular("tall7x3", seeded(60, 7, 3)), rectangular("wide3x7", seeded(61, 3, 7)), rectangular("rank2_6x4", low),
            rectangular("tall20x5", seeded(62, 20, 5))]
    cov = seeded(70, 30, 4)
    return {"square": squares, "rectangular": rect,
            "covariance": {"rows": cov, "covariance": np.cov(cov.T), "correlation": np.corrcoef(cov.T)}}


INTEGRALS = [  # formula, a, b, f for numpy, exact value
    ("exp(-x^2)", 0, 1, lambda x: np.exp(-x * x), lambda: mp.sqrt(mp.pi) / 2 * mp.erf(1)),
    ("exp(-x^2)", "-inf", "inf", lambda x: np.exp(-x * x), lambda: mp.sqrt(mp.pi)),
    ("1/(1+x^2)", 0, 1, lambda x: 1 / (1 + x * x), lambda: mp.pi / 4),
    ("1/(1+x^2)", 0, "inf", lambda x: 1 / (1 + x * x), lambda: mp.pi / 2),
    ("sqrt(x)", 0, 1, np.sqrt, lambda: mp.mpf(2) / 3),
    ("1/sqrt(x)", 0, 1, lambda x: 1 / np.sqrt(x), lambda: mp.mpf(2)),
    ("ln(x)", 0, 1, np.log, lambda: mp.mpf(-1)),
    ("x^5-3x^2+x", -1, 2, lambda x: x ** 5 - 3 * x ** 2 + x, lambda: mp.mpf(3)),
    ("sin(x)", 0, "pi", np.sin, lambda: mp.mpf(2)),
    ("sin(30x)^2", 0, 1, lambda x: np.sin(30 * x) ** 2, lambda: mp.mpf(1) / 2 - mp.sin(60) / 120),
    ("x^3 exp(-x)", 0, "inf", lambda x: x ** 3 * np.exp(-x), lambda: mp.mpf(6)),
    ("|x-1/3|", 0, 1, lambda x: np.abs(x - 1 / 3), lambda: mp.mpf(5) / 18),
    ("exp(x) cos(x)", 0, 3, lambda x: np.exp(x) * np.cos(x), lambda: (mp.exp(3) * (mp.cos(3) + mp.sin(3)) - 1) / 2),
    ("1/(1+25x^2)", -1, 1, lambda x: 1 / (1 + 25 * x * x), lambda: mp.mpf(2) / 5 * mp.atan(5)),
]
ENDS = {"-inf": -np.inf, "inf": np.inf, "pi": np.pi}


def legendre_and_slope(n, x):
    a, b = mp.mpf(1), x
    for k in range(2, n + 1):
        a, b = b, ((2 * k - 1) * x * b - (k - 1) * a) / k
    return b, n * (x * b - a) / (x * x - 1)


def quadrature():
    rows = []
    for text, a, b, f, exact in INTEGRALS:
        lo, hi = ENDS.get(a, a), ENDS.get(b, b)
        value, error, info = scipy.integrate.quad(f, lo, hi, full_output=1)[:3]
        row = {"f": text, "a": a, "b": b, "exact": float(exact()), "quad": value, "quad_error_estimate": error,
               "quad_evaluations": info["neval"]}
        with np.errstate(all="ignore"):
            if np.isfinite(lo) and np.isfinite(hi) and np.isfinite(f(np.float64(lo))):
                row["trapezoid"] = {str(n): float(np.trapz(f(np.linspace(lo, hi, n + 1)), np.linspace(lo, hi, n + 1))) for n in (4, 16, 64)}
                row["simpson"] = {str(n): float(scipy.integrate.simpson(f(np.linspace(lo, hi, n + 1)), x=np.linspace(lo, hi, n + 1))) for n in (4, 16, 64)}
                row["gauss_legendre"] = {}
                for n in (2, 5, 10):
                    t, w = np.polynomial.legendre.leggauss(n)
                    row["gauss_legendre"][str(n)] = float((hi - lo) / 2 * np.sum(w * f((hi - lo) / 2 * t + (hi + lo) / 2)))
        rows.append(row)
    legendre = []
    for n in (1, 2, 3, 5, 10, 20, 40):
        t, w = [], []
        for k in range(1, n + 1):
            x = -mp.cos(mp.pi * (k - mp.mpf(1) / 4) / (n + mp.mpf(1) / 2))
            for _ in range(12):  # Newton from the usual first guess
                p, d = legendre_and_slope(n, x)
                x -= p / d
            d = legendre_and_slope(n, x)[1]
            t.append(0.0 if abs(x) < mp.mpf(10) ** -40 else float(x))
            w.append(float(2 / ((1 - x * x) * d * d)))
        legendre.append({"n": n, "nodes": t, "weights": w})
    return {"integrals": rows, "gauss_legendre": legendre}


def main():
    args = arguments()
    m, q = matrices(), quadrature()
    write_fixture(args.fixtures, "linear_algebra.json", {"peer": PEER, "note": " ".join(__doc__.split("\n\n")[1].split()), **m})
    write_fixture(args.fixtures, "quadrature.json", {"peer": PEER, **q})
    worst = max(abs(r["quad"] - r["exact"]) / abs(r["exact"]) for r in q["integrals"])
    emit("accuracy.quad", worst, "worst relative error", PEER)
    for r in m["square"]:
        e = np.max(np.abs(np.array(r["solve"]) - r["exact_solve"])) / np.max(np.abs(r["exact_solve"]))
        emit(f"accuracy.solve.{r['name']}", float(e), "relative error", PEER, condition=r["condition_2"])


if __name__ == "__main__":
    main()

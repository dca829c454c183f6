"""Reference values of PyTorch for operations outside nn: outputs and gradients, one case a name.

    /usr/bin/python3 make_operation_fixtures.py > operations.json

The names are those of OperationTableTests.cs. Tensors are written as in torch.json; operations run in float64.
"""
import json
import torch

gen = torch.Generator().manual_seed(11)
cases = []


def dump(t):
    t = t.detach()
    kind = {torch.float64: "float64", torch.int64: "int64", torch.bool: "bool", torch.int32: "int64"}[t.dtype]
    flat = t.contiguous().view(-1).tolist()
    flat = [("nan" if v != v else "inf" if v == float("inf") else "-inf" if v == float("-inf") else v)
            if isinstance(v, float) else v for v in flat]
    return {"shape": list(t.shape), "dtype": kind, "data": flat}


def rnd(*shape, low=None, high=None):
    if low is None:
        return torch.randn(shape, generator=gen, dtype=torch.float64)
    return low + (high - low) * torch.rand(shape, generator=gen, dtype=torch.float64)


def ints(high, *shape):
    return torch.randint(0, high, shape, generator=gen)


def case(name, f, *inputs, grad=True, tolerance=1e-9):
    xs = [x.clone().requires_grad_(grad and x.dtype.is_floating_point) for x in inputs]
    out = f(*xs)
    outs = list(out) if isinstance(out, (tuple, list)) else [out]
    record = {"group": "operation", "name": name, "params": {}, "tolerance": tolerance,
              "inputs": [dump(x) for x in xs], "outputs": [dump(o) for o in outs], "grads": None, "weights": None}
    floats = [o for o in outs if o.dtype.is_floating_point and o.requires_grad]
    if grad and floats:
        weights = [rnd(*o.shape) for o in floats]
        sum((o * w).sum() for o, w in zip(floats, weights)).backward()
        record["weights"] = [dump(w) for w in weights]
        record["grads"] = [dump(x.grad) if x.requires_grad and x.grad is not None else None for x in xs]
    cases.append(record)


T = lambda *v: torch.tensor(v, dtype=torch.float64)
inf, nan = float("inf"), float("nan")
S = torch.special

# special functions
positive, wide, unit = rnd(24, low=.05, high=30), rnd(24, low=-9, high=9), rnd(24, low=-.999, high=.999)
case("lgamma", torch.lgamma, torch.cat([positive, rnd(8, low=-4.9, high=-.1)]))
case("digamma", torch.digamma, positive)
case("polygamma", lambda x: torch.polygamma(2, x), positive)
case("mvlgamma", lambda x: torch.mvlgamma(x, 3), rnd(6, low=1.5, high=9))
case("erfinv", torch.erfinv, torch.cat([unit, T(1e-9, .9999, -.9999)]))
for name in ("i0", "i0e", "i1", "i1e"):
    case(name, getattr(S, name), torch.cat([wide, T(45., -60., 1e-5)]))
case("erfcx", S.erfcx, torch.cat([wide, T(30., 200.)]))
case("ndtr", S.ndtr, wide)
case("ndtri", S.ndtri, torch.cat([rnd(20, low=.01, high=.99), T(1e-12, 1 - 1e-9)]), tolerance=1e-7)
case("entr", S.entr, positive)
case("sinc", torch.sinc, torch.cat([wide, T(.5, 1.)]))
case("logit", torch.logit, rnd(9, low=.01, high=.99))
case("logit_eps", lambda x: torch.logit(x, .2), rnd(9, low=.01, high=.99))
case("xlogy", torch.xlogy, torch.cat([rnd(8), T(0., 0.)]), torch.cat([rnd(8, low=.1, high=3), T(0., 2.)]))
case("xlog1py", S.xlog1py, torch.cat([rnd(8), T(0.)]), torch.cat([rnd(8, low=-.9, high=3), T(2.)]))
case("zeta", S.zeta, rnd(9, low=1.1, high=9), rnd(9, low=.2, high=20), grad=False)
case("igamma", lambda x: torch.igamma(torch.arange(1, 10).double() * .7, x),
     rnd(9, low=.1, high=12))
case("igammac", lambda x: torch.igammac(torch.arange(1, 10).double() * .7, x), rnd(9, low=.1, high=12))

# pairs and signs
case("hypot", torch.hypot, rnd(3, 4), rnd(4))
case("copysign", torch.copysign, rnd(3, 4), rnd(3, 1))
case("heaviside", torch.heaviside, T(-1, 0, 2), T(.5, .25, .1), grad=False)
case("fmax", torch.fmax, T(1, nan, 3, 2), T(2, 5, nan, 2))
case("fmin", torch.fmin, T(1, nan, 3, 2), T(2, 5, nan, 2))
case("logaddexp", torch.logaddexp, torch.cat([rnd(4), T(800, -inf)]), torch.cat([rnd(4), T(801, 1)]))
case("logaddexp2", torch.logaddexp2, rnd(4), rnd(4))
case("float_power", torch.float_power, rnd(4, low=.2, high=3), rnd(4))
case("ldexp", torch.ldexp, rnd(4), T(1, 2, -1, 0), grad=False)
case("nextafter", torch.nextafter, rnd(4), rnd(4), grad=False)
case("gcd_lcm", lambda a, b: (torch.gcd(a, b), torch.lcm(a, b)), ints(40, 6), ints(40, 6))
case("shifts", lambda a, b: (torch.bitwise_left_shift(a, b), torch.bitwise_right_shift(a - 20, b)), ints(40, 6), ints(5, 6))
case("nan_to_num", lambda x: torch.nan_to_num(x, 1., 2., -3.), T(nan, inf, -inf, 4))
case("signbit", lambda x: (torch.signbit(x), torch.sgn(x)), T(-1, -0., 0., 3), grad=False)
case("frexp", torch.frexp, T(8, -3, 0, .1), grad=False)
case("deg2rad", lambda x: (torch.deg2rad(x), torch.rad2deg(x)), rnd(3))
case("addcdiv", lambda a, b, c: torch.addcdiv(a, b, c), rnd(3), rnd(3), rnd(3))
case("dist", lambda a, b: torch.dist(a, b, 3), rnd(3, 2), rnd(3, 2))

# order statistics and running ones
case("kthvalue", lambda x: torch.kthvalue(x, 2, 0), rnd(5, 3))
case("median", torch.median, rnd(4, 2))
case("nanmedian", torch.nanmedian, torch.cat([rnd(5), T(nan)]))
case("mode", lambda x: torch.mode(x, 1)[0], ints(3, 4, 7))
case("quantile", lambda x: torch.quantile(x, T(.1, .5, .77), dim=0), rnd(7, 3))
case("quantile_scalar", lambda x: torch.quantile(x, torch.tensor(.3, dtype=torch.float64), dim=1, keepdim=True), rnd(3, 4))
case("nanquantile", lambda x: torch.nanquantile(x, T(.2, .6), dim=-1), torch.cat([rnd(2, 4), T(nan, 1.).view(2, 1)], 1))
case("aminmax", lambda x: tuple(torch.aminmax(x, dim=1)), rnd(3, 4), grad=False)
case("cummax", lambda x: torch.cummax(x, 1), rnd(3, 5))
case("cummin", lambda x: torch.cummin(x, 0), torch.cat([rnd(2, 3), T(nan, 0, 0).view(1, 3), rnd(2, 3)]), grad=False)
case("logcumsumexp", lambda x: torch.logcumsumexp(x, 1), rnd(3, 5))
case("diff", lambda x: torch.diff(x, 2, 1), rnd(3, 5))
case("diff_prepend", lambda x, y: torch.diff(x, 1, 0, prepend=y), rnd(3, 5), rnd(1, 5))
case("trapezoid", lambda y: (torch.trapezoid(y, dx=.5), torch.cumulative_trapezoid(y, dim=0)), rnd(3, 4))
case("trapezoid_x", lambda y, x: (torch.trapezoid(y, x), torch.cumulative_trapezoid(y, x)), rnd(3, 4), rnd(4))
case("nansum_nanmean", lambda x: (torch.nansum(x), torch.nanmean(x, 1)), torch.cat([rnd(2, 3), T(nan, 1).view(2, 1)], 1))
case("cov", torch.cov, rnd(3, 6))
case("cov_weights", lambda x: torch.cov(x, correction=1, fweights=torch.tensor([1, 2, 1, 3]), aweights=T(.1, .5, .2, .9)),
     rnd(2, 4))
case("corrcoef", torch.corrcoef, rnd(3, 6))
case("var_mean", lambda x: torch.var_mean(x, [0, 2], unbiased=False), rnd(2, 3, 4))
case("std_mean", lambda x: torch.std_mean(x, 1), rnd(2, 3))
case("renorm", lambda x: torch.renorm(x, 2, 0, 1.), rnd(3, 4))

# counting
case("searchsorted", lambda s, v: (torch.searchsorted(s, v), torch.searchsorted(s, v, right=True)),
     T(1, 3, 3, 5, 7).repeat(2, 1), T(0, 3, 4, 7, 9, 3).view(2, 3), grad=False)
case("bucketize", lambda x, b: (torch.bucketize(x, b), torch.bucketize(x, b, right=True)), T(0, 1, 2, 3, 1.5), T(1, 2), grad=False)
case("histc", lambda x: torch.histc(x, 4, -2, 2), rnd(20), grad=False)
case("histc_auto", lambda x: torch.histc(x, 5), rnd(20), grad=False)
case("unique_dim", lambda x: torch.unique(x, dim=1, return_inverse=True, return_counts=True), ints(2, 2, 7))
case("unique_consecutive", lambda x: torch.unique_consecutive(x, return_inverse=True, return_counts=True), ints(2, 9))
case("unique_consecutive_dim", lambda x: torch.unique_consecutive(x, return_inverse=True, return_counts=True, dim=0),
     torch.tensor([[1, 2], [1, 2], [3, 2], [1, 2]]))
case("isin", lambda x, y: (torch.isin(x, y), torch.isin(x, y, invert=True)), ints(9, 6), ints(9, 3))
case("count_nonzero", lambda x: (torch.count_nonzero(x), torch.count_nonzero(x, 0)), ints(2, 3, 4))

# places
idx = torch.tensor([2, 0])
case("index_copy", lambda x, s: torch.index_copy(x, 1, idx, s), rnd(2, 3), rnd(2, 2))
case("index_fill", lambda x: torch.index_fill(x, 0, idx, 4.), rnd(3, 2))
case("index_add", lambda x, s: torch.index_add(x, 0, torch.tensor([1, 1]), s, alpha=2), rnd(3, 2), rnd(2, 2))
case("index_put_accumulate", lambda x, v: x.clone().index_put_((torch.tensor([0, 1, 0]), torch.tensor([1, 1, 1])), v, True),
     rnd(2, 3), rnd(3))
case("index_reduce", lambda x, s: torch.index_reduce(x, 0, torch.tensor([1, 1, 0]), s, "mean"), rnd(3, 2), rnd(3, 2), grad=False)
case("index_reduce_prod", lambda x, s: torch.index_reduce(x, 0, torch.tensor([1, 1, 0]), s, "prod", include_self=False),
     rnd(3, 2), rnd(3, 2), grad=False)
case("take", lambda x: torch.take(x, torch.tensor([[0, 5], [-1, 0]])), rnd(2, 3))
case("take_along_dim", lambda x: torch.take_along_dim(x, torch.tensor([[1], [0]]), 1), rnd(2, 3))
case("masked_scatter", lambda x, v: x.masked_scatter(torch.tensor([[True, False], [False, True], [True, True]]), v),
     rnd(3, 2), rnd(5))
case("argwhere", torch.argwhere, ints(2, 3, 3))
case("repeat_interleave_tensor", lambda x: torch.repeat_interleave(x, torch.tensor([2, 0, 1]), 0), rnd(3, 2))
case("diag_embed", lambda x: (torch.diag_embed(x, 1, 0, 2), torch.diagflat(x, -1)), rnd(2, 3))
case("slice_scatter", lambda x, s: (torch.slice_scatter(x, s, 1, 1, 4, 2), torch.select_scatter(x, s[:, 0], 1, 0),
     torch.diagonal_scatter(x, s[:, 1])), rnd(2, 5), rnd(2, 2))

# parts and products
case("tensor_split", lambda x: torch.tensor_split(x, 3, 1), rnd(2, 7))
case("tensor_split_indices", lambda x: torch.tensor_split(x, [1, 4], 1), rnd(2, 7))
case("hvd_split", lambda x: (*torch.hsplit(x, 2), *torch.vsplit(x, [1]), *torch.dsplit(x, 3)), rnd(2, 4, 3))
case("rot90", lambda x: (torch.rot90(x), torch.rot90(x, 2), torch.rot90(x, -1, [1, 2])), rnd(2, 3, 4))
case("roll_many", lambda x: (torch.roll(x, (1, -2), (0, 1)), torch.roll(x, 3)), rnd(3, 4))
case("atleast", lambda x: (torch.atleast_2d(x), torch.atleast_3d(x)), rnd(3))
case("stacks", lambda a, b: (torch.dstack([a, b]), torch.column_stack([a, b]), torch.row_stack([a, b]), torch.hstack([a, b])),
     rnd(3), rnd(3))
case("tril_indices", lambda x: (torch.tril_indices(3, 4, 1), torch.triu_indices(3, 4, -1)), ints(2, 1))
case("inner", torch.inner, rnd(2, 3), rnd(4, 3))
case("addmv", lambda a, m, v: torch.addmv(a, m, v, beta=.5, alpha=2), rnd(2), rnd(2, 3), rnd(3))
case("addbmm", lambda a, b, c: torch.addbmm(a, b, c, beta=.5, alpha=2), rnd(2, 4), rnd(5, 2, 3), rnd(5, 3, 4))
case("baddbmm", lambda a, b, c: torch.baddbmm(a, b, c, beta=.5, alpha=2), rnd(5, 2, 4), rnd(5, 2, 3), rnd(5, 3, 4))
case("addr", lambda a, b, c: torch.addr(a, b, c, beta=.5, alpha=2), rnd(2, 3), rnd(2), rnd(3))
case("tensordot", lambda a, b: (torch.tensordot(a, b, dims=1), torch.tensordot(a, b, dims=([0, 2], [1, 0]))), rnd(2, 4, 3), rnd(3, 2))
case("kron", torch.kron, rnd(2, 3), rnd(3, 2))
case("block_diag", lambda a, b: torch.block_diag(a, b), rnd(2, 3), rnd(2))
case("cartesian_prod", lambda a, b: torch.cartesian_prod(a, b), rnd(2), rnd(3))
case("combinations", lambda a: (torch.combinations(a), torch.combinations(a, 3, True)), rnd(4))
case("cdist", lambda a, b: (torch.cdist(a, b), torch.cdist(a, b, 1.), torch.cdist(a, b, inf)), rnd(2, 3, 4), rnd(2, 5, 4))
case("einsum_ellipsis", lambda a, b: (torch.einsum("...ij,...jk->...ik", a, b), torch.einsum("b...,b...->...", a, a)),
     rnd(2, 1, 3, 4), rnd(5, 4, 2))
case("vander", lambda x: (torch.vander(x), torch.vander(x, 3, increasing=True)), rnd(4), grad=False)
case("lerp", lambda a, b, w: torch.lerp(a, b, w), rnd(3), rnd(3), rnd(3))

# Fourier transforms; complex results as pairs
R = lambda x: torch.view_as_real(x.resolve_conj())
Z = torch.view_as_complex
F = torch.fft
for n in (1, 2, 7, 12, 37, 60, 97, 111):
    case(f"fft_{n}", lambda x: R(F.fft(Z(x))), rnd(2, n, 2))
case("fft_real", lambda x: R(F.fft(x)), rnd(3, 6))
case("ifft", lambda x: R(F.ifft(Z(x), norm="ortho")), rnd(3, 6, 2))
case("fft_dim_n", lambda x: (R(F.fft(Z(x), 8, 0, norm="forward")), R(F.fft(Z(x), 3, 0))), rnd(5, 2, 2))
case("rfft", lambda x: (R(F.rfft(x)), R(F.rfft(x, 5, 0, norm="ortho"))), rnd(7, 6))
case("irfft", lambda x: (F.irfft(Z(x)), F.irfft(Z(x), 9), F.irfft(Z(x), 5, norm="forward")), rnd(2, 6, 2))
case("hfft", lambda x: (F.hfft(Z(x)), F.hfft(Z(x), 9, norm="ortho")), rnd(2, 6, 2))
case("ihfft", lambda x: R(F.ihfft(x)), rnd(2, 6))
case("fft2", lambda x: (R(F.fft2(Z(x))), R(F.ifft2(Z(x), (4, 7)))), rnd(2, 3, 5, 2))
case("rfft2", lambda x: R(F.rfft2(x, norm="ortho")), rnd(2, 4, 5))
case("irfft2", lambda x: (F.irfft2(Z(x)), F.irfft2(Z(x), (4, 7))), rnd(2, 3, 5, 2))
case("fftn", lambda x: (R(F.fftn(Z(x))), R(F.ifftn(Z(x), dim=(0, 2)))), rnd(2, 3, 5, 2))
case("rfftn", lambda x: (R(F.rfftn(x)), F.irfftn(F.rfftn(x), (2, 3, 5))), rnd(2, 3, 5))
case("fftfreq", lambda x: (F.fftfreq(5, .5, dtype=torch.float64), F.fftfreq(6, dtype=torch.float64),
     F.rfftfreq(6, .25, dtype=torch.float64)), rnd(1), grad=False)
case("fftshift", lambda x: (F.fftshift(x), F.ifftshift(x), F.fftshift(x, 1)), rnd(3, 4))
for name, w in (("hann", lambda **k: torch.hann_window(9, **k)), ("hamming", lambda **k: torch.hamming_window(9, **k)),
                ("blackman", lambda **k: torch.blackman_window(9, **k)), ("bartlett", lambda **k: torch.bartlett_window(9, **k)),
                ("kaiser", lambda **k: torch.kaiser_window(9, **k))):
    case(f"{name}_window", lambda x: (w(dtype=torch.float64), w(periodic=False, dtype=torch.float64)), rnd(1), grad=False)
hann = torch.hann_window(8, dtype=torch.float64)
case("stft", lambda x: (R(torch.stft(x, 8, 3, return_complex=True)),
     R(torch.stft(x, 12, 4, 8, hann, normalized=True, return_complex=True)),
     R(torch.stft(x, 8, 4, window=hann, center=False, onesided=False, return_complex=True))), rnd(2, 30))
case("istft", lambda x: (torch.istft(Z(x), 8, 2, window=hann), torch.istft(Z(x), 8, 2, window=hann, length=10)),
     rnd(5, 7, 2))

print(json.dumps({"cases": cases}))

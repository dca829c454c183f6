"""Reference values of PyTorch for the layers that torch.json has little of: every option of normalisation, pooling and
resampling. Needs PyTorch (Debian: python3-torch). The form is that of make_torch_fixtures.py.

    /usr/bin/python3 make_layer_fixtures.py > layers.json
"""
import json, sys
import torch
import torch.nn.functional as F

gen = torch.Generator().manual_seed(11)
torch.set_num_threads(1)
cases = []


def dump(t):
    t = t.detach()
    kind = {torch.float32: "float32", torch.float64: "float64", torch.int64: "int64", torch.bool: "bool"}[t.dtype]
    flat = [("nan" if v != v else "inf" if v == float("inf") else "-inf" if v == float("-inf") else float("%.12g" % v))
            if isinstance(v, float) else v for v in t.contiguous().view(-1).tolist()]
    return {"shape": list(t.shape), "dtype": kind, "data": flat}


def rnd(*shape):
    return (torch.randn(shape, generator=gen, dtype=torch.float64) * 1000).round() / 1000


def case(name, f, *inputs, grad=True, tolerance=1e-9, **params):
    xs = [dump(x) for x in inputs]                                   # before f, which may write to them
    ys = [x.clone().requires_grad_(grad and x.dtype.is_floating_point) for x in inputs]
    out = f(*ys)
    outs = list(out) if isinstance(out, (tuple, list)) else [out]
    record = {"group": "layer", "name": name, "params": params, "tolerance": tolerance, "inputs": xs,
              "outputs": [dump(o) for o in outs], "grads": None, "weights": None}
    floats = [o for o in outs if o.dtype.is_floating_point and o.requires_grad]
    if grad and floats:
        weights = [rnd(*o.shape) for o in floats]
        sum((o * w).sum() for o, w in zip(floats, weights)).backward()
        record["weights"] = [dump(w) for w in weights]
        record["grads"] = [dump(y.grad) if y.requires_grad and y.grad is not None else None for y in ys]
    cases.append(record)


# normalisation: the running values are outputs too
for shape in ((5, 3), (4, 3, 7), (2, 3, 5, 5), (2, 2, 3, 2, 3)):
    for training, affine, momentum in ((True, True, .1), (True, False, .3), (False, True, .1)):
        c = shape[1]
        def batch(x, *wb, training=training, momentum=momentum, c=c):
            mean, var = torch.arange(c).double() / 4, torch.arange(c).double() / 2 + .5
            y = F.batch_norm(x, mean, var, *(wb or (None, None)), training, momentum, 1e-3)
            return y, mean, var
        case("batch_norm", batch, rnd(*shape), *([rnd(c), rnd(c)] if affine else []), training=training,
             momentum=momentum, eps=1e-3)
for shape, groups in (((3, 6), 2), ((2, 6, 5, 5), 3), ((2, 4, 9), 1), ((2, 4, 3, 3), 4), ((1, 4, 20), 2)):
    for affine in (True, False):
        case("group_norm", lambda x, *wb, g=groups: F.group_norm(x, g, *(wb or (None, None)), 1e-4), rnd(*shape),
             *([rnd(shape[1]), rnd(shape[1])] if affine else []), groups=groups, eps=1e-4)
for shape in ((2, 3, 7), (2, 3, 5, 5), (2, 2, 3, 2, 3)):
    for stats, affine in ((True, True), (True, False), (False, True)):
        c = shape[1]
        def instance(x, *wb, stats=stats, c=c):
            mean, var = torch.arange(c).double() / 4, torch.arange(c).double() / 2 + .5
            y = F.instance_norm(x, mean, var, *(wb or (None, None)), stats, .2, 1e-5)
            return y, mean, var
        case("instance_norm", instance, rnd(*shape), *([rnd(c), rnd(c)] if affine else []), stats=stats, momentum=.2)

# pooling
for shape, k, s, p, d, ceil in (((2, 3, 9), [3], [2], [1], [1], False), ((2, 3, 9), [2], [2], [0], [3], True),
                                ((2, 3, 7, 6), [2, 2], [2, 2], [0, 0], [1, 1], False),
                                ((2, 3, 7, 6), [3, 2], [2, 1], [1, 0], [1, 2], False),
                                ((3, 7, 6), [2, 2], [2, 2], [0, 0], [1, 1], True),
                                ((2, 1, 7, 6), [3, 3], [2, 2], [1, 1], [2, 2], True),
                                ((1, 2, 4, 5, 4), [2, 3, 2], [2, 2, 1], [1, 1, 0], [1, 1, 1], True)):
    n = len(k)
    case("max_pool", lambda x, n=n, a=(k, s, p, d, ceil): getattr(F, f"max_pool{n}d")(x, *a, return_indices=True),
         rnd(*shape), kernel=k, stride=s, padding=p, dilation=d, ceil=ceil)
holes = rnd(1, 1, 4, 4); holes[0, 0, 1, 1] = holes[0, 0, 2, 3] = float("nan"); holes[0, 0, :2, 2:] = -float("inf")
case("max_pool", lambda x: F.max_pool2d(x, 2, return_indices=True), holes, grad=False, kernel=[2, 2], stride=[2, 2],
     padding=[0, 0], dilation=[1, 1], ceil=False)
holes[0, 0, 0, 0] = float("nan")
case("max_pool", lambda x: F.max_pool2d(x, 3, 1, return_indices=True), holes, grad=False, kernel=[3, 3], stride=[1, 1],
     padding=[0, 0], dilation=[1, 1], ceil=False)
for shape, k, s, p, ceil, count, divisor in (((2, 3, 9), [3], [2], [1], False, True, None), ((3, 9), [2], [2], [1], True, False, None),
                                             ((2, 3, 7, 6), [3, 2], [2, 1], [1, 1], False, True, None),
                                             ((2, 3, 7, 6), [3, 2], [2, 2], [1, 1], True, True, None),
                                             ((2, 3, 7, 6), [3, 3], [2, 2], [1, 1], True, False, None),
                                             ((2, 3, 7, 6), [3, 3], [2, 2], [1, 1], True, False, 5),
                                             ((1, 2, 6, 20), [6, 20], [1, 1], [0, 0], False, True, None),
                                             ((1, 2, 4, 5, 4), [2, 3, 2], [2, 2, 1], [1, 1, 0], True, True, None),
                                             ((2, 4, 5, 4), [2, 3, 2], [2, 2, 1], [1, 1, 0], False, False, 7)):
    n = len(k)
    more = (divisor,) if n > 1 else ()
    case("avg_pool", lambda x, n=n, a=(k, s, p, ceil, count, *more): getattr(F, f"avg_pool{n}d")(x, *a), rnd(*shape),
         kernel=k, stride=s, padding=p, ceil=ceil, count=count, divisor=divisor or 0)
for shape, size in (((2, 3, 10), [4]), ((2, 3, 7, 6), [3, 6]), ((2, 3, 7, 6), [1, 1]), ((3, 4, 6), [5, 8]), ((1, 2, 5, 4, 6), [2, 3, 4])):
    n = len(size)
    case("adaptive_avg_pool", lambda x, n=n, s=size: getattr(F, f"adaptive_avg_pool{n}d")(x, s), rnd(*shape), size=size)
    case("adaptive_max_pool", lambda x, n=n, s=size: getattr(F, f"adaptive_max_pool{n}d")(x, s, return_indices=True), rnd(*shape), size=size)
for n, shape, k in ((1, (2, 3, 8), 2), (2, (2, 2, 6, 4), 2), (3, (1, 2, 4, 4, 2), 2)):
    v, i = getattr(F, f"max_pool{n}d")(rnd(*shape), k, return_indices=True)
    case("max_unpool", lambda v, i, n=n, k=k: getattr(F, f"max_unpool{n}d")(v, i, k), v, i, kernel=[k] * n)
for norm in (1., 2., 3.):
    case("lp_pool", lambda x, p=norm: F.lp_pool2d(x, p, 2), rnd(2, 3, 6, 4).abs() + .1, norm=norm, kernel=[2, 2])
    case("lp_pool", lambda x, p=norm: F.lp_pool1d(x, p, 3, 2, True), rnd(2, 3, 8).abs() + .1, norm=norm, kernel=[3], stride=[2], ceil=True)

# resampling
for mode, shape in (("nearest", (2, 3, 5)), ("nearest", (2, 3, 5, 4)), ("nearest", (1, 2, 3, 4, 3)), ("nearest-exact", (2, 3, 5, 4)),
                    ("linear", (2, 3, 5)), ("bilinear", (2, 3, 5, 4)), ("bicubic", (2, 3, 5, 4)), ("trilinear", (1, 2, 3, 4, 3)), ("area", (2, 3, 5, 4))):
    n = len(shape) - 2
    corners = (False, True) if "linear" in mode or "cubic" in mode else (None,)
    for corner in corners:
        for size, scale, again in (([7, 3, 5][:n], None, False), (None, [1.7] * n, False), (None, [1.7, .6, 2.][:n], True)):
            case("interpolate", lambda x, a=(size, scale, mode, corner, again): F.interpolate(x, *a), rnd(*shape),
                 size=size or [], scale=scale or [], mode=mode.replace("-", ""), corners=corner, recompute=again)
case("pixel_unshuffle", lambda x: F.pixel_unshuffle(x, 2), rnd(2, 3, 4, 6), factor=2)

for shape, size in (((2, 5, 4), 3), ((2, 4, 3, 2), 2)):
    case("local_response_norm", lambda x, n=size: F.local_response_norm(x, n, .3, .6, 1.5), rnd(*shape), size=size)

# activations, products, distances, bags
for name, f in {"mish": F.mish, "hardtanh": lambda x: F.hardtanh(x, -.5, .7), "relu6": lambda x: F.relu6(x * 5), "selu": F.selu,
                "celu": lambda x: F.celu(x, 1.5), "hardswish": lambda x: F.hardswish(x * 3), "hardsigmoid": lambda x: F.hardsigmoid(x * 3),
                "logsigmoid": F.logsigmoid, "softmin": lambda x: F.softmin(x, 1), "softsign": F.softsign,
                "softshrink": lambda x: F.softshrink(x, .3), "hardshrink": lambda x: F.hardshrink(x, .3), "tanhshrink": F.tanhshrink,
                "threshold": lambda x: F.threshold(x, .1, 20.), "rrelu": lambda x: F.rrelu(x, .1, .3), "softmax2d": torch.nn.Softmax2d(),
                "glu": lambda x: F.glu(x, 1), "channel_shuffle": lambda x: x.view(2, 2, 2, 3, 2).transpose(1, 2).reshape(2, 4, 3, 2)}.items():
    case(name, f, rnd(2, 4, 3, 2), tolerance=1e-7 if name == "hardsigmoid" else 1e-9)       # its 1/6 is a float
for shape, n in (((2, 3, 4), 3), ((2, 3, 4), 1), ((5,), 1)):
    case("prelu", F.prelu, rnd(*shape), rnd(n))
case("bilinear", F.bilinear, rnd(2, 5, 3), rnd(2, 5, 4), rnd(6, 3, 4), rnd(6))
for p, keep in ((2., False), (1., True), (3., False)):
    case("pairwise_distance", lambda a, b, p=p, k=keep: F.pairwise_distance(a, b, p, 1e-6, k), rnd(4, 3), rnd(4, 3), p=p, keepdim=keep)
# modules with state, as in torch.json
def module(name, m, f, *inputs, **params):
    m = m.double()
    with torch.no_grad():
        for p in m.parameters():
            p.copy_(rnd(*p.shape) * .4)
    ys = [x.clone().requires_grad_(x.dtype.is_floating_point) for x in inputs]
    out = f(m, *ys)
    outs = list(out) if isinstance(out, (tuple, list)) else [out]
    weights = [rnd(*o.shape) for o in outs]
    sum((o * w).sum() for o, w in zip(outs, weights)).backward()
    cases.append({"group": "layer", "name": name, "params": params, "tolerance": 1e-9,
                  "state": {k: dump(v) for k, v in m.state_dict().items()}, "inputs": [dump(x) for x in inputs],
                  "outputs": [dump(o) for o in outs], "weights": [dump(w) for w in weights],
                  "grads": [dump(y.grad) if y.requires_grad else None for y in ys],
                  "state_grads": {k: dump(p.grad) for k, p in m.named_parameters() if p.grad is not None}})


Bag = torch.nn.EmbeddingBag
bags, starts = torch.tensor([1, 2, 4, 5, 4, 3, 2, 2, 0]), torch.tensor([0, 4, 4, 6])
for mode in ("sum", "mean", "max"):
    module("EmbeddingBag", Bag(6, 3, mode=mode), lambda m, i: m(i), bags[:8].view(2, 4), mode=mode, padding=-1, last=False)
    module("EmbeddingBag", Bag(6, 3, mode=mode, padding_idx=2), lambda m, *a: m(*a), bags, starts, mode=mode, padding=2, last=False)
module("EmbeddingBag", Bag(6, 3, mode="sum", include_last_offset=True), lambda m, *a: m(*a), bags,
       torch.cat((starts, torch.tensor([9]))), rnd(9), mode="sum", padding=-1, last=True)
MHA = torch.nn.MultiheadAttention
future = torch.triu(torch.ones(4, 5, dtype=torch.bool), 2)
padded = torch.tensor([[False] * 5, [False, False, False, True, True]])
for options in ({}, {"kdim": 3, "vdim": 7}, {"add_bias_kv": True}, {"add_zero_attn": True}, {"bias": False}):
    k, v = options.get("kdim", 6), options.get("vdim", 6)
    module("MultiheadAttention_masked", MHA(6, 2, **options), lambda m, q, k, v: m(q, k, v, key_padding_mask=padded, attn_mask=future),
           rnd(4, 2, 6), rnd(5, 2, k), rnd(5, 2, v), **options)
module("MultiheadAttention_single", MHA(6, 3), lambda m, q, k: m(q, k, k), rnd(4, 6), rnd(5, 6))
for activation in ("relu", "gelu"):
    module("Transformer", torch.nn.Transformer(4, 2, 2, 1, 6, 0., activation),
           lambda m, s, t: m(s, t, tgt_mask=torch.triu(torch.full((3, 3), float("-inf"), dtype=torch.float64), 1), src_key_padding_mask=padded,
                             memory_key_padding_mask=padded), rnd(5, 2, 4), rnd(3, 2, 4), activation=activation)


# losses
signs, classes = torch.tensor([1., -1, 1, -1], dtype=torch.float64), torch.tensor([2, 0, 1, 2])
many = torch.tensor([[2, 0, -1], [1, -1, 0], [0, 1, 2], [-1, 0, 1]])
for reduction in ("mean", "sum", "none"):
    r = {"reduction": reduction}
    case("cosine_embedding_loss", lambda a, b, r=r: F.cosine_embedding_loss(a, b, signs, .2, **r), rnd(4, 3), rnd(4, 3), **r)
    case("margin_ranking_loss", lambda a, b, r=r: F.margin_ranking_loss(a, b, signs, .3, **r), rnd(4), rnd(4), **r)
    case("soft_margin_loss", lambda a, r=r: F.soft_margin_loss(a, signs, **r), rnd(4), **r)
    for p in (1, 2):
        case("multi_margin_loss", lambda a, w, p=p, r=r: F.multi_margin_loss(a, classes, p, .8, w.detach(), **r), rnd(4, 3), rnd(3).abs(), p=p, **r)
    case("multi_label_margin_loss", lambda a, r=r: F.multilabel_margin_loss(a, many, **r), rnd(4, 3), **r)
    case("multilabel_soft_margin_loss", lambda a, w, r=r: F.multilabel_soft_margin_loss(a, (many > 0).double(), w.detach(), **r), rnd(4, 3), rnd(3).abs(), **r)
    case("triplet_margin_with_distance_loss", lambda a, b, c, r=r: F.triplet_margin_with_distance_loss(a, b, c, margin=.9, swap=True, **r),
         rnd(4, 3), rnd(4, 3), rnd(4, 3), **r)
    for log, full in ((True, False), (False, True), (True, True)):
        case("poisson_nll_loss", lambda a, l=log, f=full, r=r: F.poisson_nll_loss(a, torch.tensor([0., 1, 3, 5], dtype=torch.float64), l, full=f, **r),
             rnd(4).abs() + .1, log=log, full=full, **r)
    for size in ((4, 3), (4,), (4, 1)):
        case("gaussian_nll_loss", lambda a, b, v, r=r: F.gaussian_nll_loss(a, b, v, full=True, **r), rnd(4, 3), rnd(4, 3), rnd(*size).abs() + .1, full=True, **r)
    for joined in (False, True):
        rows = [[1, 2, 2], [3, 1], [2, 2, 2]]
        targets = torch.tensor(sum(rows, [])) if joined else torch.tensor([row + [0] * (3 - len(row)) for row in rows])
        case("ctc_loss", lambda x, t, r=r: F.ctc_loss(x.log_softmax(2), t, torch.tensor([7, 5, 4]), torch.tensor([3, 2, 3]), 
             zero_infinity=True, **r), rnd(7, 3, 4), targets, lengths=[3, 2, 3], steps=[7, 5, 4], blank=0, **r)
case("ctc_loss", lambda x, t: F.ctc_loss(x.log_softmax(2), t, torch.tensor([6, 6]), torch.tensor([2, 0]), blank=3, reduction="sum"),
     rnd(6, 2, 4), torch.tensor([[1, 1], [0, 0]]), lengths=[2, 0], steps=[6, 6], blank=3, reduction="sum")

json.dump({"torch": torch.__version__, "cases": cases}, sys.stdout)

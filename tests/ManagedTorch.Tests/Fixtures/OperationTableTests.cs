using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Fixtures;

/// <summary>
/// One line an operation against operations.json, which make_operation_fixtures.py has PyTorch 1.13 compute.
/// </summary>
public class OperationTableTests
{
    private static readonly Tensor Order = tensor(new long[] { 2, 0 });

    private static readonly Dictionary<string, Func<Tensor[], Tensor[]>> Operations = new()
    {
        ["lgamma"] = x => [x[0].lgamma()],
        ["digamma"] = x => [x[0].digamma()],
        ["polygamma"] = x => [x[0].polygamma(2)],
        ["mvlgamma"] = x => [x[0].mvlgamma(3)],
        ["erfinv"] = x => [x[0].erfinv()],
        ["i0"] = x => [special.i0(x[0])],
        ["i0e"] = x => [special.i0e(x[0])],
        ["i1"] = x => [special.i1(x[0])],
        ["i1e"] = x => [special.i1e(x[0])],
        ["erfcx"] = x => [special.erfcx(x[0])],
        ["ndtr"] = x => [special.ndtr(x[0])],
        ["ndtri"] = x => [special.ndtri(x[0])],
        ["entr"] = x => [special.entr(x[0])],
        ["sinc"] = x => [x[0].sinc()],
        ["logit"] = x => [x[0].logit()],
        ["logit_eps"] = x => [x[0].logit(.2)],
        ["xlogy"] = x => [x[0].xlogy(x[1])],
        ["xlog1py"] = x => [special.xlog1py(x[0], x[1])],
        ["zeta"] = x => [special.zeta(x[0], x[1])],
        ["igamma"] = x => [(arange(1, 10).@double() * .7).igamma(x[0])],
        ["igammac"] = x => [(arange(1, 10).@double() * .7).igammac(x[0])],
        ["hypot"] = x => [x[0].hypot(x[1])],
        ["copysign"] = x => [x[0].copysign(x[1])],
        ["heaviside"] = x => [x[0].heaviside(x[1])],
        ["fmax"] = x => [x[0].fmax(x[1])],
        ["fmin"] = x => [x[0].fmin(x[1])],
        ["logaddexp"] = x => [x[0].logaddexp(x[1])],
        ["logaddexp2"] = x => [x[0].logaddexp2(x[1])],
        ["float_power"] = x => [x[0].float_power(x[1])],
        ["ldexp"] = x => [x[0].ldexp(x[1])],
        ["nextafter"] = x => [x[0].nextafter(x[1])],
        ["gcd_lcm"] = x => [x[0].gcd(x[1]), x[0].lcm(x[1])],
        ["shifts"] = x => [x[0].bitwise_left_shift(x[1]), (x[0] - 20).bitwise_right_shift(x[1])],
        ["nan_to_num"] = x => [x[0].nan_to_num(1, 2, -3)],
        ["signbit"] = x => [x[0].signbit(), x[0].sgn()],
        ["frexp"] = x => [x[0].frexp().Mantissa, x[0].frexp().Exponent.@long()],
        ["deg2rad"] = x => [x[0].deg2rad(), x[0].rad2deg()],
        ["addcdiv"] = x => [x[0].addcdiv(x[1], x[2])],
        ["dist"] = x => [x[0].dist(x[1], 3)],
        ["kthvalue"] = x => Pair(x[0].kthvalue(2, 0)),
        ["median"] = x => [x[0].median()],
        ["nanmedian"] = x => [x[0].nanmedian()],
        ["mode"] = x => [x[0].mode(1).values],
        ["quantile"] = x => [x[0].quantile(tensor(new[] { .1, .5, .77 }), 0)],
        ["quantile_scalar"] = x => [x[0].quantile(tensor(.3), 1, true)],
        ["nanquantile"] = x => [x[0].nanquantile(tensor(new[] { .2, .6 }))],
        ["aminmax"] = x => Pair(x[0].aminmax(1)),
        ["cummax"] = x => Pair(x[0].cummax(1)),
        ["cummin"] = x => Pair(x[0].cummin(0)),
        ["logcumsumexp"] = x => [x[0].logcumsumexp(1)],
        ["diff"] = x => [x[0].diff(2, 1)],
        ["diff_prepend"] = x => [x[0].diff(1, 0, x[1])],
        ["trapezoid"] = x => [x[0].trapezoid(.5), x[0].cumulative_trapezoid(dim: 0)],
        ["trapezoid_x"] = x => [x[0].trapezoid(x[1]), x[0].cumulative_trapezoid(x[1])],
        ["nansum_nanmean"] = x => [x[0].nansum(), x[0].nanmean(1)],
        ["cov"] = x => [x[0].cov()],
        ["cov_weights"] = x =>
            [x[0].cov(1, tensor(new long[] { 1, 2, 1, 3 }), tensor(new[] { .1, .5, .2, .9 }))],
        ["corrcoef"] = x => [x[0].corrcoef()],
        ["var_mean"] = x => Pair(x[0].var_mean((0, 2), unbiased: false)),
        ["std_mean"] = x => Pair(x[0].std_mean(1)),
        ["renorm"] = x => [x[0].renorm(2, 0, 1)],
        ["searchsorted"] = x => [searchsorted(x[0], x[1]), searchsorted(x[0], x[1], right: true)],
        ["bucketize"] = x => [x[0].bucketize(x[1]), x[0].bucketize(x[1], right: true)],
        ["histc"] = x => [x[0].histc(4, -2, 2)],
        ["histc_auto"] = x => [x[0].histc(5)],
        ["unique_dim"] = x => Three(x[0].unique(dim: 1)),
        ["unique_consecutive"] = x => Three(x[0].unique_consecutive()),
        ["unique_consecutive_dim"] = x => Three(x[0].unique_consecutive(dim: 0)),
        ["isin"] = x => [x[0].isin(x[1]), x[0].isin(x[1], invert: true)],
        ["count_nonzero"] = x => [x[0].count_nonzero(), x[0].count_nonzero([0])],
        ["index_copy"] = x => [x[0].index_copy(1, Order, x[1])],
        ["index_fill"] = x => [x[0].index_fill(0, Order, 4)],
        ["index_add"] = x => [x[0].index_add(0, tensor(new long[] { 1, 1 }), x[1], 2)],
        ["index_put_accumulate"] = x => [x[0].clone().index_put_(
            x[1], [tensor(new long[] { 0, 1, 0 }), tensor(new long[] { 1, 1, 1 })], true)],
        ["index_reduce"] = x => [index_reduce(x[0], 0, tensor(new long[] { 1, 1, 0 }), x[1], Reduce.mean)],
        ["index_reduce_prod"] = x =>
            [index_reduce(x[0], 0, tensor(new long[] { 1, 1, 0 }), x[1], Reduce.prod, include_self: false)],
        ["take"] = x => [x[0].take(tensor(new long[,] { { 0, 5 }, { -1, 0 } }))],
        ["take_along_dim"] = x => [x[0].take_along_dim(tensor(new long[,] { { 1 }, { 0 } }), 1)],
        ["masked_scatter"] = x =>
            [x[0].masked_scatter(tensor(new[,] { { true, false }, { false, true }, { true, true } }), x[1])],
        ["argwhere"] = x => [x[0].argwhere()],
        ["repeat_interleave_tensor"] = x => [x[0].repeat_interleave(tensor(new long[] { 2, 0, 1 }), 0)],
        ["diag_embed"] = x => [x[0].diag_embed(1, 0, 2), x[0].diagflat(-1)],
        ["slice_scatter"] = x => [x[0].slice_scatter(x[1], 1, 1, 4, 2), x[0].select_scatter(x[1].select(1, 0), 1, 0),
            x[0].diagonal_scatter(x[1].select(1, 1))],
        ["tensor_split"] = x => x[0].tensor_split(3, 1),
        ["tensor_split_indices"] = x => x[0].tensor_split([1, 4], 1),
        ["hvd_split"] = x => [.. x[0].hsplit(2), .. x[0].vsplit([1]), .. x[0].dsplit(3)],
        ["rot90"] = x => [x[0].rot90(), x[0].rot90(2), x[0].rot90(-1, (1, 2))],
        ["roll_many"] = x => [x[0].roll((1, -2), (0, 1)), x[0].roll(3)],
        ["atleast"] = x => [x[0].atleast_2d(), x[0].atleast_3d()],
        ["stacks"] = x => [dstack(x), column_stack(x), row_stack(x), hstack(x)],
        ["tril_indices"] = _ => [tril_indices(3, 4, 1), triu_indices(3, 4, -1)],
        ["inner"] = x => [x[0].inner(x[1])],
        ["addmv"] = x => [x[0].addmv(x[1], x[2], .5f, 2)],
        ["addbmm"] = x => [x[0].addbmm(x[1], x[2], .5f, 2)],
        ["baddbmm"] = x => [x[0].baddbmm(x[1], x[2], .5f, 2)],
        ["addr"] = x => [x[0].addr(x[1], x[2], .5f, 2)],
        ["tensordot"] = x => [x[0].tensordot(x[1], 1), x[0].tensordot(x[1], [0, 2], [1, 0])],
        ["kron"] = x => [x[0].kron(x[1])],
        ["block_diag"] = x => [block_diag(x)],
        ["cartesian_prod"] = x => [cartesian_prod(x)],
        ["combinations"] = x => [combinations(x[0]), combinations(x[0], 3, true)],
        ["cdist"] = x => [cdist(x[0], x[1]), cdist(x[0], x[1], 1), cdist(x[0], x[1], double.PositiveInfinity)],
        ["einsum_ellipsis"] = x => [einsum("...ij,...jk->...ik", x), einsum("b...,b...->...", x[0], x[0])],
        ["vander"] = x => [x[0].vander(), x[0].vander(3, increasing: true)],
        ["lerp"] = x => [x[0].lerp(x[1], x[2])],
    };

    private static readonly Dictionary<string, Func<Tensor[], Tensor[]>> All =
        new(Operations.Concat(FourierCases.Operations));

    private static readonly FixtureCase[] Cases = FixtureCase.Read("operations.json");

    public static TheoryData<string> Ids => [.. Cases.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Operation_OfPyTorchsInputs_GivesItsValuesAndGradients(string id)
    {
        var given = Cases.First(c => c.Id == id);
        given.Check(All[given.Name]);
    }

    [Fact]
    public void EveryLine_HasACase() => Assert.Empty(All.Keys.Except(Cases.Select(c => c.Name)));

    private static Tensor[] Pair((Tensor, Tensor) pair) => [pair.Item1, pair.Item2];

    private static Tensor[] Three((Tensor, Tensor, Tensor) all) => [all.Item1, all.Item2, all.Item3];
}

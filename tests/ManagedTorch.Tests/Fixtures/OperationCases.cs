using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Fixtures;

/// <summary>How to make the engine do what a case of the groups pointwise, reduction, shape and matmul did.</summary>
internal static class OperationCases
{
    public static string[] Groups { get; } = ["pointwise", "reduction", "shape", "matmul", "linalg"];

    /// <summary>The operation of a case, or null if the engine lacks it.</summary>
    public static Func<Tensor[], Tensor[]>? Find(FixtureCase c) => c.Group switch
    {
        "pointwise" => One(Binary(c) ?? Unary(c)),
        "reduction" => Reduction(c),
        "shape" => Shape(c),
        "matmul" => One(Product(c)),
        "linalg" => LinearAlgebra(c),
        "nn" when c.Name == "softmax" => One(x => x[0].softmax(c.Int("dim"))),
        "nn" when c.Name == "log_softmax" => One(x => x[0].log_softmax(c.Int("dim"))),
        _ => null,
    };

    private static Func<Tensor[], Tensor[]>? One(Func<Tensor[], Tensor>? f) => f is null ? null : x => [f(x)];

    private static Func<Tensor[], Tensor>? Binary(FixtureCase c) =>
        c.Name.Replace("_scalar_tensor", "", StringComparison.Ordinal) switch
        {
            "add" => x => x[0] + x[1],
            "sub" => x => x[0] - x[1],
            "mul" => x => x[0] * x[1],
            "div" => x => x[0] / x[1],
            "maximum" => x => x[0].maximum(x[1]),
            "minimum" => x => x[0].minimum(x[1]),
            "atan2" => x => x[0].atan2(x[1]),
            "pow" => x => x[0].pow(x[1]),
            "where" => x => where(x[0] > x[1], x[0], x[1] * 2),
            "lerp" => x => lerp(x[0], x[1], tensor(c.Number("weight"))),
            _ => null,
        };

    private static Func<Tensor[], Tensor>? Unary(FixtureCase c) => c.Name switch
    {
        "pow_scalar" => x => x[0].pow(c.Number("exponent")),
        "gelu" => x => x[0].gelu(Enum.Parse<GELU.Approximate>(c.Text("approximate"))),
        "leaky_relu" => x => x[0].leaky_relu(c.Number("negative_slope")),
        "clamp" => x => x[0].clamp(c.Number("min"), c.Number("max")),
        "remainder" => x => x[0].remainder(c.Number("other")),
        "fmod" => x => x[0].fmod(c.Number("other")),
        "integer_floor_division" => x => x[0].div(3, RoundingMode.floor),
        "hardtanh" => x => x[0].hardtanh(-1, 1),
        "mish" => x => nn.functional.mish(x[0]),
        "round" => x => x[0].round(),
        "elu" => x => x[0].elu(),
        "softplus" => x => x[0].softplus(),
        _ => typeof(Tensor).GetMethod(c.Name, []) is { } method ? x => (Tensor)method.Invoke(x[0], null)! : null,
    };

    private static Func<Tensor[], Tensor[]>? Reduction(FixtureCase c) => c.Name switch
    {
        "sum" => x => [x[0].sum()],
        "mean" => x => [x[0].mean()],
        "prod" => x => [x[0].prod()],
        "sum_dim" => x => [x[0].sum(c.Int("dim"), c.Flag("keepdim"))],
        "mean_dim" => x => [x[0].mean([c.Int("dim")], c.Flag("keepdim"))],
        "prod_dim" => x => [x[0].prod(c.Int("dim"), c.Flag("keepdim"))],
        "sum_dims" => x => [x[0].sum(c.Ints("dim"))],
        "max" => x => [x[0].max()],
        "min" => x => [x[0].min()],
        "max_dim" => x => Pair(x[0].max(c.Int("dim"))),
        "min_dim" => x => Pair(x[0].min(c.Int("dim"))),
        "var" => x => [x[0].var(c.Int("dim"), c.Flag("unbiased"))],
        "std" => x => [x[0].std(c.Flag("unbiased"))],
        "logsumexp" => x => [x[0].logsumexp(c.Int("dim"))],
        "norm" => x => [x[0].norm()],
        "norm_dim" => x => [x[0].norm((int)c.Int("dim"), p: c.Int("p"))],
        "cumsum" => x => [x[0].cumsum(c.Int("dim"))],
        "cumprod" => x => [x[0].cumprod(c.Int("dim"))],
        "argmax" => x => [x[0].argmax(c.Int("dim"))],
        "argmin" => x => [x[0].argmin(c.Int("dim"))],
        "all_any" => x => [(x[0] > 0).all(c.Int("dim")), (x[0] > 0).any(c.Int("dim"))],
        _ => null,
    };

    private static Func<Tensor[], Tensor[]>? Shape(FixtureCase c) => c.Name switch
    {
        "view_permute" => x => [x[0].view(2, 3, 4).permute(2, 0, 1).reshape(4, 6)],
        "transpose" => x => [x[0].transpose(0, 2)],
        "expand" => x => [x[0].expand(3, 4, 5)],
        "squeeze_unsqueeze" => x => [x[0].squeeze(1).unsqueeze(-1)],
        "cat" => x => [cat([x[0], x[1]], c.Int("dim"))],
        "stack" => x => [stack(x, c.Int("dim"))],
        "chunk" => x => x[0].chunk(c.Int("chunks"), c.Int("dim")),
        "split" => x => x[0].split(c.Ints("sizes"), c.Int("dim")),
        "repeat" => x => [x[0].repeat(c.Ints("sizes"))],
        "repeat_interleave" => x => [x[0].repeat_interleave(c.Int("repeats"), c.Int("dim"))],
        "flip" => x => [x[0].flip(c.Ints("dims"))],
        "roll" => x => [x[0].roll(c.Int("shifts"), c.Int("dims"))],
        "tril_triu" => x => [x[0].tril(1), x[0].triu(-1)],
        "diagonal" => x => [x[0].diagonal(c.Int("offset"))],
        "narrow_select" => x => [x[0].narrow(1, 1, 3), x[0].select(0, -1)],
        "slice_step" => x => [x[0][1.., TensorIndex.Slice(step: 2)]],
        "unfold" => x => [x[0].unfold(c.Int("dim"), c.Int("size"), c.Int("step"))],
        "meshgrid" => x => meshgrid(x),
        "pad_constant" => x => [nn.functional.pad(x[0], c.Ints("pad"), value: c.Number("value"))],
        "pad_reflect" => x => [nn.functional.pad(x[0], c.Ints("pad"), PaddingModes.Reflect)],
        _ => Index(c),
    };

    private static Func<Tensor[], Tensor[]>? Index(FixtureCase c) => c.Name switch
    {
        "index_tensor" => x => [x[0][tensor(c.Ints("index"))]],
        "index_select" => x => [x[0].index_select(c.Int("dim"), tensor(c.Ints("index")))],
        "gather" => x => [x[0].gather(c.Int("dim"), x[1])],
        "scatter_add" => x => [x[0].scatter_add(c.Int("dim"), x[2], x[1])],
        "masked_fill" => x => [x[0].masked_fill(x[0] > c.Number("threshold"), c.Number("value"))],
        "masked_select" => x => [x[0].masked_select(x[0] > 0)],
        "sort" => x => Pair(x[0].sort(c.Int("dim"), c.Flag("descending"))),
        "topk" => x => Pair(x[0].topk((int)c.Int("k"), (int)c.Int("dim"))),
        "bincount" => x => [bincount(x[0], minlength: 6)],
        "unique" => x =>
        {
            var (output, inverse, counts) = x[0].unique(return_inverse: true, return_counts: true);
            return [output, inverse, counts];
        }
        ,
        _ => null,
    };

    private static Func<Tensor[], Tensor>? Product(FixtureCase c) => c.Name switch
    {
        "matmul" => x => x[0].matmul(x[1]),
        "matmul_transposed" => x => x[0].t().matmul(x[1].t()),
        "bmm" => x => x[0].bmm(x[1]),
        "outer" => x => x[0].outer(x[1]),
        "einsum" => x => einsum(c.Text("equation"), x),
        _ => null,
    };

    private static Func<Tensor[], Tensor[]>? LinearAlgebra(FixtureCase c) => c.Name switch
    {
        "inv" => x => [linalg.inv(x[0])],
        "det" => x => [linalg.det(x[0])],
        "slogdet" => x => Pair(linalg.slogdet(x[0])),
        "solve" => x => [linalg.solve(x[0], x[1])],
        "cholesky" => x => [linalg.cholesky(x[0])],
        "eigvalsh" => x => [linalg.eigvalsh(x[0])],
        "svdvals" => x => [linalg.svdvals(x[0])],
        "matrix_norm" => x => [linalg.matrix_norm(x[0])],
        "qr_r_abs" => x => [linalg.qr(x[0]).R.abs()],
        "pinv" => x => [linalg.pinv(x[0])],
        _ => null,
    };

    private static Tensor[] Pair((Tensor, Tensor) pair) => [pair.Item1, pair.Item2];
}

using Testing;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.LinearAlgebra;

/// <summary>Values of PyTorch 1.13 for one matrix, gradients by finite differences, and refusals.</summary>
public class LinalgValueTests
{
    private static Tensor Matrix => tensor(new double[,] { { 4, 1, -2, 2 }, { 1, 2, 0, 1 }, { -2, 0, 3, -2 }, { 2,
        1, -2, -1 } });

    public static TheoryData<string, double> Numbers => new()
    {
        { "cond", 6.312103850598373 }, { "cond 1", 9.486486486486486 }, { "cond fro", 8.59331964026342 },
        { "cond nuc", 24.34598067683025 }, { "cond -2", 0.1584257838066467 },
        { "fro", 6.928203230275509 }, { "nuc", 9.84087247271205 }, { "1", 7 }, { "-1", 3 }, { "2", 6.44921488498187 },
        { "-2", 1.123134821867633 }, { "inf", 9 }, { "-inf", 4 },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Norm_OfEachOrder_IsPyTorchs(string order, double expected)
    {
        var (a, part) = (Matrix, Matrix.narrow(0, 0, 3));
        var actual = order switch
        {
            "cond" => linalg.cond(a),
            "cond 1" => linalg.cond(a, 1),
            "cond -2" => linalg.cond(a, -2),
            "cond fro" or "cond nuc" => linalg.cond(a, order[5..]),
            "fro" or "nuc" => linalg.matrix_norm(part, order),
            "inf" => linalg.matrix_norm(part, double.PositiveInfinity),
            "-inf" => linalg.matrix_norm(part, double.NegativeInfinity),
            _ => linalg.norm(part, double.Parse(order, System.Globalization.CultureInfo.InvariantCulture)),
        };
        Assert.Equal(expected, actual.item<double>(), 1e-12);
    }

    [Fact]
    public void Norms_OverOtherDimensions_KeepThem()
    {
        var x = DecompositionTests.Random(3, 4, 5);
        foreach (var order in new[] { 1, 2, double.PositiveInfinity })
        {
            Assert.Equal([1, 4, 1], linalg.matrix_norm(x, order, [0, 2], keepdim: true).shape);
            DecompositionTests.Equal(linalg.matrix_norm(x.permute(1, 2, 0), order),
                linalg.matrix_norm(x, order, [2, 0]));
        }

        Assert.Equal([4], linalg.norm(x, 2, [0, 2]).shape);
        Near.Equal([5], linalg.vector_norm(tensor(new double[] { 3, 4 })).data<double>().ToArray(), 1e-15);
        Near.Equal([7], linalg.vector_norm(tensor(new double[] { 3, 4 }), 1).data<double>().ToArray(), 1e-15);
    }

    [Fact]
    public void Qr_HasLapacksSigns() => Near.Equal(
        [-5, -1.6, 3.6, 0, -1.854723699099141, -0.948928404190258, 0, 0, -1.7718732696558555],
        linalg.qr(Matrix.narrow(1, 0, 3)).R.data<double>().ToArray(), 1e-12);

    [Fact]
    public void MatrixExp_OfALargeMatrix_IsPyTorchs() => Near.Equal(
        [485.66162292332825, 149.59124323961578, -373.60586174726046, 237.9309911546469],
        linalg.matrix_exp(Matrix)[0].data<double>().ToArray(), 1e-12);

    [Fact]
    public void Lstsq_TallAndWide_IsPyTorchs()
    {
        var b = tensor(new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6.5 }, { 7, 8 } });
        var tall = linalg.lstsq(Matrix.narrow(1, 0, 2), b);
        Near.Equal([-0.5348837209302325, -0.6279069767441862, 3.046511627906976, 3.837209302325581],
            tall.Solution.data<double>().ToArray(), 1e-12);
        Assert.Equal(2, tall.Rank.item<long>());
        var wide = linalg.lstsq(Matrix.narrow(0, 0, 2), b.narrow(0, 0, 2));
        Near.Equal([-0.058139534883720936, 0.04651162790697686, 1.348837209302325, 1.7209302325581384,
            0.4186046511627906, 0.46511627906976716, 0.3604651162790698, 0.5116279069767441],
            wide.Solution.data<double>().ToArray(), 1e-12);
    }

    [Fact]
    public void MatrixPower_AndChains_AreProducts()
    {
        var a = Matrix;
        DecompositionTests.Equal(a.matmul(a).matmul(a), a.matrix_power(3));
        DecompositionTests.Equal(eye(4, dtype: ScalarType.Float64), a.matrix_power(0));
        DecompositionTests.Equal(a.inverse().matmul(a.inverse()), a.matrix_power(-2));
        var (x, y, z) = (DecompositionTests.Random(2, 9), DecompositionTests.Random(9, 3),
            DecompositionTests.Random(3));
        DecompositionTests.Equal(x.matmul(y).matmul(z), linalg.multi_dot([x, y, z]));
        Near.Equal([1, 2, 4, 1, 3, 9], linalg.vander(tensor(new double[] { 2, 3 }), 3).data<double>().ToArray(), 0);
        Near.Equal([-3, 6, -3], linalg.cross(tensor(new double[] { 1, 2, 3 }), tensor(new double[] { 4, 5, 6 }))
            .data<double>().ToArray(), 0);
    }

    private static Tensor Spd(Tensor x) => x.matmul(x.mT).add(eye(x.shape[^1], dtype: ScalarType.Float64));

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Differentiable = new()
    {
        ["inv"] = x => linalg.inv(Spd(x)),
        ["det"] = linalg.det,
        ["slogdet"] = x => linalg.slogdet(x).Item2,
        ["logdet"] = x => Spd(x).logdet(),
        ["solve"] = x => linalg.solve(Spd(x), x),
        ["solve right"] = x => linalg.solve(Spd(x), x, left: false),
        ["triangular"] = x => linalg.solve_triangular(Spd(x), x, upper: true),
        ["unit triangular"] = x => linalg.solve_triangular(x, x, upper: false, left: false, unitriangular: true),
        ["cholesky"] = x => linalg.cholesky(Spd(x)),
        ["eigvalsh"] = x => linalg.eigvalsh(Spd(x)),
        ["eigh"] = x => linalg.eigh(Spd(x)) is var (w, v) ? v.mul(w.unsqueeze(-2).exp().log1p()).matmul(v.mT).abs() : x,
        ["eigenvectors"] = x => linalg.eigh(Spd(x)).Item2.square(),
        ["svd wide"] = x => Squares(x.narrow(-2, 0, 2)),
        ["svd tall"] = x => Squares(x.narrow(-1, 0, 2)),
        ["svdvals"] = linalg.svdvals,
        ["qr"] = x => Both(linalg.qr(x)),
        ["qr tall"] = x => Both(linalg.qr(x.narrow(-1, 0, 2))),
        ["qr wide"] = x => Both(linalg.qr(x.narrow(-2, 0, 2))),
        ["pinv tall"] = x => linalg.pinv(x.narrow(-1, 0, 2)),
        ["pinv wide"] = x => linalg.pinv(x.narrow(-2, 0, 2)),
        ["lstsq"] = x => linalg.lstsq(x.narrow(-1, 0, 2), x).Solution,
        ["nuc"] = x => linalg.matrix_norm(x, "nuc"),
        ["norm 2"] = x => linalg.matrix_norm(x, 2),
        ["norm 1"] = x => linalg.matrix_norm(x, 1),
        ["vector norm"] = x => linalg.vector_norm(x, 3, [0]),
        ["matrix_exp"] = linalg.matrix_exp,
        ["power"] = x => Spd(x).matrix_power(-2),
        ["cond"] = x => linalg.cond(Spd(x), "fro"),
    };

    public static TheoryData<string> Names => [.. Differentiable.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_OfABatch_IsThatOfFiniteDifferences(string name) =>
        GradCheck.Check(x => Differentiable[name](x[0]), null, [2, 3, 3]);

    [Theory]
    [InlineData("inv")]
    [InlineData("det")]
    [InlineData("solve")]
    [InlineData("cholesky")]
    [InlineData("eigh")]
    [InlineData("svdvals")]
    [InlineData("pinv tall")]
    [InlineData("qr")]
    public void SecondGradient_IsThatOfFiniteDifferences(string name) => GradCheck.Check(x =>
    {
        using var _ = enable_grad();
        var a = x[0].requires_grad ? x[0] : x[0].detach().requires_grad_();
        return autograd.grad([Differentiable[name](a).square().sum()], [a], create_graph: true)[0].mul(1e-3);
    }, null, [3, 3]);

    [Fact]
    public void Det_OfASingularMatrix_HasItsCofactorsForGradient()
    {
        var a = tensor(new double[,] { { 1, 2 }, { 2, 4 } }, requires_grad: true);
        linalg.det(a).backward();
        Near.Equal([4, -2, -2, 1], a.grad!.data<double>().ToArray(), 1e-12);
    }

    public static TheoryData<string> Refusals => [.. Messages.Keys];

    private static readonly Dictionary<string, (Action Act, string Message)> Messages = new()
    {
        ["inv"] = (() => linalg.inv(zeros(2, 2)), "linalg.inv: The diagonal element 1 is zero, the inversion could " +
            "not be completed because the input matrix is singular."),
        ["inv batch"] = (() => linalg.inv(stack([eye(2), zeros(2, 2)])), "linalg.inv: (Batch element 1): The diagonal"),
        ["inv shape"] = (() => linalg.inv(ones(2, 3)),
            "linalg.inv: A must be batches of square matrices, but they are 2 by 3 matrices"),
        ["inv vector"] = (() => linalg.inv(ones(3)), "linalg.inv: The input tensor A must have at least 2 dimensions."),
        ["inv long"] = (() => linalg.inv(ones(2, 2, ScalarType.Int64)),
            "linalg.inv: Expected a floating point or complex tensor as input. Got Long"),
        ["solve"] = (() => linalg.solve(zeros(2, 2), ones(2, 2)),
            "torch.linalg.solve: The solver failed because the input matrix is singular."),
        ["solve shape"] = (() => linalg.solve(ones(2, 2), ones(3, 1)),
            "linalg.solve: Incompatible shapes of A and B for the equation AX = B (2x2 and 3x1)"),
        ["cholesky"] = (() =>
            linalg.cholesky(diag(tensor(new float[] { 1, -1 }))), "linalg.cholesky: The factorization " +
            "could not be completed because the input is not positive-definite (the leading minor of order 2 is not " +
            "positive-definite)."),
        ["svd"] = (() => linalg.svd(full([2, 2], double.NaN)),
            "linalg.svd: The algorithm failed to converge because the input matrix contained non-finite values."),
        ["norm"] = (() => linalg.matrix_norm(ones(2, 3), 3), "linalg.matrix_norm: Order 3 not supported."),
        ["norm 3D"] = (() => linalg.norm(ones(2, 2, 2), 2),
            "linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got 3D."),
        ["eigh"] = (() => linalg.eigh(ones(2, 2), 'X'), "Expected UPLO argument to be 'L' or 'U', but got X"),
        ["qr"] = (() => linalg.qr(ones(3, 2, requires_grad: true), linalg.QRMode.Complete).R.sum().backward(),
            "The QR decomposition is not differentiable when mode='complete' and nrows > ncols."),
        ["qr r"] = (() => linalg.qr(ones(3, 2, requires_grad: true), linalg.QRMode.R).R.sum().backward(),
            "The derivative of linalg.qr depends on Q, which is not computed when mode='r'."),
        ["multi_dot"] = (() => linalg.multi_dot([ones(2, 2)]), "multi_dot(): expected at least 2 tensors but got 1"),
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Refusal_HasPyTorchsWords(string name)
    {
        var error = Assert.ThrowsAny<SystemException>(Messages[name].Act);
        Assert.Contains(Messages[name].Message, error.Message, StringComparison.Ordinal);
    }

    private static Tensor Squares(Tensor x)
    {
        var (u, s, vh) = linalg.svd(x, fullMatrices: false);
        return cat([u.square().reshape(-1), s.reshape(-1), vh.square().reshape(-1), vh.abs().reshape(-1)]);
    }

    private static Tensor Both((Tensor Q, Tensor R) pair) => cat([pair.Q.reshape(-1), pair.R.reshape(-1)]);
}

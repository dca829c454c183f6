using Testing;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.LinearAlgebra;

/// <summary>Each decomposition multiplied back, on batches, in both precisions, at awkward shapes.</summary>
public class DecompositionTests
{
    public static TheoryData<long, long> Sizes => new()
    {
        { 1, 1 }, { 2, 2 }, { 3, 5 }, { 5, 3 }, { 7, 1 }, { 1, 6 }, { 20, 20 }, { 33, 17 }, { 0, 3 }, { 3, 0 },
            { 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Svd_OfABatch_MultipliesBack(long m, long n)
    {
        var a = Random(2, m, n);
        foreach (var full in new[] { false, true })
        {
            var (u, s, vh) = linalg.svd(a, full);
            var k = Math.Min(m, n);
            Equal(a, u.narrow(-1, 0, k).mul(s.unsqueeze(-2)).matmul(vh.narrow(-2, 0, k)));
            Orthonormal(u);
            Orthonormal(vh.mT);
            Assert.Equal([2, m, full ? m : k], u.shape);
            Assert.Equal([2, full ? n : k, n], vh.shape);
            Equal(s, s.sort(-1, descending: true).Values);
            Equal(s, linalg.svdvals(a));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Qr_OfABatch_MultipliesBack(long m, long n)
    {
        var a = Random(2, m, n);
        foreach (var mode in new[] { linalg.QRMode.Reduced, linalg.QRMode.Complete })
        {
            var (q, r) = linalg.qr(a, mode);
            Equal(a, q.matmul(r));
            Equal(r, r.triu());
            Orthonormal(q);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Lu_OfABatch_MultipliesBack(long m, long n)
    {
        var a = Random(2, m, n);
        var (p, l, u) = linalg.lu(a);
        Equal(a, p.matmul(l).matmul(u));
        Equal(l, l.tril());
        Equal(u, u.triu());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(40)]
    public void SymmetricMatrix_EveryDecomposition_AgreesWithIt(long n)
    {
        var b = Random(3, n, n);
        var a = b.matmul(b.mT).add(eye(n, dtype: ScalarType.Float64));
        var (w, v) = linalg.eigh(a);
        Equal(a, v.mul(w.unsqueeze(-2)).matmul(v.mT));
        Orthonormal(v);
        Equal(w, w.sort(-1).Values);
        var l = linalg.cholesky(a);
        Equal(a, l.matmul(l.mT));
        Equal(eye(n, dtype: ScalarType.Float64).expand(3, n, n), a.matmul(linalg.inv(a)), 1e-9);
        Equal(linalg.inv(a), l.cholesky_inverse(), 1e-9);
        Equal(linalg.det(a), w.prod(-1), 1e-9);
        Equal(linalg.slogdet(a).Item2, w.log().sum(dim: -1), 1e-9);
        Equal(linalg.inv(a), linalg.pinv(a, hermitian: true), 1e-8);
    }

    [Fact]
    public void Eigh_OfEqualAndOfHugeEigenvalues_IsExact()
    {
        var (w, v) = linalg.eigh(eye(4, dtype: ScalarType.Float64).mul(3));
        Equal(full([4], 3.0, ScalarType.Float64), w);
        Orthonormal(v);
        Equal(tensor(new[] { 1e-200, 1e200 }), linalg.eigvalsh(diag(tensor(new[] { 1e200, 1e-200 }))));
    }

    [Fact]
    public void Svdvals_OfAGradedMatrix_KeepsTheSmallOnes()
    {
        double[] values = [1e100, 1, 1e-12];
        Near.Equal(values, Values(linalg.svdvals(diag(tensor(values)))), 1e-14);
    }

    [Fact]
    public void Float32_IsComputedBetterThanItsPrecision()
    {
        var a = Random(1, 30, 30);
        var single = linalg.inv(a.to(ScalarType.Float32));
        Assert.Equal(ScalarType.Float32, single.dtype);
        Equal(linalg.inv(a.to(ScalarType.Float32).to(ScalarType.Float64)), single.to(ScalarType.Float64), 1e-6);
    }

    [Fact]
    public void Solve_LeftRightVectorAndBroadcast_SolvesTheEquation()
    {
        var (a, b) = (Random(2, 4, 4), Random(1, 4, 3));
        Equal(b.expand(2, 4, 3), a.matmul(linalg.solve(a, b)), 1e-9);
        Equal(b.mT.expand(2, 3, 4), linalg.solve(a, b.mT, left: false).matmul(a), 1e-9);
        var v = Random(1, 2, 4)[0];
        Equal(v, a.matmul(linalg.solve(a, v).unsqueeze(-1)).squeeze(-1), 1e-9);
        Equal(linalg.solve(a[0], v[0]), linalg.lu_solve(linalg.lu_factor(a[0]).LU, linalg.lu_factor(a[0]).Pivots,
            v[0].unsqueeze(1)).squeeze(1), 1e-9);
    }

    [Theory]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    public void SolveTriangular_EverySide_SolvesTheEquation(bool upper, bool left, bool unit)
    {
        var (a, b) = (Random(2, 4, 4).add(eye(4, dtype: ScalarType.Float64).mul(3)), Random(2, 4, 4));
        var t = upper ? a.triu() : a.tril();
        if (unit) t = t.sub(diag_embed(t.diagonal(0, -2, -1))).add(eye(4, dtype: ScalarType.Float64));
        var x = linalg.solve_triangular(a, b, upper, left, unit);
        Equal(b, left ? t.matmul(x) : x.matmul(t), 1e-9);
    }

    [Fact]
    public void Geqrf_WithOrgqrAndOrmqr_IsQr()
    {
        var (a, c) = (Random(1, 5, 3)[0], Random(1, 5, 2)[0]);
        var (packed, tau) = a.geqrf();
        Equal(linalg.qr(a).Q, orgqr(packed, tau));
        var q = linalg.qr(a, linalg.QRMode.Complete).Q;
        Equal(q.matmul(c), packed.ormqr(tau, c));
        Equal(q.mT.matmul(c), packed.ormqr(tau, c, transpose: true));
        Equal(c.mT.matmul(q), packed.ormqr(tau, c.mT, left: false));
    }

    internal static Tensor Random(params long[] shape)
    {
        var random = new Random(5);
        return tensor(Enumerable.Range(0, (int)shape.Aggregate(1L, (x, y) => x * y))
            .Select(_ => (2 * random.NextDouble()) - 1).ToArray(), shape);
    }

    internal static void Equal(Tensor expected, Tensor actual, double tolerance = 1e-11)
    {
        Assert.Equal(expected.shape, actual.shape);
        Near.Equal(Values(expected), Values(actual), tolerance);
    }

    private static double[] Values(Tensor x) => x.detach().contiguous().data<double>().ToArray();

    private static void Orthonormal(Tensor q) =>
        Equal(eye(q.shape[^1], dtype: ScalarType.Float64).expand([.. q.shape[..^2], q.shape[^1], q.shape[^1]]),
            q.mT.matmul(q));
}

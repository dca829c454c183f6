namespace TorchSharp;

// Linear algebra as functions.
public static partial class torch
{
    /// <inheritdoc cref="Tensor.adjoint()"/>
    public static Tensor adjoint(Tensor input) => input.adjoint();

    /// <inheritdoc cref="Tensor.cholesky_inverse(bool)"/>
    public static Tensor cholesky_inverse(Tensor input, bool upper = false) => input.cholesky_inverse(upper);

    /// <inheritdoc cref="Tensor.cholesky_solve(Tensor, bool)"/>
    public static Tensor cholesky_solve(Tensor input, Tensor input2, bool upper = false) =>
        input.cholesky_solve(input2, upper);

    /// <inheritdoc cref="Tensor.det()"/>
    public static Tensor det(Tensor input) => input.det();

    /// <inheritdoc cref="Tensor.geqrf()"/>
    public static (Tensor a, Tensor tau) geqrf(Tensor input) => input.geqrf();

    /// <inheritdoc cref="Tensor.inverse()"/>
    public static Tensor inverse(Tensor input) => input.inverse();

    /// <inheritdoc cref="Tensor.logdet()"/>
    public static Tensor logdet(Tensor input) => input.logdet();

    /// <inheritdoc cref="Tensor.matrix_exp()"/>
    public static Tensor matrix_exp(Tensor input) => input.matrix_exp();

    /// <inheritdoc cref="Tensor.matrix_power(int)"/>
    public static Tensor matrix_power(Tensor input, int n) => input.matrix_power(n);

    /// <inheritdoc cref="Tensor.ormqr(Tensor, Tensor, bool, bool)"/>
    public static Tensor ormqr(Tensor input, Tensor tau, Tensor other, bool left = true, bool transpose = false) =>
        input.ormqr(tau, other, left, transpose);

    /// <inheritdoc cref="Tensor.pinverse(double, bool)"/>
    public static Tensor pinverse(Tensor input, double rcond = 1E-15, bool hermitian = false) =>
        input.pinverse(rcond, hermitian);

    /// <inheritdoc cref="Tensor.vander(long, bool)"/>
    public static Tensor vander(Tensor x, long N = -1, bool increasing = false) => x.vander(N, increasing);

    /// <inheritdoc cref="linalg.cholesky"/>
    public static Tensor cholesky(Tensor input) => input.cholesky();

    /// <inheritdoc cref="Tensor.cholesky(bool)"/>
    public static Tensor cholesky(Tensor input, bool upper) => input.cholesky(upper);

    /// <inheritdoc cref="linalg.slogdet"/>
    /// <param name="A">[..., n, n].</param>
    public static (Tensor res, Tensor logabsdet) slogdet(Tensor A) => linalg.slogdet(A);

    /// <inheritdoc cref="linalg.multi_dot"/>
    public static Tensor chain_matmul(params Tensor[] matrices) =>
        matrices.Length == 1 ? matrices[0] : linalg.multi_dot(matrices);

    /// <inheritdoc cref="linalg.matrix_rank(Tensor, double?, double?, bool)"/>
    /// <param name="tol">Singular values up to this count as zero.</param>
    public static Tensor matrix_rank(Tensor input, float? tol = null, bool symmetric = false) =>
        linalg.matrix_rank(input, tol, null, symmetric);

    /// <inheritdoc cref="linalg.householder_product"/>
    public static Tensor orgqr(Tensor input, Tensor tau) => linalg.householder_product(input, tau);

    /// <summary>L · U = P · A in one matrix, the rows exchanged at each step, and the zero pivots, or null.</summary>
    /// <exception cref="NotSupportedException">A gradient is wanted, or pivoting is switched off.</exception>
    public static (Tensor A_LU, Tensor pivots, Tensor? infos) lu(Tensor A, bool pivot = true, bool get_infos = false)
    {
        var (lu, pivots, info) = linalg.Factored("torch.lu", A, pivot);
        return (lu, pivots, get_infos ? info : null);
    }

    /// <inheritdoc cref="linalg.lu_solve"/>
    public static Tensor lu_solve(Tensor b, Tensor LU_data, Tensor LU_pivots) =>
        linalg.lu_solve(LU_data, LU_pivots, b);

    /// <summary>P, L and U from what <see cref="lu"/> gave.</summary>
    public static (Tensor? P, Tensor? L, Tensor? U) lu_unpack(Tensor LU_data, Tensor LU_pivots,
        bool unpack_data = true, bool unpack_pivots = true)
    {
        var (p, l, u) = linalg.Unpacked(LU_data.detach(), LU_pivots);
        return (unpack_pivots ? p : null, unpack_data ? l : null, unpack_data ? u : null);
    }
}

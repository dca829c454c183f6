using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>C[M, N] (+)= A[M, K] · B[K, N], with the operands pinned.</summary>
internal readonly unsafe struct GemmProblem<T>(
    int m, int n, int k, T* a, nint aRow, nint aCol, T* b, nint bRow, nint bCol, T* c, nint ldc, bool accumulate)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly int M = m, N = n, K = k;
    public readonly T* A = a;
    public readonly nint ARow = aRow, ACol = aCol;
    public readonly T* B = b;
    public readonly nint BRow = bRow, BCol = bCol;
    public readonly T* C = c;
    public readonly nint Ldc = ldc;
    public readonly bool Accumulate = accumulate;
}

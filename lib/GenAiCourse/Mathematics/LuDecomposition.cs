namespace GenAiCourse.Mathematics;

/// <summary>PA = LU: the steps of elimination.</summary>
/// <param name="Lower">L, [n, n]: below a diagonal of ones, the multiples that were subtracted.</param>
/// <param name="Upper">U, [n, n]: what is left on and above the diagonal.</param>
/// <param name="Permutation">Row i of PA is row Permutation[i] of A.</param>
/// <param name="Sign">1 or −1, the determinant of P.</param>
public sealed record LuDecomposition(double[,] Lower, double[,] Upper, int[] Permutation, int Sign);

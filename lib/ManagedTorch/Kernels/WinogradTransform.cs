using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// The transforms of Winograd's F(4x4, 3x3) for the points 0, 1, −1, 2, −2 and ∞; a vector holds channels.
/// </summary>
/// <remarks>
/// y = Aᵀ [(G w Gᵀ) ∘ (Bᵀ x B)] A. Lavin and Gray, 2015, section 4.2: https://arxiv.org/abs/1509.09308
/// </remarks>
internal static unsafe class WinogradTransform<TSimd, TVector, T>
    where TSimd : struct, IGemmSimd<TVector, T>
    where TVector : struct
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>
    /// Bᵀ x B of the tiles of a strip: <paramref name="x"/> is six rows of <paramref name="columns"/> positions.
    /// </summary>
    /// <param name="x">Rows at <paramref name="row"/> from each other, positions at <paramref name="step"/>.</param>
    /// <param name="spare">Room for six rows of vectors.</param>
    /// <param name="v">The first tile's first point; points and tiles at their distances.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Input(
        T* x, nint row, nint step, int columns, T* spare, T* v, nint point, nint tile)
    {
        var line = (nint)columns * TSimd.Width;
        Input(columns, x, step, row, spare, TSimd.Width, line);
        for (var i = 0; i < 6; i++)
            Input((columns - 2) / 4, spare + i * line, 4 * TSimd.Width, TSimd.Width, v + 6 * i * point, tile, point);
    }

    // Bᵀ of several columns: the next one's elements are at `next`, its points at `nextPoint`.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Input(int count, T* x, nint next, nint step, T* v, nint nextPoint, nint point)
    {
        var (four, minusFour, minusFive) = (Number(4), Number(-4), Number(-5));
        for (; count > 0; count--, x += next, v += nextPoint)
        {
            var (x0, x1, x2) = (TSimd.Load(x), TSimd.Load(x + step), TSimd.Load(x + 2 * step));
            var (x3, x4, x5) = (TSimd.Load(x + 3 * step), TSimd.Load(x + 4 * step), TSimd.Load(x + 5 * step));
            var (a, b) = (TSimd.Fma(minusFour, x2, x4), TSimd.Fma(minusFour, x1, x3));
            var c = TSimd.Subtract(x4, x2);
            var d = TSimd.Subtract(x3, x1);
            d = TSimd.Add(d, d);
            TSimd.Store(v, TSimd.Fma(four, x0, TSimd.Fma(minusFive, x2, x4)));
            TSimd.Store(v + point, TSimd.Add(a, b));
            TSimd.Store(v + 2 * point, TSimd.Subtract(a, b));
            TSimd.Store(v + 3 * point, TSimd.Add(c, d));
            TSimd.Store(v + 4 * point, TSimd.Subtract(c, d));
            TSimd.Store(v + 5 * point, TSimd.Fma(four, x1, TSimd.Fma(minusFive, x3, x5)));
        }
    }

    /// <summary>Aᵀ m A + bias of one tile: 4x4 results at <paramref name="row"/> and <paramref name="step"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Output(T* m, nint point, T* bias, T* y, nint row, nint step)
    {
        var spare = stackalloc T[24 * TSimd.Width];
        Output(6, m, point, 6 * point, Number(0), spare, TSimd.Width, 6 * TSimd.Width);
        Output(4, spare, 6 * TSimd.Width, TSimd.Width, bias is null ? Number(0) : TSimd.Load(bias), y, row, step);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Output(int count, T* m, nint next, nint point, TVector bias, T* y, nint row, nint step)
    {
        var (two, four, eight) = (Number(2), Number(4), Number(8));
        for (; count > 0; count--, m += next, y += row)
        {
            var (m0, m1, m2) = (TSimd.Load(m), TSimd.Load(m + point), TSimd.Load(m + 2 * point));
            var (m3, m4, m5) = (TSimd.Load(m + 3 * point), TSimd.Load(m + 4 * point), TSimd.Load(m + 5 * point));
            var (p, q) = (TSimd.Add(TSimd.Add(m1, m2), bias), TSimd.Add(TSimd.Subtract(m1, m2), bias));
            var (r, s) = (TSimd.Add(m3, m4), TSimd.Subtract(m3, m4));
            TSimd.Store(y, TSimd.Add(TSimd.Add(m0, p), r));
            TSimd.Store(y + step, TSimd.Fma(two, s, q));
            TSimd.Store(y + 2 * step, TSimd.Fma(four, r, p));
            TSimd.Store(y + 3 * step, TSimd.Fma(eight, s, TSimd.Add(q, m5)));
        }
    }

    /// <summary>A y Aᵀ of one tile of 4x4: what its gradient is to the points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gradient(T* y, nint row, nint step, T* v, nint point)
    {
        var spare = stackalloc T[24 * TSimd.Width];
        Gradient(4, y, step, row, spare, TSimd.Width, 4 * TSimd.Width);
        Gradient(6, spare, 4 * TSimd.Width, TSimd.Width, v, 6 * point, point);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gradient(int count, T* y, nint next, nint step, T* v, nint nextPoint, nint point)
    {
        var (two, minusTwo, four) = (Number(2), Number(-2), Number(4));
        for (; count > 0; count--, y += next, v += nextPoint)
        {
            var (y0, y1) = (TSimd.Load(y), TSimd.Load(y + step));
            var (y2, y3) = (TSimd.Load(y + 2 * step), TSimd.Load(y + 3 * step));
            var (a, b) = (TSimd.Add(y0, y2), TSimd.Add(y1, y3));
            var (c, d) = (TSimd.Fma(four, y2, y0), TSimd.Fma(four, y3, y1));
            TSimd.Store(v, y0);
            TSimd.Store(v + point, TSimd.Add(a, b));
            TSimd.Store(v + 2 * point, TSimd.Subtract(a, b));
            TSimd.Store(v + 3 * point, TSimd.Fma(two, d, c));
            TSimd.Store(v + 4 * point, TSimd.Fma(minusTwo, d, c));
            TSimd.Store(v + 5 * point, y3);
        }
    }

    /// <summary>G w Gᵀ of 3x3 vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Weight(T* w, T* u, nint point)
    {
        var spare = stackalloc T[18 * TSimd.Width];
        for (var j = 0; j < 3; j++)
            Weight(w + j * TSimd.Width, 3 * TSimd.Width, spare + j * TSimd.Width, 3 * TSimd.Width);
        for (var i = 0; i < 6; i++)
            Weight(spare + 3 * i * TSimd.Width, TSimd.Width, u + 6 * i * point, point);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Weight(T* w, nint step, T* u, nint point)
    {
        var (w0, w1, w2) = (TSimd.Load(w), TSimd.Load(w + step), TSimd.Load(w + 2 * step));
        var zero = Number(0);
        var even = TSimd.Fma(Fraction(-1, 6), TSimd.Add(w0, w2), zero);
        var odd = TSimd.Fma(Fraction(-1, 6), w1, zero);
        var wide = TSimd.Fma(Fraction(1, 6), w2, TSimd.Fma(Fraction(1, 24), w0, zero));
        var skew = TSimd.Fma(Fraction(1, 12), w1, zero);
        TSimd.Store(u, TSimd.Fma(Fraction(1, 4), w0, zero));
        TSimd.Store(u + point, TSimd.Add(even, odd));
        TSimd.Store(u + 2 * point, TSimd.Subtract(even, odd));
        TSimd.Store(u + 3 * point, TSimd.Add(wide, skew));
        TSimd.Store(u + 4 * point, TSimd.Subtract(wide, skew));
        TSimd.Store(u + 5 * point, w2);
    }

    /// <summary>Gᵀ u G: the gradient of 3x3 weights from that of their points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WeightGradient(T* u, nint point, T* w)
    {
        var spare = stackalloc T[18 * TSimd.Width];
        for (var j = 0; j < 6; j++)
            WeightGradient(u + j * point, 6 * point, spare + j * TSimd.Width, 6 * TSimd.Width);
        for (var i = 0; i < 3; i++)
            WeightGradient(spare + 6 * i * TSimd.Width, TSimd.Width, w + 3 * i * TSimd.Width, TSimd.Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WeightGradient(T* u, nint point, T* w, nint step)
    {
        var (u0, u1, u2) = (TSimd.Load(u), TSimd.Load(u + point), TSimd.Load(u + 2 * point));
        var (u3, u4, u5) = (TSimd.Load(u + 3 * point), TSimd.Load(u + 4 * point), TSimd.Load(u + 5 * point));
        var (zero, minusSixth) = (Number(0), Fraction(-1, 6));
        var (sum, wide) = (TSimd.Add(u1, u2), TSimd.Add(u3, u4));
        var even = TSimd.Fma(minusSixth, sum, zero);
        TSimd.Store(w, TSimd.Fma(Fraction(1, 4), u0, TSimd.Fma(Fraction(1, 24), wide, even)));
        TSimd.Store(w + step, TSimd.Fma(
            Fraction(1, 12), TSimd.Subtract(u3, u4), TSimd.Fma(minusSixth, TSimd.Subtract(u1, u2), zero)));
        TSimd.Store(w + 2 * step, TSimd.Add(u5, TSimd.Fma(Fraction(1, 6), wide, even)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Number(int n) => TSimd.Broadcast(T.CreateTruncating(n));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Fraction(int numerator, int denominator) =>
        TSimd.Broadcast(T.CreateTruncating(numerator) / T.CreateTruncating(denominator));
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// i, f, o = σ(…), g = tanh(…); c' = f·c + i·g; h' = o·tanh(c'). The gates lie in the order i, f, g, o.
/// </summary>
/// <remarks>Hochreiter and Schmidhuber, 1997, with the forget gate of Gers et al., 2000.</remarks>
internal readonly unsafe struct LstmStep<T> : IRecurrentCell<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Gates => 4;

    public static bool HasCell => true;

    public static bool Apart => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward(in CellRow<T> row, int unit, int count)
    {
        var gates = row.Gates + unit;
        var n = row.Hidden;
        var i = GateLanes.Sigmoid(GateLanes.Load(gates, count));
        var f = GateLanes.Sigmoid(GateLanes.Load(gates + n, count));
        var g = GateLanes.Tanh(GateLanes.Load(gates + 2 * n, count));
        var o = GateLanes.Sigmoid(GateLanes.Load(gates + 3 * n, count));
        GateLanes.Store(i, gates, count);
        GateLanes.Store(f, gates + n, count);
        GateLanes.Store(g, gates + 2 * n, count);
        GateLanes.Store(o, gates + 3 * n, count);
        var c = f * GateLanes.Load(row.Cell + unit, count) + i * g;
        var h = o * GateLanes.Tanh(c);
        GateLanes.Store(c, row.Cell + unit, count);
        GateLanes.Store(c, row.CellAfter + unit, count);
        GateLanes.Store(h, row.State + unit, count);
        GateLanes.Store(h, row.Output + unit, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Backward(in CellRow<T> row, int unit, int count)
    {
        T* gates = row.Gates + unit, slopes = row.GateSlopes + unit;
        var n = row.Hidden;
        var one = Vector512<T>.One;
        var i = GateLanes.Load(gates, count);
        var f = GateLanes.Load(gates + n, count);
        var g = GateLanes.Load(gates + 2 * n, count);
        var o = GateLanes.Load(gates + 3 * n, count);
        var tanh = GateLanes.Tanh(GateLanes.Load(row.CellAfter + unit, count));
        var dh = GateLanes.Load(row.OutputSlope + unit, count) + GateLanes.Load(row.StateSlope + unit, count);
        var dc = GateLanes.Load(row.CellSlope + unit, count) + dh * o * (one - tanh * tanh);
        GateLanes.Store(dc * g * i * (one - i), slopes, count);
        GateLanes.Store(dc * GateLanes.Load(row.Cell + unit, count) * f * (one - f), slopes + n, count);
        GateLanes.Store(dc * i * (one - g * g), slopes + 2 * n, count);
        GateLanes.Store(dh * tanh * o * (one - o), slopes + 3 * n, count);
        GateLanes.Store(dc * f, row.CellSlope + unit, count);
    }
}

/// <summary>
/// r, z = σ(…), n = tanh(x part + r · state part); h' = (1 − z)·n + z·h. The gates lie in the order r, z, n.
/// </summary>
/// <remarks>Cho et al., 2014: https://arxiv.org/abs/1406.1078</remarks>
internal readonly unsafe struct GruStep<T> : IRecurrentCell<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Gates => 3;

    public static bool HasCell => false;

    public static bool Apart => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward(in CellRow<T> row, int unit, int count)
    {
        var gates = row.Gates + unit;
        var n = row.Hidden;
        var (a, b, c) = (Part(row, unit, count), Part(row, unit + n, count), Part(row, unit + 2 * n, count));
        var r = GateLanes.Sigmoid(GateLanes.Load(gates, count) + a);
        var z = GateLanes.Sigmoid(GateLanes.Load(gates + n, count) + b);
        var next = GateLanes.Tanh(GateLanes.Load(gates + 2 * n, count) + r * c);
        GateLanes.Store(r, gates, count);
        GateLanes.Store(z, gates + n, count);
        GateLanes.Store(next, gates + 2 * n, count);
        GateLanes.Store(c, row.Kept + unit, count);
        var h = (GateLanes.Load(row.State + unit, count) - next) * z + next;
        GateLanes.Store(h, row.State + unit, count);
        GateLanes.Store(h, row.Output + unit, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Backward(in CellRow<T> row, int unit, int count)
    {
        T* gates = row.Gates + unit, slopes = row.GateSlopes + unit;
        var n = row.Hidden;
        var recurrent = row.RecurrentSlopes + unit;
        var one = Vector512<T>.One;
        var r = GateLanes.Load(gates, count);
        var z = GateLanes.Load(gates + n, count);
        var next = GateLanes.Load(gates + 2 * n, count);
        var dh = GateLanes.Load(row.OutputSlope + unit, count) + GateLanes.Load(row.StateSlope + unit, count);
        var dn = dh * (one - z) * (one - next * next);
        var dz = dh * (GateLanes.Load(row.State + unit, count) - next) * z * (one - z);
        var dr = dn * GateLanes.Load(row.Kept + unit, count) * r * (one - r);
        GateLanes.Store(dr, slopes, count);
        GateLanes.Store(dz, slopes + n, count);
        GateLanes.Store(dn, slopes + 2 * n, count);
        GateLanes.Store(dr, recurrent, count);
        GateLanes.Store(dz, recurrent + n, count);
        GateLanes.Store(dn * r, recurrent + 2 * n, count);
        GateLanes.Store(dh * z, row.StateSlope + unit, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Part(in CellRow<T> row, int at, int count)
    {
        var part = GateLanes.Load(row.Recurrent + at, count);
        return row.Bias is null ? part : part + GateLanes.Load(row.Bias + at, count);
    }
}

/// <summary>h' = tanh(…).</summary>
/// <remarks>Elman, 1990.</remarks>
internal readonly unsafe struct TanhStep<T> : IRecurrentCell<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Gates => 1;

    public static bool HasCell => false;

    public static bool Apart => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward(in CellRow<T> row, int unit, int count)
    {
        var h = GateLanes.Tanh(GateLanes.Load(row.Gates + unit, count));
        GateLanes.Store(h, row.Gates + unit, count);
        GateLanes.Store(h, row.State + unit, count);
        GateLanes.Store(h, row.Output + unit, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Backward(in CellRow<T> row, int unit, int count)
    {
        var h = GateLanes.Load(row.Gates + unit, count);
        var dh = GateLanes.Load(row.OutputSlope + unit, count) + GateLanes.Load(row.StateSlope + unit, count);
        GateLanes.Store(dh * (Vector512<T>.One - h * h), row.GateSlopes + unit, count);
    }
}

/// <summary>h' = max(0, …).</summary>
internal readonly unsafe struct ReluStep<T> : IRecurrentCell<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Gates => 1;

    public static bool HasCell => false;

    public static bool Apart => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward(in CellRow<T> row, int unit, int count)
    {
        var h = Vector512.Max(GateLanes.Load(row.Gates + unit, count), Vector512<T>.Zero);
        GateLanes.Store(h, row.Gates + unit, count);
        GateLanes.Store(h, row.State + unit, count);
        GateLanes.Store(h, row.Output + unit, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Backward(in CellRow<T> row, int unit, int count)
    {
        var h = GateLanes.Load(row.Gates + unit, count);
        var dh = GateLanes.Load(row.OutputSlope + unit, count) + GateLanes.Load(row.StateSlope + unit, count);
        GateLanes.Store(Vector512.ConditionalSelect(Vector512.GreaterThan(h, Vector512<T>.Zero), dh,
            Vector512<T>.Zero), row.GateSlopes + unit, count);
    }
}

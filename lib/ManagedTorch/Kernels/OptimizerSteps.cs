using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>b ← μ·b + (1 − τ)·g; p ← p − η·(g + μ·b, or b, or without momentum g).</summary>
internal readonly record struct SgdStep<T>(T Rate, T Momentum, T Dampening, bool Nesterov, bool First)
    : IOptimizerStep<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Slots => Momentum == T.Zero ? 0 : 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<T> Apply(
        Vector512<T> p, Vector512<T> g, ref Vector512<T> buffer, ref Vector512<T> second, ref Vector512<T> third)
    {
        if (Momentum == T.Zero) return p - g * Rate;
        buffer = First ? g : buffer * Momentum + g * (T.One - Dampening);
        return p - (Nesterov ? g + buffer * Momentum : buffer) * Rate;
    }
}

/// <summary>m ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g²; p ← p·keep − rate·m / (√v / scale + ε).</summary>
/// <param name="Rate">η / (1 − β₁ᵗ).</param>
/// <param name="Scale">√(1 − β₂ᵗ).</param>
/// <param name="Keep">1 − η·λ of AdamW, else 1.</param>
internal readonly record struct AdamStep<T>(T Rate, T Beta1, T Beta2, T Epsilon, T Scale, T Keep, bool Amsgrad)
    : IOptimizerStep<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Slots => Amsgrad ? 3 : 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<T> Apply(
        Vector512<T> p, Vector512<T> g, ref Vector512<T> mean, ref Vector512<T> square, ref Vector512<T> greatest)
    {
        mean = mean * Beta1 + g * (T.One - Beta1);
        square = square * Beta2 + g * g * (T.One - Beta2);
        if (Amsgrad) greatest = Vector512.Max(greatest, square);
        var root = Vector512.Sqrt(Amsgrad ? greatest : square) / Vector512.Create(Scale) + Vector512.Create(Epsilon);
        return p * Keep - mean * Rate / root;
    }
}

/// <summary>v ← α·v + (1 − α)·g²; p ← p − η·g / (√v + ε); centred and with momentum if wanted.</summary>
internal readonly record struct RmsPropStep<T>(T Rate, T Alpha, T Epsilon, T Momentum, bool Centered)
    : IOptimizerStep<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Slots => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<T> Apply(
        Vector512<T> p, Vector512<T> g, ref Vector512<T> square, ref Vector512<T> mean, ref Vector512<T> buffer)
    {
        square = square * Alpha + g * g * (T.One - Alpha);
        var power = square;
        if (Centered)
        {
            mean = mean * Alpha + g * (T.One - Alpha);
            power -= mean * mean;
        }
        var move = g / (Vector512.Sqrt(power) + Vector512.Create(Epsilon));
        if (Momentum == T.Zero) return p - move * Rate;
        buffer = buffer * Momentum + move;
        return p - buffer * Rate;
    }
}

/// <summary>s ← s + g²; p ← p − η·g / (√s + ε).</summary>
internal readonly record struct AdagradStep<T>(T Rate, T Epsilon)
    : IOptimizerStep<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Slots => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<T> Apply(
        Vector512<T> p, Vector512<T> g, ref Vector512<T> sum, ref Vector512<T> second, ref Vector512<T> third)
    {
        sum += g * g;
        return p - g * Rate / (Vector512.Sqrt(sum) + Vector512.Create(Epsilon));
    }
}

/// <summary>v ← ρ·v + (1 − ρ)·g²; Δ = √(a + ε) / √(v + ε)·g; a ← ρ·a + (1 − ρ)·Δ²; p ← p − η·Δ.</summary>
internal readonly record struct AdadeltaStep<T>(T Rate, T Rho, T Epsilon)
    : IOptimizerStep<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Slots => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<T> Apply(
        Vector512<T> p, Vector512<T> g, ref Vector512<T> square, ref Vector512<T> moves, ref Vector512<T> third)
    {
        var epsilon = Vector512.Create(Epsilon);
        square = square * Rho + g * g * (T.One - Rho);
        var move = Vector512.Sqrt(moves + epsilon) / Vector512.Sqrt(square + epsilon) * g;
        moves = moves * Rho + move * move * (T.One - Rho);
        return p - move * Rate;
    }
}

/// <summary>m ← β₁·m + (1 − β₁)·g; u ← max(β₂·u, |g| + ε); p ← p − rate·m / u.</summary>
internal readonly record struct AdamaxStep<T>(T Rate, T Beta1, T Beta2, T Epsilon)
    : IOptimizerStep<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Slots => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<T> Apply(
        Vector512<T> p, Vector512<T> g, ref Vector512<T> mean, ref Vector512<T> norm, ref Vector512<T> third)
    {
        mean = mean * Beta1 + g * (T.One - Beta1);
        norm = Vector512.Max(norm * Beta2, Vector512.Abs(g) + Vector512.Create(Epsilon));
        return p - mean * Rate / norm;
    }
}

/// <summary>Adam with Nesterov's momentum: p ← p − (now·g + next·m) / (√v / scale + ε).</summary>
internal readonly record struct NAdamStep<T>(T Now, T Next, T Beta1, T Beta2, T Epsilon, T Scale)
    : IOptimizerStep<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Slots => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<T> Apply(
        Vector512<T> p, Vector512<T> g, ref Vector512<T> mean, ref Vector512<T> square, ref Vector512<T> third)
    {
        mean = mean * Beta1 + g * (T.One - Beta1);
        square = square * Beta2 + g * g * (T.One - Beta2);
        return p - (g * Now + mean * Next)
            / (Vector512.Sqrt(square) / Vector512.Create(Scale) + Vector512.Create(Epsilon));
    }
}

/// <summary>
/// Adam whose adaptive part waits until its variance can be told: p ← p − rate·m·(adaptive ? a / (√v + ε) : 1).
/// </summary>
internal readonly record struct RAdamStep<T>(T Rate, T Beta1, T Beta2, T Epsilon, bool Adaptive)
    : IOptimizerStep<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Slots => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<T> Apply(
        Vector512<T> p, Vector512<T> g, ref Vector512<T> mean, ref Vector512<T> square, ref Vector512<T> third)
    {
        mean = mean * Beta1 + g * (T.One - Beta1);
        square = square * Beta2 + g * g * (T.One - Beta2);
        return Adaptive ? p - mean * Rate / (Vector512.Sqrt(square) + Vector512.Create(Epsilon)) : p - mean * Rate;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>What an optimizer does to a vector of parameters, in one pass over memory.</summary>
internal interface IOptimizerStep<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many arrays of state the step keeps, from 0 to 3.</summary>
    int Slots { get; }

    /// <summary>
    /// The new parameters, from the old ones, their gradient and the state, which it brings up to date.
    /// </summary>
    Vector512<T> Apply(
        Vector512<T> p, Vector512<T> gradient, ref Vector512<T> first, ref Vector512<T> second, ref Vector512<T> third);
}

/// <summary>Runs a step over all elements of a parameter.</summary>
/// <param name="Sign">−1 to climb instead of to descend.</param>
/// <param name="Decay">How much of the parameter is added to the gradient.</param>
internal readonly record struct OptimizerLoop<T>(T Sign, T Decay) where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Grain = 16 * 1024;

    /// <summary>Updates <paramref name="p"/> and the arrays of state; unused slots are empty.</summary>
    public void Run<TStep>(
        TStep step, Memory<T> p, ReadOnlyMemory<T> gradient, Memory<T> first, Memory<T> second, Memory<T> third)
        where TStep : struct, IOptimizerStep<T>
    {
        var loop = this;
        Parallel.For((p.Length + Grain - 1) / Grain, 1, (start, end) =>
        {
            var (from, to) = (start * Grain, Math.Min(end * Grain, p.Length));
            Span<T> Part(Memory<T> memory) => memory.IsEmpty ? [] : memory.Span[from..to];
            loop.Chunk(step, Part(p), gradient.Span[from..to], Part(first), Part(second), Part(third));
        });
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Chunk<TStep>(
        TStep step, Span<T> p, ReadOnlySpan<T> gradient, Span<T> first, Span<T> second, Span<T> third)
        where TStep : struct, IOptimizerStep<T>
    {
        var i = 0;
        for (; i + Vector512<T>.Count <= p.Length; i += Vector512<T>.Count)
            Vector(ref step, i, p, gradient, first, second, third);
        if (i == p.Length) return;

        // The rest goes through vectors of its own, so that it takes the same operations.
        var count = p.Length - i;
        var (lastP, lastGradient) = (Last(p, i), Last(gradient, i));
        var (a, b, c) = (Last(first, i), Last(second, i), Last(third, i));
        Vector(ref step, 0, lastP, lastGradient, step.Slots > 0 ? a : [], step.Slots > 1 ? b : [],
            step.Slots > 2 ? c : []);
        lastP.AsSpan(0, count).CopyTo(p[i..]);
        if (step.Slots > 0) a.AsSpan(0, count).CopyTo(first[i..]);
        if (step.Slots > 1) b.AsSpan(0, count).CopyTo(second[i..]);
        if (step.Slots > 2) c.AsSpan(0, count).CopyTo(third[i..]);
    }

    private static T[] Last(ReadOnlySpan<T> values, int start)
    {
        var copy = new T[Vector512<T>.Count];
        if (!values.IsEmpty) values[start..].CopyTo(copy);
        return copy;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Vector<TStep>(
        ref TStep step, int i, Span<T> p, ReadOnlySpan<T> gradient, Span<T> first, Span<T> second, Span<T> third)
        where TStep : struct, IOptimizerStep<T>
    {
        Vector512<T> a = default, b = default, c = default;
        if (step.Slots > 0) a = Lanes.Load<T>(first, i);
        if (step.Slots > 1) b = Lanes.Load<T>(second, i);
        if (step.Slots > 2) c = Lanes.Load<T>(third, i);
        var old = Lanes.Load<T>(p, i);
        var g = Lanes.Load(gradient, i) * Sign;
        if (Decay != T.Zero) g += old * Decay;
        Lanes.Store(step.Apply(old, g, ref a, ref b, ref c), p, i);
        if (step.Slots > 0) Lanes.Store(a, first, i);
        if (step.Slots > 1) Lanes.Store(b, second, i);
        if (step.Slots > 2) Lanes.Store(c, third, i);
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// The functions of gates for a register of any floating-point type, and registers that are partly filled.
/// </summary>
internal static unsafe class GateLanes
{
    /// <summary>1 / (1 + e^(−x)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Sigmoid<T>(Vector512<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float)) return FloatLanes.Sigmoid(x.AsSingle()).As<float, T>();
        for (var i = 0; i < Vector512<T>.Count; i++) x = x.WithElement(i, T.One / (T.One + T.Exp(-x[i])));
        return x;
    }

    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Tanh<T>(Vector512<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float)) return FloatLanes.Tanh(x.AsSingle()).As<float, T>();
        for (var i = 0; i < Vector512<T>.Count; i++) x = x.WithElement(i, T.Tanh(x[i]));
        return x;
    }

    /// <summary>The first elements of a register; 0 in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load<T>(T* source, int count) where T : unmanaged
    {
        if (count >= Vector512<T>.Count) return Vector512.Load(source);
        var part = Vector512<T>.Zero;
        Buffer.MemoryCopy(source, &part, sizeof(Vector512<T>), count * sizeof(T));
        return part;
    }

    /// <summary>Stores the first elements of a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector512<T> value, T* target, int count) where T : unmanaged
    {
        if (count >= Vector512<T>.Count) value.Store(target);
        else Buffer.MemoryCopy(&value, target, count * sizeof(T), count * sizeof(T));
    }
}

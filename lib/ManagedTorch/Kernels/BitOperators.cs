using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The bits of two integers combined by and.</summary>
internal readonly struct BitsAnd : IBinaryOperator
{
    public static bool Vectorizes => false;

    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T> =>
        T.CreateTruncating(long.CreateTruncating(x) & long.CreateTruncating(y));
}

/// <summary>The bits of two integers combined by or.</summary>
internal readonly struct BitsOr : IBinaryOperator
{
    public static bool Vectorizes => false;

    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T> =>
        T.CreateTruncating(long.CreateTruncating(x) | long.CreateTruncating(y));
}

/// <summary>The bits of two integers combined by xor.</summary>
internal readonly struct BitsXor : IBinaryOperator
{
    public static bool Vectorizes => false;

    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T> =>
        T.CreateTruncating(long.CreateTruncating(x) ^ long.CreateTruncating(y));
}

using System.Numerics;

namespace TorchSharp.Kernels;

internal readonly struct Add : IBinaryOperator
{
    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T> => x + y;

    public static Vector<T> Of<T>(Vector<T> x, Vector<T> y) where T : unmanaged, INumber<T> => x + y;
}

internal readonly struct Subtract : IBinaryOperator
{
    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T> => x - y;

    public static Vector<T> Of<T>(Vector<T> x, Vector<T> y) where T : unmanaged, INumber<T> => x - y;
}

internal readonly struct Multiply : IBinaryOperator
{
    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T> => x * y;

    public static Vector<T> Of<T>(Vector<T> x, Vector<T> y) where T : unmanaged, INumber<T> => x * y;
}

/// <summary>Division of floating-point numbers; integers are converted before.</summary>
internal readonly struct Divide : IBinaryOperator
{
    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T> => x / y;

    public static Vector<T> Of<T>(Vector<T> x, Vector<T> y) where T : unmanaged, INumber<T> => x / y;
}

/// <summary>The larger; NaN if either is.</summary>
internal readonly struct Maximum : IBinaryOperator
{
    public static bool Vectorizes => false;

    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T> => x > y || T.IsNaN(x) ? x : y;
}

/// <summary>The smaller; NaN if either is.</summary>
internal readonly struct Minimum : IBinaryOperator
{
    public static bool Vectorizes => false;

    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T> => x < y || T.IsNaN(x) ? x : y;
}

/// <summary>The quotient rounded down.</summary>
internal readonly struct FloorDivide : IBinaryOperator
{
    public static bool Vectorizes => false;

    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T>
    {
        var rest = x % y;
        var quotient = (x - rest) / y;
        return rest != T.Zero && T.IsNegative(rest) != T.IsNegative(y) ? quotient - T.One : quotient;
    }
}

/// <summary>The quotient rounded towards zero.</summary>
internal readonly struct TruncateDivide : IBinaryOperator
{
    public static bool Vectorizes => false;

    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T> => (x - (x % y)) / y;
}

/// <summary>What is left of a division rounded down; has the sign of the divisor.</summary>
internal readonly struct Remainder : IBinaryOperator
{
    public static bool Vectorizes => false;

    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T>
    {
        var rest = x % y;
        return rest != T.Zero && T.IsNegative(rest) != T.IsNegative(y) ? rest + y : rest;
    }
}

/// <summary>What is left of a division rounded towards zero; has the sign of the dividend.</summary>
internal readonly struct FMod : IBinaryOperator
{
    public static bool Vectorizes => false;

    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T> => x % y;
}

/// <summary>A power; of integers with a whole exponent that is not negative.</summary>
internal readonly struct Power : IBinaryOperator
{
    public static bool Vectorizes => false;

    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(double)) return (T)(object)Math.Pow((double)(object)x, (double)(object)y);
        if (typeof(T) == typeof(float)) return (T)(object)MathF.Pow((float)(object)x, (float)(object)y);
        var result = T.One;
        var two = T.One + T.One;
        for (; y > T.Zero; y /= two, x *= x)
            if (y % two != T.Zero) result *= x;
        return result;
    }
}

/// <summary>The angle of the point (y, x).</summary>
internal readonly struct ATan2 : IBinaryOperator
{
    public static bool Vectorizes => false;

    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T> =>
        typeof(T) == typeof(double) ? (T)(object)Math.Atan2((double)(object)x, (double)(object)y)
            : (T)(object)MathF.Atan2((float)(object)x, (float)(object)y);
}

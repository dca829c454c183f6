using System.Numerics;

namespace TorchSharp.Kernels;

// Functions of special math as the element-wise loops take them: computed in double precision.
internal interface IDoubleFunction
{
    static abstract double Of(double x);
}

internal readonly struct InDouble<TFunction> : IScalarFunction where TFunction : IDoubleFunction
{
    public static T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> =>
        T.CreateTruncating(TFunction.Of(double.CreateTruncating(x)));
}

internal readonly struct LogGammaOf : IDoubleFunction
{
    public static double Of(double x) => GammaFunctions.Log(x);
}

internal readonly struct DigammaOf : IDoubleFunction
{
    public static double Of(double x) => GammaFunctions.Digamma(x);
}

internal readonly struct ErfInverseOf : IDoubleFunction
{
    public static double Of(double x) => ErfInverse.Of(x);
}

internal readonly struct ErfScaledOf : IDoubleFunction
{
    // e^(x²) erfc(x); where erfc has no digits left, its asymptotic series.
    public static double Of(double x)
    {
        if (x < 25) return x < -26.7 ? double.PositiveInfinity : Math.Exp(x * x) * Erf.Complement(x);
        var z = 1 / (2 * x * x);
        return (1 - (z * (1 - (3 * z * (1 - (5 * z)))))) / (x * Math.Sqrt(Math.PI));
    }
}

internal readonly struct NormalCdfOf : IDoubleFunction
{
    public static double Of(double x) => 0.5 * Erf.Complement(-x / Math.Sqrt(2));
}

internal readonly struct LogNormalCdfOf : IDoubleFunction
{
    public static double Of(double x) => x < -1
        ? Math.Log(ErfScaledOf.Of(-x / Math.Sqrt(2)) / 2) - (x * x / 2) : double.LogP1(-NormalCdfOf.Of(-x));
}

internal readonly struct NormalQuantileOf : IDoubleFunction
{
    public static double Of(double p) => -Math.Sqrt(2) * ErfInverse.OfComplement(2 * p);
}

internal readonly struct BesselI0Of : IDoubleFunction
{
    public static double Of(double x) => BesselFunctions.Of(0, x);
}

internal readonly struct BesselI0Scaled : IDoubleFunction
{
    public static double Of(double x) => BesselFunctions.Scaled(0, x);
}

internal readonly struct BesselI1Of : IDoubleFunction
{
    public static double Of(double x) => BesselFunctions.Of(1, x);
}

internal readonly struct BesselI1Scaled : IDoubleFunction
{
    public static double Of(double x) => BesselFunctions.Scaled(1, x);
}

/// <summary>−x log x; 0 at 0 and −∞ below.</summary>
internal readonly struct EntropyOf : IDoubleFunction
{
    public static double Of(double x) => x > 0 ? -x * Math.Log(x) : x == 0 ? 0 : double.IsNaN(x) ? x
        : double.NegativeInfinity;
}

/// <summary>A function of two floating-point numbers, in double precision.</summary>
internal interface IDoubleOperator
{
    static abstract double Of(double x, double y);
}

internal readonly struct Doubles<TOp> : IBinaryOperator where TOp : IDoubleOperator
{
    public static bool Vectorizes => false;

    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T> =>
        T.CreateTruncating(TOp.Of(double.CreateTruncating(x), double.CreateTruncating(y)));
}

internal readonly struct HypotOf : IDoubleOperator
{
    public static double Of(double x, double y) => double.Hypot(x, y);
}

internal readonly struct CopySignOf : IDoubleOperator
{
    public static double Of(double x, double y) => Math.CopySign(x, y);
}

internal readonly struct HeavisideOf : IDoubleOperator
{
    public static double Of(double x, double y) => x == 0 ? y : x > 0 ? 1 : double.IsNaN(x) ? x : 0;
}

internal readonly struct LargerNumber : IDoubleOperator
{
    public static double Of(double x, double y) => double.IsNaN(x) ? y : double.IsNaN(y) ? x : Math.Max(x, y);
}

internal readonly struct SmallerNumber : IDoubleOperator
{
    public static double Of(double x, double y) => double.IsNaN(x) ? y : double.IsNaN(y) ? x : Math.Min(x, y);
}

internal readonly struct LogAddExpOf : IDoubleOperator
{
    public static double Of(double x, double y) =>
        x == y && double.IsInfinity(x) ? x : Math.Max(x, y) + double.LogP1(Math.Exp(-Math.Abs(x - y)));
}

internal readonly struct XLogYOf : IDoubleOperator
{
    public static double Of(double x, double y) => double.IsNaN(y) ? y : x == 0 ? 0 : x * Math.Log(y);
}

internal readonly struct XLogOnePlusYOf : IDoubleOperator
{
    public static double Of(double x, double y) => double.IsNaN(y) ? y : x == 0 ? 0 : x * double.LogP1(y);
}

internal readonly struct ZetaOf : IDoubleOperator
{
    public static double Of(double x, double y) => GammaFunctions.Zeta(x, y);
}

internal readonly struct PolygammaOf : IDoubleOperator
{
    public static double Of(double x, double n) =>
        n == 0 ? GammaFunctions.Digamma(x) : GammaFunctions.Polygamma((int)n, x);
}

internal readonly struct LowerGammaOf : IDoubleOperator
{
    public static double Of(double a, double x) => GammaFunctions.Lower(a, x);
}

internal readonly struct UpperGammaOf : IDoubleOperator
{
    public static double Of(double a, double x) => GammaFunctions.Upper(a, x);
}

/// <summary>The next number after x towards y, in the numbers' own precision.</summary>
internal readonly struct NextAfter : IBinaryOperator
{
    public static bool Vectorizes => false;

    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T>
    {
        if (x == y || T.IsNaN(x) || T.IsNaN(y)) return T.IsNaN(x) ? x : y;
        if (typeof(T) == typeof(float))
        {
            var value = (float)(object)x;
            return (T)(object)(x < y ? MathF.BitIncrement(value) : MathF.BitDecrement(value));
        }

        var number = (double)(object)x;
        return (T)(object)(x < y ? Math.BitIncrement(number) : Math.BitDecrement(number));
    }
}

/// <summary>The greatest common divisor, not negative.</summary>
internal readonly struct GreatestDivisor : IBinaryOperator
{
    public static bool Vectorizes => false;

    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T>
    {
        while (y != T.Zero) (x, y) = (y, x % y);
        return T.Abs(x);
    }
}

/// <summary>The least common multiple, not negative.</summary>
internal readonly struct LeastMultiple : IBinaryOperator
{
    public static bool Vectorizes => false;

    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T> =>
        x == T.Zero || y == T.Zero ? T.Zero : T.Abs(x / GreatestDivisor.Of(x, y) * y);
}

/// <summary>The bits of an integer moved up.</summary>
internal readonly struct ShiftLeft : IBinaryOperator
{
    public static bool Vectorizes => false;

    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T> =>
        T.CreateTruncating(long.CreateTruncating(x) << int.CreateTruncating(y));
}

/// <summary>The bits of an integer moved down; the sign stays.</summary>
internal readonly struct ShiftRight : IBinaryOperator
{
    public static bool Vectorizes => false;

    public static T Of<T>(T x, T y) where T : unmanaged, INumber<T> =>
        T.CreateTruncating(long.CreateTruncating(x) >> int.CreateTruncating(y));
}

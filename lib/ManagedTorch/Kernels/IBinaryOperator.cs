using System.Numerics;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>What an element-wise operation does to two numbers, and to vectors of them.</summary>
internal interface IBinaryOperator
{
    /// <summary>Whether there is a form for vectors.</summary>
    static virtual bool Vectorizes => true;

    static abstract T Of<T>(T x, T y) where T : unmanaged, INumber<T>;

    static virtual Vector<T> Of<T>(Vector<T> x, Vector<T> y) where T : unmanaged, INumber<T> =>
        throw new NotSupportedException("This operation has no form for vectors.");
}

/// <summary>The same for operations that only floating-point numbers have.</summary>
internal interface IFloatBinaryOperator
{
    static abstract T Of<T>(T x, T y) where T : unmanaged, IFloatingPointIeee754<T>;
}

/// <summary>A comparison of two numbers.</summary>
internal interface IComparison
{
    static abstract bool Of<T>(T x, T y) where T : unmanaged, INumber<T>;

    /// <summary>All bits of a lane where the comparison holds, else none.</summary>
    static abstract Vector512<T> Of<T>(Vector512<T> x, Vector512<T> y) where T : unmanaged, INumber<T>;
}

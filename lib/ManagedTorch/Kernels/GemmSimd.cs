using System.Numerics;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>The vector operations that the matrix product needs, for one element type and one register width.</summary>
/// <typeparam name="TVector">The register.</typeparam>
/// <typeparam name="T">The element.</typeparam>
internal unsafe interface IGemmSimd<TVector, T>
    where TVector : struct
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Elements in a register.</summary>
    static abstract int Width { get; }

    /// <summary>Rows of a full tile: as many as the registers hold accumulators for.</summary>
    static abstract int Rows { get; }

    static abstract TVector Load(T* source);

    static abstract void Store(T* target, TVector value);

    static abstract TVector Broadcast(T value);

    static abstract TVector Add(TVector left, TVector right);

    static abstract TVector Subtract(TVector left, TVector right);

    /// <summary>left · right + sum, rounded once.</summary>
    static abstract TVector Fma(TVector left, TVector right, TVector sum);
}

internal readonly unsafe struct Float512 : IGemmSimd<Vector512<float>, float>
{
    public static int Width => 16;
    public static int Rows => 12;
    public static Vector512<float> Load(float* source) => Vector512.Load(source);
    public static void Store(float* target, Vector512<float> value) => value.Store(target);
    public static Vector512<float> Broadcast(float value) => Vector512.Create(value);
    public static Vector512<float> Add(Vector512<float> left, Vector512<float> right) => left + right;
    public static Vector512<float> Subtract(Vector512<float> left, Vector512<float> right) => left - right;
    public static Vector512<float> Fma(Vector512<float> left, Vector512<float> right, Vector512<float> sum) =>
        Vector512.MultiplyAddEstimate(left, right, sum);
}

internal readonly unsafe struct Float256 : IGemmSimd<Vector256<float>, float>
{
    public static int Width => 8;
    public static int Rows => 6;
    public static Vector256<float> Load(float* source) => Vector256.Load(source);
    public static void Store(float* target, Vector256<float> value) => value.Store(target);
    public static Vector256<float> Broadcast(float value) => Vector256.Create(value);
    public static Vector256<float> Add(Vector256<float> left, Vector256<float> right) => left + right;
    public static Vector256<float> Subtract(Vector256<float> left, Vector256<float> right) => left - right;
    public static Vector256<float> Fma(Vector256<float> left, Vector256<float> right, Vector256<float> sum) =>
        Vector256.MultiplyAddEstimate(left, right, sum);
}

internal readonly unsafe struct Float128 : IGemmSimd<Vector128<float>, float>
{
    public static int Width => 4;
    public static int Rows => 6;
    public static Vector128<float> Load(float* source) => Vector128.Load(source);
    public static void Store(float* target, Vector128<float> value) => value.Store(target);
    public static Vector128<float> Broadcast(float value) => Vector128.Create(value);
    public static Vector128<float> Add(Vector128<float> left, Vector128<float> right) => left + right;
    public static Vector128<float> Subtract(Vector128<float> left, Vector128<float> right) => left - right;
    public static Vector128<float> Fma(Vector128<float> left, Vector128<float> right, Vector128<float> sum) =>
        Vector128.MultiplyAddEstimate(left, right, sum);
}

internal readonly unsafe struct Double512 : IGemmSimd<Vector512<double>, double>
{
    public static int Width => 8;
    public static int Rows => 12;
    public static Vector512<double> Load(double* source) => Vector512.Load(source);
    public static void Store(double* target, Vector512<double> value) => value.Store(target);
    public static Vector512<double> Broadcast(double value) => Vector512.Create(value);
    public static Vector512<double> Add(Vector512<double> left, Vector512<double> right) => left + right;
    public static Vector512<double> Subtract(Vector512<double> left, Vector512<double> right) => left - right;
    public static Vector512<double> Fma(Vector512<double> left, Vector512<double> right, Vector512<double> sum) =>
        Vector512.MultiplyAddEstimate(left, right, sum);
}

internal readonly unsafe struct Double256 : IGemmSimd<Vector256<double>, double>
{
    public static int Width => 4;
    public static int Rows => 6;
    public static Vector256<double> Load(double* source) => Vector256.Load(source);
    public static void Store(double* target, Vector256<double> value) => value.Store(target);
    public static Vector256<double> Broadcast(double value) => Vector256.Create(value);
    public static Vector256<double> Add(Vector256<double> left, Vector256<double> right) => left + right;
    public static Vector256<double> Subtract(Vector256<double> left, Vector256<double> right) => left - right;
    public static Vector256<double> Fma(Vector256<double> left, Vector256<double> right, Vector256<double> sum) =>
        Vector256.MultiplyAddEstimate(left, right, sum);
}

internal readonly unsafe struct Double128 : IGemmSimd<Vector128<double>, double>
{
    public static int Width => 2;
    public static int Rows => 6;
    public static Vector128<double> Load(double* source) => Vector128.Load(source);
    public static void Store(double* target, Vector128<double> value) => value.Store(target);
    public static Vector128<double> Broadcast(double value) => Vector128.Create(value);
    public static Vector128<double> Add(Vector128<double> left, Vector128<double> right) => left + right;
    public static Vector128<double> Subtract(Vector128<double> left, Vector128<double> right) => left - right;
    public static Vector128<double> Fma(Vector128<double> left, Vector128<double> right, Vector128<double> sum) =>
        Vector128.MultiplyAddEstimate(left, right, sum);
}

using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number with its element type: the right-hand side of operations such as <c>x.add(2)</c>.</summary>
public sealed class Scalar : IDisposable
{
    private readonly double _float;
    private readonly long _integer;

    internal Scalar(double value, ScalarType type)
    {
        _float = value;
        _integer = double.IsFinite(value) ? (long)value : 0;
        Type = type;
    }

    internal Scalar(long value, ScalarType type)
    {
        _float = value;
        _integer = value;
        Type = type;
    }

    /// <summary>The element type of the number.</summary>
    public ScalarType Type { get; }

    internal double Double => _float;

    internal long Int64 => _integer;

    internal Scalar Times(Scalar other) => Type.IsFloating() || other.Type.IsFloating()
        ? new Scalar(_float * other._float, ScalarTypes.Promote(Type, other.Type))
        : new Scalar(_integer * other._integer, ScalarTypes.Promote(Type, other.Type));

    internal T To<T>() where T : unmanaged, INumber<T> =>
        Type.IsFloating() ? T.CreateTruncating(_float) : T.CreateTruncating(_integer);

    /// <summary>Does nothing; a number holds no resources.</summary>
    public void Dispose()
    {
    }

    /// <summary>The number as a Scalar.</summary>
    public static implicit operator Scalar(double value) => new(value, ScalarType.Float64);

    /// <inheritdoc cref="op_Implicit(double)"/>
    public static implicit operator Scalar(float value) => new(value, ScalarType.Float32);

    /// <inheritdoc cref="op_Implicit(double)"/>
    public static implicit operator Scalar(long value) => new(value, ScalarType.Int64);

    /// <inheritdoc cref="op_Implicit(double)"/>
    public static implicit operator Scalar(int value) => new((long)value, ScalarType.Int32);

    /// <inheritdoc cref="op_Implicit(double)"/>
    public static implicit operator Scalar(short value) => new((long)value, ScalarType.Int16);

    /// <inheritdoc cref="op_Implicit(double)"/>
    public static implicit operator Scalar(sbyte value) => new((long)value, ScalarType.Int8);

    /// <inheritdoc cref="op_Implicit(double)"/>
    public static implicit operator Scalar(byte value) => new((long)value, ScalarType.Byte);

    /// <inheritdoc cref="op_Implicit(double)"/>
    public static implicit operator Scalar(bool value) => new(value ? 1L : 0L, ScalarType.Bool);
}

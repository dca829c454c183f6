using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Moves elements between layouts and types.</summary>
internal static class Copy
{
    private const int Tile = 32, Strip = 256;

    /// <summary>Copies elements of one type between tensors of the same shape and any strides.</summary>
    public static void Strided(Tensor source, Tensor destination)
    {
        switch (source.dtype)
        {
            case ScalarType.Float32: Strided<float>(source, destination); break;
            case ScalarType.Float64: Strided<double>(source, destination); break;
            case ScalarType.Int64 or ScalarType.ComplexFloat32: Strided<long>(source, destination); break;
            case ScalarType.ComplexFloat64: Strided<Complex>(source, destination); break;
            case ScalarType.Int32: Strided<int>(source, destination); break;
            case ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16:
                Strided<short>(source, destination);
                break;
            case ScalarType.Int8: Strided<sbyte>(source, destination); break;
            default: Strided<byte>(source, destination); break;
        }
    }

    private static void Strided<T>(Tensor source, Tensor destination) where T : unmanaged
    {
        if (source.Count_ == 0) return;
        var from = source.Array<T>(out var fromOffset);
        var to = destination.Array<T>(out var toOffset);
        if (source.Contiguous_ && destination.Contiguous_)
        {
            from.AsSpan(fromOffset, (int)source.Count_).CopyTo(to.AsSpan(toOffset));
            return;
        }

        if (source.Shape_.Length >= 2 && source.Strides_[^2] == 1 && destination.Strides_[^1] == 1
            && source.Shape_[^1] > 1 && source.Shape_[^2] > 1)
        {
            Transposed(from, fromOffset, to, toOffset, source, destination);
            return;
        }

        RowWalk.Each(() => new RowWalk(source.Shape_, source.Strides_, destination.Strides_), walk =>
            Row(from, fromOffset + (int)walk.Offsets[0], walk.Step(0),
                to, toOffset + (int)walk.Offsets[1], walk.Step(1), walk.Width));
    }

    /// <summary>Adds floating-point elements to those of a tensor of the same shape and any strides.</summary>
    public static void AddStrided(Tensor source, Tensor destination)
    {
        if (source.dtype == ScalarType.Float32) AddStrided<float>(source, destination);
        else AddStrided<double>(source, destination);
    }

    private static void AddStrided<T>(Tensor source, Tensor destination) where T : unmanaged, INumber<T>
    {
        if (source.Count_ == 0) return;
        var from = source.Array<T>(out var fromOffset);
        var to = destination.Array<T>(out var toOffset);
        RowWalk.Each(() => new RowWalk(source.Shape_, source.Strides_, destination.Strides_), walk =>
        {
            var (fromStep, toStep) = (walk.Step(0), walk.Step(1));
            var (i, j) = (fromOffset + (int)walk.Offsets[0], toOffset + (int)walk.Offsets[1]);
            if (fromStep == 1 && toStep == 1) Rows.Add(from.AsSpan(i, walk.Width), to.AsSpan(j, walk.Width));
            else for (var n = 0; n < walk.Width; n++, i += fromStep, j += toStep) to[j] += from[i];
        });
    }

    /// <summary>
    /// The same where elements of the destination may share a place: by one thread, one after the other.
    /// </summary>
    public static void AddStridedInOrder(Tensor source, Tensor destination)
    {
        if (source.dtype == ScalarType.Float32) AddStridedInOrder<float>(source, destination);
        else AddStridedInOrder<double>(source, destination);
    }

    private static void AddStridedInOrder<T>(Tensor source, Tensor destination) where T : unmanaged, INumber<T>
    {
        if (source.Count_ == 0) return;
        var from = source.Array<T>(out var fromOffset);
        var to = destination.Array<T>(out var toOffset);
        var walk = new RowWalk(source.Shape_, source.Strides_, destination.Strides_);
        var (fromStep, toStep) = (walk.Step(0), walk.Step(1));
        for (var row = 0L; row < walk.Rows; row++, walk.Next())
        {
            var (i, j) = (fromOffset + (int)walk.Offsets[0], toOffset + (int)walk.Offsets[1]);
            for (var n = 0; n < walk.Width; n++, i += fromStep, j += toStep) to[j] += from[i];
        }
    }

    private static void Row<T>(T[] from, int fromAt, int fromStep, T[] to, int toAt, int toStep, int width)
    {
        if (fromStep == 1 && toStep == 1) from.AsSpan(fromAt, width).CopyTo(to.AsSpan(toAt));
        else if (fromStep == 0 && toStep == 1) to.AsSpan(toAt, width).Fill(from[fromAt]);
        else for (var i = 0; i < width; i++, fromAt += fromStep, toAt += toStep) to[toAt] = from[fromAt];
    }

    // The last two dimensions tile by tile, so that both sides stay in the cache.
    private static void Transposed<T>(T[] from, int fromOffset, T[] to, int toOffset, Tensor source, Tensor destination)
        where T : unmanaged
    {
        var (rows, columns) = ((int)source.Shape_[^2], (int)source.Shape_[^1]);
        var (fromColumn, toRow) = ((int)source.Strides_[^1], (int)destination.Strides_[^2]);
        RowWalk Start() => new([.. source.Shape_[..^2], 1], [.. source.Strides_[..^2], 0],
            [.. destination.Strides_[..^2], 0]);
        var (tiles, matrices) = ((columns + Tile - 1) / Tile, (int)(source.Count_ / rows / columns));
        Parallel.For(matrices * tiles, Math.Max(1, Parallel.ManyElements / 2 / (rows * Tile)), (start, end) =>
        {
            var walk = Start();
            for (var i = start; i < end; i++)
            {
                var (matrix, tile) = Math.DivRem(i, tiles);
                walk.Seek(matrix / walk.Width);
                var column = tile * Tile;
                var f = fromOffset + (int)walk.Offsets[0] + matrix % walk.Width * walk.Step(0) + column * fromColumn;
                var t = toOffset + (int)walk.Offsets[1] + matrix % walk.Width * walk.Step(1) + column;
                var width = Math.Min(Tile, columns - column);
                for (var row = 0; row < rows; row += Strip)
                    Turn(from, f + row, fromColumn, to, t + row * toRow, toRow, Math.Min(Strip, rows - row), width);
            }
        });
    }

    private static unsafe void Turn<T>(
        T[] from, int f, int fromColumn, T[] to, int t, int toRow, int rows, int columns) where T : unmanaged
    {
        if (sizeof(T) == sizeof(float))
        {
            fixed (T* source = from, target = to)
                Squares.Transpose(columns, rows, (float*)source + f, fromColumn, (float*)target + t, toRow);
            return;
        }
        for (var c = 0; c < columns; c++)
            for (var r = 0; r < rows; r++) to[t + r * toRow + c] = from[f + r + c * fromColumn];
    }

    /// <summary>Converts the elements of a contiguous tensor to the type of another one.</summary>
    public static void Convert(Tensor source, Tensor destination)
    {
        if (ConvertStored(source, destination)) return;
        switch (source.dtype)
        {
            case ScalarType.Float32: From<float>(source, destination); break;
            case ScalarType.Float64: From<double>(source, destination); break;
            case ScalarType.Int64: From<long>(source, destination); break;
            case ScalarType.Int32: From<int>(source, destination); break;
            case ScalarType.Int16: From<short>(source, destination); break;
            case ScalarType.Int8: From<sbyte>(source, destination); break;
            default: From<byte>(source, destination); break;
        }
    }

    // Through Float32, or the parts of complex numbers; a complex number becomes a real one by its real part.
    private static bool ConvertStored(Tensor source, Tensor destination)
    {
        if (source.dtype.IsComplex())
        {
            var (real, imaginary) = (Tensor.NewLike(source, source.dtype.Real()), (Tensor?)null);
            if (destination.dtype.IsComplex()) imaginary = Tensor.NewLike(source, source.dtype.Real());
            Conversions.Split(source, real, imaginary);
            if (imaginary is null) Convert(real, destination);
            else
                Conversions.Join(
                    real.As(destination.dtype.Real()), imaginary.As(destination.dtype.Real()), destination);
            return true;
        }

        if (destination.dtype.IsComplex())
        {
            Conversions.Join(source.As(destination.dtype.Real()), null, destination);
            return true;
        }

        if (source.dtype.IsReduced())
        {
            var single = destination.dtype == ScalarType.Float32 ? destination
                : Tensor.NewLike(source, ScalarType.Float32);
            Conversions.Widen(source, single);
            if (!ReferenceEquals(single, destination)) Convert(single, destination);
            return true;
        }

        if (!destination.dtype.IsReduced()) return false;
        Conversions.Narrow(source.As(ScalarType.Float32), destination);
        return true;
    }

    private static void From<T>(Tensor source, Tensor destination) where T : unmanaged, INumber<T>
    {
        var x = source.Elements<T>();
        switch (destination.dtype)
        {
            case ScalarType.Float32: To(x, destination.Elements<float>()); break;
            case ScalarType.Float64: To(x, destination.Elements<double>()); break;
            case ScalarType.Int64: To(x, destination.Elements<long>()); break;
            case ScalarType.Int32: To(x, destination.Elements<int>()); break;
            case ScalarType.Int16: ToSmall(x, destination.Elements<short>()); break;
            case ScalarType.Int8: ToSmall(x, destination.Elements<sbyte>()); break;
            case ScalarType.Byte: ToSmall(x, destination.Elements<byte>()); break;
            default: ToBool(x, destination.Elements<bool>()); break;
        }
    }

    private static void To<T, U>(ReadOnlySpan<T> x, Span<U> y)
        where T : unmanaged, INumber<T> where U : unmanaged, INumber<U>
    {
        for (var i = 0; i < x.Length; i++) y[i] = U.CreateTruncating(x[i]);
    }

    // Through Int64, so that a negative float wraps around as in C instead of stopping at zero.
    private static void ToSmall<T, U>(ReadOnlySpan<T> x, Span<U> y)
        where T : unmanaged, INumber<T> where U : unmanaged, INumber<U>
    {
        for (var i = 0; i < x.Length; i++) y[i] = U.CreateTruncating(long.CreateTruncating(x[i]));
    }

    private static void ToBool<T>(ReadOnlySpan<T> x, Span<bool> y) where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < x.Length; i++) y[i] = x[i] != T.Zero;
    }
}

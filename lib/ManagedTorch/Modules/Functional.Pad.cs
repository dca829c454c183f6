namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Adds places before and after the elements of the last dimensions; takes away if negative.
            /// </summary>
            /// <param name="input">Of any type.</param>
            /// <param name="pad">
            /// How many before and after: of the last dimension, then of the one before it, and so on.
            /// </param>
            /// <param name="mode">What stands there. All but one value: for at most one or two more dimensions.</param>
            /// <param name="value">The value, for <see cref="PaddingModes.Constant"/>.</param>
            /// <returns>The input's type; each padded dimension longer by its two numbers.</returns>
            /// <exception cref="ArgumentException">
            /// The numbers are not pairs or too many, a dimension would be negative, or the mode needs more elements
            /// than there are.
            /// </exception>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad,
                PaddingModes mode = PaddingModes.Constant, double value = 0.0)
            {
                if (pad.Length % 2 != 0) throw new ArgumentException("Padding length must be divisible by 2");
                if (pad.Length / 2 > input.Live().Shape_.Length)
                    throw new ArgumentException("Padding length too large");
                var sides = Sides(input.Shape_, pad);
                if (mode is PaddingModes.Zeros or PaddingModes.Constant) return Surrounded(input, sides, value);
                if (!Enum.IsDefined(mode))
                    throw new ArgumentOutOfRangeException(nameof(mode), $"{(int)mode} is not a padding mode");
                if (pad.Length is not (2 or 4 or 6) || input.ndim - pad.Length / 2 is not (1 or 2))
                    throw new NotSupportedException(
                        "Only 2D, 3D, 4D, 5D padding with non-constant padding are supported for now");
                var y = input;
                for (var d = 0; d < sides.Length; d++)
                    if (sides[d] != (0, 0)) y = y.index_select(d, Sources(input.Shape_, d, sides[d], mode));
                return ReferenceEquals(y, input) ? input.clone() : y;
            }

            /// <inheritdoc cref="pad(Tensor, ReadOnlySpan{long}, PaddingModes, double)"/>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant,
                double value = 0.0) => functional.pad(input, (ReadOnlySpan<long>)pad, mode, value);

            /// <inheritdoc cref="pad(Tensor, ReadOnlySpan{long}, PaddingModes, double)"/>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant,
                double value = 0.0) => functional.pad(input, (ReadOnlySpan<long>)[pad, pad], mode, value);

            /// <inheritdoc cref="pad(Tensor, ReadOnlySpan{long}, PaddingModes, double)"/>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant,
                double value = 0.0) => functional.pad(input, (ReadOnlySpan<long>)[pad.Item1, pad.Item2], mode, value);

            /// <inheritdoc cref="pad(Tensor, ReadOnlySpan{long}, PaddingModes, double)"/>
            public static Tensor pad(Tensor input, (long, long, long, long) pad,
                PaddingModes mode = PaddingModes.Constant, double value = 0.0) => functional.pad(
                input, (ReadOnlySpan<long>)[pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            // From pairs that begin with the last dimension to one for each dimension.
            private static (long Before, long After)[] Sides(long[] shape, ReadOnlySpan<long> pad)
            {
                var sides = new (long Before, long After)[shape.Length];
                for (var i = 0; i < pad.Length / 2; i++)
                {
                    var d = shape.Length - 1 - i;
                    sides[d] = (pad[2 * i], pad[2 * i + 1]);
                    if (shape[d] + sides[d].Before + sides[d].After < 0)
                        throw new ArgumentException($"The input size {shape[d]}, plus negative padding " +
                            $"{sides[d].Before} and {sides[d].After} resulted in a negative output size, which is " +
                            $"invalid. Check dimension {d} of your input.");
                }
                return sides;
            }

            private static Tensor Surrounded(Tensor input, (long Before, long After)[] sides, double value)
            {
                var y = Tensor.New(input.dtype, [.. input.Shape_.Zip(sides, (n, s) => n + s.Before + s.After)]);
                using (no_grad())
                {
                    var (from, to) = (input, y.fill_(value));
                    for (var d = 0; d < sides.Length; d++)
                    {
                        var ((before, after), n) = (sides[d], input.Shape_[d]);
                        var kept = n + Math.Min(before, 0) + Math.Min(after, 0);
                        if (kept <= 0) return y;
                        from = from.narrow(d, Math.Max(-before, 0), kept);
                        to = to.narrow(d, Math.Max(before, 0), kept);
                    }
                    to.copy_(from);
                }
                return Autograd.Record(y, "constant_pad_nd", [input],
                    dy => [Surrounded(dy, [.. sides.Select(side => (-side.Before, -side.After))], 0)]);
            }

            // For each place of the padded dimension the place in the input that it is read from.
            private static Tensor Sources(long[] shape, int d, (long Before, long After) side, PaddingModes mode)
            {
                var n = shape[d];
                var most = mode == PaddingModes.Reflect ? n - 1 : mode == PaddingModes.Circular ? n : long.MaxValue;
                if (n == 0 || side.Before > most || side.After > most)
                    throw new ArgumentException(mode == PaddingModes.Circular
                        ? "Padding value causes wrapping around more than once."
                        : "Padding size should be less than the corresponding input dimension, but got: padding " +
                          $"({side.Before}, {side.After}) at dimension {d} of input {Shapes.Text(shape)}");
                var places = Enumerable.Range(0, (int)(n + side.Before + side.After));
                return tensor(places.Select(i => Source(i - side.Before)).ToArray());

                long Source(long i) => mode switch
                {
                    PaddingModes.Reflect => i < 0 ? -i : i < n ? i : 2 * (n - 1) - i,
                    PaddingModes.Circular => (i + n) % n,
                    _ => Math.Clamp(i, 0, n - 1),
                };
            }
        }
    }
}

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Zeroes whole channels at random and divides the others by 1 − p.</summary>
            /// <param name="input">[N, C, L] or [C, L].</param>
            /// <param name="p">The probability, in [0, 1].</param>
            /// <param name="training">Whether to do anything at all.</param>
            /// <param name="inplace">Whether the input is overwritten.</param>
            /// <exception cref="ArgumentException">The input has other dimensions.</exception>
            /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not in [0, 1].</exception>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                if (input.ndim is not (2 or 3))
                    throw new ArgumentException(
                        $"dropout1d: Expected 2D or 3D input, but received a {input.ndim}D input.");
                return Channels(input, p, training, inplace, input.ndim == 2);
            }

            /// <inheritdoc cref="dropout1d"/>
            /// <param name="input">[N, C, H, W]; or [N, C, L], whose first dimension counts as N.</param>
            /// <param name="p">The probability, in [0, 1].</param>
            /// <param name="training">Whether to do anything at all.</param>
            /// <param name="inplace">Whether the input is overwritten.</param>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Channels(input, p, training, inplace, false);

            /// <inheritdoc cref="dropout1d"/>
            /// <param name="input">[N, C, D, H, W] or [C, D, H, W].</param>
            /// <param name="p">The probability, in [0, 1].</param>
            /// <param name="training">Whether to do anything at all.</param>
            /// <param name="inplace">Whether the input is overwritten.</param>
            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Channels(input, p, training, inplace, input.ndim == 4);

            /// <summary>Sets elements at random to SELU's limit, and keeps mean 0 and variance 1.</summary>
            /// <param name="input">Of mean 0 and variance 1.</param>
            /// <param name="p">The probability, in [0, 1].</param>
            /// <param name="training">Whether to do anything at all.</param>
            /// <param name="inplace">Whether the input is overwritten.</param>
            /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not in [0, 1].</exception>
            /// <remarks>Klambauer et al., 2017: https://arxiv.org/abs/1706.02515</remarks>
            public static Tensor alpha_dropout(
                Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                Alpha(input, p, training, inplace, input.Shape_);

            /// <summary><see cref="alpha_dropout"/> of whole channels.</summary>
            /// <inheritdoc cref="alpha_dropout"/>
            /// <param name="input">[N, C, ...].</param>
            /// <param name="p">The probability, in [0, 1].</param>
            /// <param name="training">Whether to do anything at all.</param>
            /// <param name="inplace">Whether the input is overwritten.</param>
            public static Tensor feature_alpha_dropout(
                Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                Alpha(input, p, training, inplace, ChannelShape(input, false));

            private static Tensor Channels(Tensor input, double p, bool training, bool inplace, bool single)
            {
                CheckProbability(p);
                if (!training || p == 0) return inplace ? input : input.alias();
                var mask = Mask(Tensor.New(input.dtype, ChannelShape(input, single)), p);
                return inplace ? input.mul_(mask) : input.mul(mask);
            }

            private static long[] ChannelShape(Tensor input, bool single)
            {
                var kept = single ? 1 : 2;
                if (input.ndim < kept)
                    throw new ArgumentException("Feature dropout requires at least 2 dimensions in the input, got " +
                        Shapes.Text(input.Shape_));
                return [.. input.Shape_.Select((n, d) => d < kept ? n : 1)];
            }

            private static Tensor Alpha(Tensor input, double p, bool training, bool inplace, long[] shape)
            {
                CheckProbability(p);
                if (!training || p == 0) return inplace ? input : input.alias();
                if (p == 1) return inplace ? input.mul_(0) : input.mul(0);
                const double Limit = 1.7580993408473766;                        // SELU's, negated
                var scale = 1 / Math.Sqrt((Limit * Limit * p + 1) * (1 - p));
                var kept = Mask(Tensor.New(input.dtype, shape), p).mul(1 - p);
                var shift = (kept - 1) * (Limit * scale) + Limit * scale * p;
                return At(input, inplace, x => x * (kept * scale) + shift);
            }
        }
    }
}

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Channels turned into places: [..., C·r², H, W] → [..., C, H·r, W·r].</summary>
    /// <remarks>Shi et al., 2016: https://arxiv.org/abs/1609.05158</remarks>
    public sealed class PixelShuffle : ParameterLessModule<Tensor, Tensor>
    {
        internal PixelShuffle(long factor) : base(nameof(PixelShuffle)) => upscale_factor = factor;

        /// <summary>r.</summary>
        public long upscale_factor { get; set; }

        /// <inheritdoc cref="nn.functional.pixel_shuffle"/>
        public override Tensor forward(Tensor input) => nn.functional.pixel_shuffle(input, upscale_factor);
    }

    /// <summary>Places turned into channels: [..., C, H·r, W·r] → [..., C·r², H, W].</summary>
    public sealed class PixelUnshuffle : ParameterLessModule<Tensor, Tensor>
    {
        internal PixelUnshuffle(long factor) : base(nameof(PixelUnshuffle)) => downscale_factor = factor;

        /// <summary>r.</summary>
        public long downscale_factor { get; set; }

        /// <inheritdoc cref="nn.functional.pixel_unshuffle"/>
        public override Tensor forward(Tensor input) => nn.functional.pixel_unshuffle(input, downscale_factor);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.PixelShuffle"/>
            public static PixelShuffle PixelShuffle(long upscale_factor) => new(upscale_factor);

            /// <inheritdoc cref="Modules.PixelUnshuffle"/>
            public static PixelUnshuffle PixelUnshuffle(long downscale_factor) => new(downscale_factor);

            public static partial class functional
            {
                /// <summary>Channels turned into places.</summary>
                /// <param name="input">[..., C·r², H, W].</param>
                /// <param name="upscale_factor">r.</param>
                /// <returns>[..., C, H·r, W·r].</returns>
                /// <exception cref="ArgumentException">The channels cannot be divided by r².</exception>
                public static Tensor pixel_shuffle(Tensor input, long upscale_factor)
                {
                    var r = upscale_factor;
                    CheckShuffle(input, r, "pixel_shuffle", "upscale_factor");
                    var (channels, height, width) = (input.Shape_[^3], input.Shape_[^2], input.Shape_[^1]);
                    if (channels % (r * r) != 0)
                        throw new ArgumentException("pixel_shuffle expects its input's 'channel' dimension to be " +
                            "divisible by the square of upscale_factor, but input.size(-3)=" +
                            $"{channels} is not divisible by {r * r}");
                    return input.reshape(-1, channels / (r * r), r, r, height, width).permute(0, 1, 4, 2, 5, 3)
                        .reshape([.. input.Shape_[..^3], channels / (r * r), height * r, width * r]);
                }

                /// <summary>Places turned into channels.</summary>
                /// <param name="input">[..., C, H·r, W·r].</param>
                /// <param name="downscale_factor">r.</param>
                /// <returns>[..., C·r², H, W].</returns>
                /// <exception cref="ArgumentException">Height or width cannot be divided by r.</exception>
                public static Tensor pixel_unshuffle(Tensor input, long downscale_factor)
                {
                    var r = downscale_factor;
                    CheckShuffle(input, r, "pixel_unshuffle", "downscale_factor");
                    var (channels, height, width) = (input.Shape_[^3], input.Shape_[^2], input.Shape_[^1]);
                    foreach (var (name, dim, size) in new[] { ("height", -2, height), ("width", -1, width) })
                        if (size % r != 0)
                            throw new ArgumentException($"pixel_unshuffle expects {name} to be divisible by " +
                                $"downscale_factor, but input.size({dim})={size} is not divisible by {r}");
                    return input.reshape(-1, channels, height / r, r, width / r, r).permute(0, 1, 3, 5, 2, 4)
                        .reshape([.. input.Shape_[..^3], channels * r * r, height / r, width / r]);
                }

                private static void CheckShuffle(Tensor input, long factor, string name, string factorName)
                {
                    if (input.ndim < 3)
                        throw new ArgumentException($"{name} expects input to have at least 3 dimensions, but got " +
                            $"input with {input.ndim} dimension(s)");
                    if (factor < 1)
                        throw new ArgumentOutOfRangeException(
                            factorName, $"{name} expects a positive {factorName}, but got {factor}");
                }
            }
        }
    }
}

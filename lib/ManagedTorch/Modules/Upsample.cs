using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Images (or lines, or blocks) of another size.</summary>
    public sealed class Upsample : ParameterLessModule<Tensor, Tensor>
    {
        private readonly long[]? _size;
        private readonly double[]? _factors;

        internal Upsample(long[]? size, double[]? factors, UpsampleMode mode, bool? alignCorners, bool? recompute) :
            base(nameof(Upsample))
        {
            (_size, _factors, this.mode) = (size, factors, mode);
            (align_corners, recompute_scale_factor) = (alignCorners, recompute);
        }

        /// <summary>The new sizes, or empty.</summary>
        public ReadOnlySpan<long> size => _size;

        /// <summary>What the sizes are multiplied by, or empty.</summary>
        public ReadOnlySpan<double> scale_factor => _factors;

        /// <summary>Where the new values come from.</summary>
        public UpsampleMode mode { get; }

        /// <summary>Whether the middles of the first and last places stay where they are.</summary>
        public bool? align_corners { get; }

        /// <summary>Whether places are measured by the new sizes rather than by the factors.</summary>
        public bool? recompute_scale_factor { get; set; }

        /// <inheritdoc cref="nn.functional.interpolate"/>
        public override Tensor forward(Tensor input) => nn.functional.interpolate(input, _size, _factors,
            (InterpolationMode)(int)mode, align_corners, recompute_scale_factor ?? false);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        /// <summary>Where the values of an enlarged image come from.</summary>
        public enum UpsampleMode
        {
            /// <summary>The nearest place.</summary>
            Nearest = 0,

            /// <summary>The line between two places.</summary>
            Linear = 1,

            /// <summary>The surface between four places.</summary>
            Bilinear = 2,

            /// <summary>The cubic surface through sixteen places.</summary>
            Bicubic = 3,

            /// <summary>The space between eight places.</summary>
            Trilinear = 4,
        }

        /// <summary>Where the values of an image of another size come from.</summary>
        public enum InterpolationMode
        {
            /// <inheritdoc cref="UpsampleMode.Nearest"/>
            Nearest = 0,

            /// <inheritdoc cref="UpsampleMode.Linear"/>
            Linear = 1,

            /// <inheritdoc cref="UpsampleMode.Bilinear"/>
            Bilinear = 2,

            /// <inheritdoc cref="UpsampleMode.Bicubic"/>
            Bicubic = 3,

            /// <inheritdoc cref="UpsampleMode.Trilinear"/>
            Trilinear = 4,

            /// <summary>The mean of the places that the new place covers.</summary>
            Area = 5,

            /// <summary>The place nearest to the middle of the new place.</summary>
            NearestExact = 6,
        }

        public static partial class nn
        {
            /// <inheritdoc cref="Modules.Upsample"/>
            /// <inheritdoc cref="functional.interpolate" path="/param"/>
            public static Upsample Upsample(long[]? size = null, double[]? scale_factor = null,
                UpsampleMode mode = UpsampleMode.Nearest, bool? align_corners = null,
                bool? recompute_scale_factor = null) =>
                new(size, scale_factor, mode, align_corners, recompute_scale_factor);
        }
    }
}

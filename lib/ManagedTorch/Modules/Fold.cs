using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The sum of patches into images: the transpose of <see cref="Unfold"/>.</summary>
    public sealed class Fold : ParameterLessModule<Tensor, Tensor>
    {
        internal Fold((long, long) output_size, (long, long) kernel_size, (long, long) dilation, (long, long) padding,
            (long, long) stride) : base(nameof(Fold))
        {
            (this.output_size, this.kernel_size) = (output_size, kernel_size);
            (this.dilation, this.padding, this.stride) = (dilation, padding, stride);
        }

        /// <summary>Height and width of the images.</summary>
        public (long, long) output_size { get; set; }

        /// <summary>Height and width of a patch.</summary>
        public (long, long) kernel_size { get; set; }

        /// <summary>The distance of a patch's elements.</summary>
        public (long, long) dilation { get; set; }

        /// <summary>Places at both ends that are left out.</summary>
        public (long, long) padding { get; set; }

        /// <summary>From one patch to the next.</summary>
        public (long, long) stride { get; set; }

        /// <summary>The images, [N, C, height, width].</summary>
        /// <param name="tensor">[N, C · kernel height · kernel width, patches], or without N.</param>
        public override Tensor forward(Tensor tensor) =>
            nn.functional.fold(tensor, output_size, kernel_size, dilation, padding, stride);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.Fold"/>
            /// <param name="output_size">Height and width of the images.</param>
            /// <param name="kernel_size">Height and width of a patch.</param>
            /// <param name="dilation">The distance of a patch's elements.</param>
            /// <param name="padding">Places at both ends that are left out.</param>
            /// <param name="stride">From one patch to the next.</param>
            public static Fold Fold(
                long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                new((output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding),
                    (stride, stride));

            /// <inheritdoc cref="Modules.Fold"/>
            public static Fold Fold((long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null,
                (long, long)? padding = null, (long, long)? stride = null) =>
                new(output_size, kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));
        }
    }
}

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The patches that a convolution reads, as columns.</summary>
    public sealed class Unfold : ParameterLessModule<Tensor, Tensor>
    {
        internal Unfold((long, long) kernel_size, (long, long) dilation, (long, long) padding, (long, long) stride)
            : base(nameof(Unfold)) =>
            (this.kernel_size, this.dilation, this.padding, this.stride) = (kernel_size, dilation, padding, stride);

        /// <summary>Height and width of a patch.</summary>
        public (long, long) kernel_size { get; set; }

        /// <summary>The distance of a patch's elements.</summary>
        public (long, long) dilation { get; set; }

        /// <summary>Zeros at both ends.</summary>
        public (long, long) padding { get; set; }

        /// <summary>From one patch to the next.</summary>
        public (long, long) stride { get; set; }

        /// <summary>The patches as columns, [N, C · kernel height · kernel width, patches].</summary>
        /// <param name="tensor">[N, C, H, W] or [C, H, W].</param>
        public override Tensor forward(Tensor tensor) =>
            nn.functional.unfold(tensor, kernel_size, dilation, padding, stride);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.Unfold"/>
            /// <param name="kernel_size">Height and width of a patch.</param>
            /// <param name="dilation">The distance of a patch's elements.</param>
            /// <param name="padding">Zeros at both ends.</param>
            /// <param name="stride">From one patch to the next.</param>
            public static Unfold Unfold(long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                new((kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <inheritdoc cref="Modules.Unfold"/>
            public static Unfold Unfold((long, long) kernel_size, (long, long)? dilation = null,
                (long, long)? padding = null, (long, long)? stride = null) =>
                new(kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));
        }
    }
}

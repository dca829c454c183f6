using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>The last dimension with the borders repeated.</summary>
    public sealed class ReplicationPad1d : PadBase
    {
        internal ReplicationPad1d(params long[] padding) :
            base(nameof(ReplicationPad1d), PaddingModes.Replicate, 0, padding)
        {
        }
    }

    /// <summary>The last two dimensions with the borders repeated.</summary>
    public sealed class ReplicationPad2d : PadBase
    {
        internal ReplicationPad2d(params long[] padding) :
            base(nameof(ReplicationPad2d), PaddingModes.Replicate, 0, padding)
        {
        }
    }

    /// <summary>The last three dimensions with the borders repeated.</summary>
    public sealed class ReplicationPad3d : PadBase
    {
        internal ReplicationPad3d(params long[] padding) :
            base(nameof(ReplicationPad3d), PaddingModes.Replicate, 0, padding)
        {
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.ReplicationPad1d"/>
            public static ReplicationPad1d ReplicationPad1d(long padding) =>
                new(padding, padding);

            /// <inheritdoc cref="Modules.ReplicationPad1d"/>
            public static ReplicationPad1d ReplicationPad1d((long, long) padding) =>
                new(padding.Item1, padding.Item2);

            /// <inheritdoc cref="Modules.ReplicationPad2d"/>
            public static ReplicationPad2d ReplicationPad2d(long padding) =>
                new(padding, padding, padding, padding);

            /// <inheritdoc cref="Modules.ReplicationPad2d"/>
            public static ReplicationPad2d ReplicationPad2d((long, long, long, long) padding) =>
                new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);

            /// <inheritdoc cref="Modules.ReplicationPad3d"/>
            public static ReplicationPad3d ReplicationPad3d(long padding) =>
                new(padding, padding, padding, padding, padding, padding);

            /// <inheritdoc cref="Modules.ReplicationPad3d"/>
            public static ReplicationPad3d ReplicationPad3d((long, long, long, long, long, long) padding) =>
                new(padding.Item1, padding.Item2, padding.Item3, padding.Item4, padding.Item5, padding.Item6);
        }
    }
}

using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>The last dimension mirrored at the borders.</summary>
    public sealed class ReflectionPad1d : PadBase
    {
        internal ReflectionPad1d(params long[] padding) :
            base(nameof(ReflectionPad1d), PaddingModes.Reflect, 0, padding)
        {
        }
    }

    /// <summary>The last two dimensions mirrored at the borders.</summary>
    public sealed class ReflectionPad2d : PadBase
    {
        internal ReflectionPad2d(params long[] padding) :
            base(nameof(ReflectionPad2d), PaddingModes.Reflect, 0, padding)
        {
        }
    }

    /// <summary>The last three dimensions mirrored at the borders.</summary>
    public sealed class ReflectionPad3d : PadBase
    {
        internal ReflectionPad3d(params long[] padding) :
            base(nameof(ReflectionPad3d), PaddingModes.Reflect, 0, padding)
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
            /// <inheritdoc cref="Modules.ReflectionPad1d"/>
            public static ReflectionPad1d ReflectionPad1d(long padding) =>
                new(padding, padding);

            /// <inheritdoc cref="Modules.ReflectionPad1d"/>
            public static ReflectionPad1d ReflectionPad1d((long, long) padding) =>
                new(padding.Item1, padding.Item2);

            /// <inheritdoc cref="Modules.ReflectionPad2d"/>
            public static ReflectionPad2d ReflectionPad2d(long padding) =>
                new(padding, padding, padding, padding);

            /// <inheritdoc cref="Modules.ReflectionPad2d"/>
            public static ReflectionPad2d ReflectionPad2d((long, long, long, long) padding) =>
                new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);

            /// <inheritdoc cref="Modules.ReflectionPad3d"/>
            public static ReflectionPad3d ReflectionPad3d(long padding) =>
                new(padding, padding, padding, padding, padding, padding);

            /// <inheritdoc cref="Modules.ReflectionPad3d"/>
            public static ReflectionPad3d ReflectionPad3d((long, long, long, long, long, long) padding) =>
                new(padding.Item1, padding.Item2, padding.Item3, padding.Item4, padding.Item5, padding.Item6);
        }
    }
}

using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>The last dimension with one value before and after.</summary>
    public sealed class ConstantPad1d : PadBase
    {
        internal ConstantPad1d(double value, params long[] padding) :
            base(nameof(ConstantPad1d), PaddingModes.Constant, value, padding)
        {
        }
    }

    /// <summary>The last two dimensions with one value before and after.</summary>
    public sealed class ConstantPad2d : PadBase
    {
        internal ConstantPad2d(double value, params long[] padding) :
            base(nameof(ConstantPad2d), PaddingModes.Constant, value, padding)
        {
        }
    }

    /// <summary>The last three dimensions with one value before and after.</summary>
    public sealed class ConstantPad3d : PadBase
    {
        internal ConstantPad3d(double value, params long[] padding) :
            base(nameof(ConstantPad3d), PaddingModes.Constant, value, padding)
        {
        }
    }

    /// <summary>The last two dimensions with zeros before and after.</summary>
    public sealed class ZeroPad2d : PadBase
    {
        internal ZeroPad2d(params long[] padding) :
            base(nameof(ZeroPad2d), PaddingModes.Constant, 0, padding)
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
            /// <inheritdoc cref="Modules.ConstantPad1d"/>
            public static ConstantPad1d ConstantPad1d(long padding, double value) =>
                new(value, padding, padding);

            /// <inheritdoc cref="Modules.ConstantPad1d"/>
            public static ConstantPad1d ConstantPad1d((long, long) padding, double value) =>
                new(value, padding.Item1, padding.Item2);

            /// <inheritdoc cref="Modules.ConstantPad2d"/>
            public static ConstantPad2d ConstantPad2d(long padding, double value) =>
                new(value, padding, padding, padding, padding);

            /// <inheritdoc cref="Modules.ConstantPad2d"/>
            public static ConstantPad2d ConstantPad2d((long, long, long, long) padding, double value) =>
                new(value, padding.Item1, padding.Item2, padding.Item3, padding.Item4);

            /// <inheritdoc cref="Modules.ConstantPad3d"/>
            public static ConstantPad3d ConstantPad3d(long padding, double value) =>
                new(value, padding, padding, padding, padding, padding, padding);

            /// <inheritdoc cref="Modules.ConstantPad3d"/>
            public static ConstantPad3d ConstantPad3d((long, long, long, long, long, long) padding, double value) =>
                new(value, padding.Item1, padding.Item2, padding.Item3, padding.Item4,
                    padding.Item5, padding.Item6);

            /// <inheritdoc cref="Modules.ZeroPad2d"/>
            public static ZeroPad2d ZeroPad2d(long padding) =>
                new(padding, padding, padding, padding);

            /// <inheritdoc cref="Modules.ZeroPad2d"/>
            public static ZeroPad2d ZeroPad2d((long, long, long, long) padding) =>
                new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);
        }
    }
}

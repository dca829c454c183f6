using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The channels of [N, C, ...] dealt out over groups.</summary>
    /// <remarks>Zhang et al., 2017: https://arxiv.org/abs/1707.01083</remarks>
    public sealed class ChannelShuffle : ParameterLessModule<Tensor, Tensor>
    {
        internal ChannelShuffle(long groups) : base(nameof(ChannelShuffle)) => this.groups = groups;

        /// <summary>The number of groups; must divide C.</summary>
        public long groups { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.channel_shuffle(tensor, groups);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.ChannelShuffle"/>
            public static ChannelShuffle ChannelShuffle(long groups) => new(groups);
        }
    }
}

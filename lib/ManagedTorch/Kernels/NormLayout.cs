namespace TorchSharp.Kernels;

/// <summary>Which elements of [images, channels, size] share a mean and a variance.</summary>
/// <param name="Images">N.</param>
/// <param name="Channels">C.</param>
/// <param name="Size">The elements of a segment: one channel of one image.</param>
/// <param name="Together">How many neighbouring channels share them: 1, or those of a group.</param>
/// <param name="AcrossImages">Whether all images do.</param>
internal readonly record struct NormLayout(int Images, int Channels, int Size, int Together, bool AcrossImages)
{
    /// <summary>Whether a segment is one number, so that rows are walked instead.</summary>
    public bool Columns => AcrossImages && Size == 1;

    /// <summary>The number of segments.</summary>
    public int Segments => Images * Channels;

    /// <summary>The number of means.</summary>
    public int Count => Channels / Together * (AcrossImages ? 1 : Images);

    /// <summary>The number of elements of one mean.</summary>
    public double Elements => (double)Size * Together * (AcrossImages ? Images : 1);

    /// <summary>A walk over the segments in their order, from one of them on.</summary>
    public Walk From(int segment) => new(this, segment);

    /// <summary>Segments that are worth a thread of their own.</summary>
    public int Grain => Math.Max(1, 16 * 1024 / Math.Max(1, Size));

    /// <summary>
    /// A segment's channel and mean, step by step: a division each would cost more than short segments.
    /// </summary>
    internal struct Walk
    {
        private readonly int _channels, _together;
        private readonly bool _across;
        private int _member;      // of the channels that share a mean

        public Walk(NormLayout layout, int segment)
        {
            (_channels, _together, _across) = (layout.Channels, layout.Together, layout.AcrossImages);
            (Channel, _member) = (segment % _channels, segment % _together);
            Mean = _across ? Channel / _together : segment / _together;
        }

        public int Channel { get; private set; }

        public int Mean { get; private set; }

        public void Next()
        {
            Channel++;
            if (++_member == _together) (_member, Mean) = (0, Mean + 1);
            if (Channel < _channels) return;
            Channel = 0;
            if (_across) Mean = 0;
        }
    }
}

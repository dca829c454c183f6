namespace TorchSharp.Kernels;

/// <summary>
/// Where the elements of an image stand in a padded copy whose every step of the stride is a plane of its own.
/// </summary>
/// <remarks>
/// In the copy neighbouring positions of a convolution read neighbouring elements, whatever its stride and padding: a
/// tap of the kernel is a constant distance. Coordinates are those of the padded image.
/// </remarks>
/// <param name="source">Depth, height and width of the image.</param>
/// <param name="size">Depth, height and width of a plane.</param>
/// <param name="step">The stride: the number of planes in each direction.</param>
/// <param name="shift">The padding before the first element; negative where elements are left out.</param>
internal sealed class Staging(int[] source, int[] size, int[] step, int[] shift)
{
    public int[] Source => source;

    public int[] Size => size;

    public int[] Step => step;

    public int[] Shift => shift;

    /// <summary>Elements of all planes of a channel.</summary>
    public int Area => ConvolutionShape.Area(step) * ConvolutionShape.Area(size);

    /// <summary>Whether the copy would be the image itself.</summary>
    public bool IsIdentity => step.All(s => s == 1) && shift.All(s => s == 0) && size.SequenceEqual(source);

    /// <summary>For the input of a convolution.</summary>
    public static Staging OfInput(ConvolutionShape s)
    {
        var size = new int[3];
        for (var d = 0; d < 3; d++) size[d] = s.Output[d] + (s.Kernel[d] - 1) * s.Dilation[d] / s.Stride[d];
        return new Staging(s.Input, size, s.Stride, s.Padding);
    }

    /// <summary>The place of an element given by its padded coordinates.</summary>
    public int Place(int z, int y, int x)
    {
        var plane = (z % step[0] * step[1] + y % step[1]) * step[2] + x % step[2];
        return ((plane * size[0] + z / step[0]) * size[1] + y / step[1]) * size[2] + x / step[2];
    }

    /// <summary>The places of the rows of an image, (z, y) by (z, y); -1 for one that no position reads.</summary>
    public int[] Lines()
    {
        var lines = new int[source[0] * source[1]];
        for (var z = 0; z < source[0]; z++)
            for (var y = 0; y < source[1]; y++)
                lines[z * source[1] + y] = Along(0, z) is var pz && Along(1, y) is var py && pz >= 0 && py >= 0
                    ? Place(pz, py, 0) : -1;
        return lines;
    }

    /// <summary>The place of an element of the image, or -1 if no position reads it, in one dimension.</summary>
    public int Along(int dimension, int index)
    {
        var padded = index + shift[dimension];
        return padded < 0 || padded / step[dimension] >= size[dimension] ? -1 : padded;
    }
}

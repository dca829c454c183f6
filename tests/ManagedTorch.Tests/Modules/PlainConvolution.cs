namespace ManagedTorch.Tests.Modules;

/// <summary>The sizes of a convolution in a test; arrays of three, the first ones 1 where an image has fewer.</summary>
internal sealed record PlainConvolution(
    int Batch, int Groups, int Inputs, int Outputs,
    int[] Size, int[] Kernel, int[] Stride, int[] Padding, int[] Dilation)
{
    public int[] Output => [.. Enumerable.Range(0, 3).Select(d =>
        (Size[d] + 2 * Padding[d] - Dilation[d] * (Kernel[d] - 1) - 1) / Stride[d] + 1)];

    /// <summary>One with every number drawn.</summary>
    public static PlainConvolution Draw(Random random, int dims)
    {
        while (true)
        {
            int[] Each(int least, int end, int otherwise) =>
                [.. Enumerable.Range(0, 3).Select(d => d < 3 - dims ? otherwise : random.Next(least, end))];
            var drawn = new PlainConvolution(random.Next(0, 4), random.Next(1, 4), random.Next(1, 6), random.Next(1, 8),
                Each(1, 11, 1), Each(1, 5, 1), Each(1, 4, 1), Each(0, 4, 0), Each(1, 4, 1));
            if (Enumerable.Range(0, 3).All(d =>
                drawn.Size[d] + 2 * drawn.Padding[d] >= drawn.Dilation[d] * (drawn.Kernel[d] - 1) + 1)) return drawn;
        }
    }

    /// <summary>Calls back with the places in x, w and y of each product of the convolution.</summary>
    public void Each(Action<int, int, int> visit)
    {
        var (output, inputs) = (Output, Groups * Inputs);
        for (var n = 0; n < Batch; n++)
            for (var o = 0; o < Groups * Outputs; o++)
                for (var c = 0; c < Inputs; c++)
                    for (var p = 0; p < output[0] * output[1] * output[2]; p++)
                        for (var k = 0; k < Kernel[0] * Kernel[1] * Kernel[2]; k++)
                        {
                            var source = (n * inputs + o / Outputs * Inputs + c) * Size[0] * Size[1] * Size[2];
                            if (Place(p, k, output) is { } place)
                                visit(source + place, (o * Inputs + c) * Kernel[0] * Kernel[1] * Kernel[2] + k,
                                    (n * Groups * Outputs + o) * output[0] * output[1] * output[2] + p);
                        }
    }

    private int? Place(int p, int k, int[] output)
    {
        int[] at = [p / output[2] / output[1], p / output[2] % output[1], p % output[2]];
        int[] tap = [k / Kernel[2] / Kernel[1], k / Kernel[2] % Kernel[1], k % Kernel[2]];
        var place = 0;
        for (var d = 0; d < 3; d++)
        {
            var i = at[d] * Stride[d] + tap[d] * Dilation[d] - Padding[d];
            if (i < 0 || i >= Size[d]) return null;
            place = place * Size[d] + i;
        }
        return place;
    }
}

namespace TorchSharp.Kernels;

/// <summary>The sizes of a convolution x, w → y of images of three dimensions; those that lack are of size 1.</summary>
/// <param name="Batch">N, the number of images.</param>
/// <param name="Groups">G; the channels of each group are convolved by themselves.</param>
/// <param name="Inputs">C, the channels of x in a group: x is [N, G·C, input].</param>
/// <param name="Outputs">O, the channels of y in a group: y is [N, G·O, output], w is [G·O, C, kernel].</param>
/// <param name="Input">Depth, height and width of x.</param>
/// <param name="Output">Depth, height and width of y.</param>
/// <param name="Kernel">Depth, height and width of w.</param>
/// <param name="Stride">Elements of x from one element of y to the next.</param>
/// <param name="Padding">Zeros before the first element of x; as many as are needed come after the last.</param>
/// <param name="Dilation">Elements of x from one element of w to the next.</param>
internal sealed record ConvolutionShape(
    int Batch, int Groups, int Inputs, int Outputs,
    int[] Input, int[] Output, int[] Kernel, int[] Stride, int[] Padding, int[] Dilation)
{
    /// <summary>The elements of w for one pair of channels.</summary>
    public int Taps => Area(Kernel);

    public int InputArea => Area(Input);

    public int OutputArea => Area(Output);

    /// <summary>Multiply-adds of the convolution and of each of its gradients.</summary>
    public long Work => (long)Batch * Groups * Outputs * OutputArea * Inputs * Taps;

    public static int Area(int[] sizes) => sizes[0] * sizes[1] * sizes[2];
}

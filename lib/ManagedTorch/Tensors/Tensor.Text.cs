using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Shape, type and device: "[2x3], type = Float32, device = cpu".</summary>
        public override string ToString() => _disposed ? "Disposed tensor" : TensorText.Metadata(this);

        /// <summary>The elements in the default style, or the metadata.</summary>
        /// <param name="disamb">Whether to write the elements.</param>
        /// <param name="fltFormat">The .NET format of floating-point numbers.</param>
        /// <param name="width">Characters of a line.</param>
        /// <param name="cultureInfo">The culture; the invariant one if null.</param>
        /// <param name="newLine">What ends a line.</param>
        public string ToString(bool disamb, string? fltFormat = null, int? width = null,
            CultureInfo? cultureInfo = null, string? newLine = null) =>
            disamb ? ToString(TensorStringStyle.Default, fltFormat, width, cultureInfo, newLine) : ToString();

        /// <summary>The elements in a style.</summary>
        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null,
            CultureInfo? cultureInfo = null, string? newLine = null)
        {
            var options = PrintFormat;
            return (options with
            {
                Float = fltFormat ?? options.Float,
                Width = width ?? options.Width,
                Culture = cultureInfo ?? options.Culture,
                NewLine = newLine ?? options.NewLine,
            }).Write(Live(), style);
        }
    }
}

public static partial class TensorExtensionMethods
{
    /// <summary>The elements as text.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="fltFormat">The .NET format of floating-point numbers.</param>
    /// <param name="width">Characters of a line.</param>
    /// <param name="newLine">What ends a line.</param>
    /// <param name="cultureInfo">The culture; the invariant one if null.</param>
    /// <param name="style">The style.</param>
    public static string str(this torch.Tensor tensor, string? fltFormat = null, int? width = null,
        string? newLine = null, CultureInfo? cultureInfo = null, TensorStringStyle style = TensorStringStyle.Default) =>
        tensor.ToString(style, fltFormat, width, cultureInfo, newLine);

    /// <summary>The elements as text in Julia's style.</summary>
    public static string jlstr(this torch.Tensor tensor, string? fltFormat = null, int? width = null,
        string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.Julia, fltFormat, width, cultureInfo, newLine);

    /// <summary>The elements as text in NumPy's style.</summary>
    public static string npstr(this torch.Tensor tensor, string? fltFormat = "g5", int? width = 100,
        string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.Numpy, fltFormat, width, cultureInfo, newLine);

    /// <summary>The elements as an initializer in C#.</summary>
    public static string cstr(this torch.Tensor tensor, string? fltFormat = "g5", int? width = 100,
        string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.CSharp, fltFormat, width, cultureInfo, newLine);

    /// <summary>Shape, type and device.</summary>
    public static string metastr(this torch.Tensor tensor) => tensor.ToString(TensorStringStyle.Metadata);
}

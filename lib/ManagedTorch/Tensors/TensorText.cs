using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Writes tensors as text.</summary>
internal sealed record TensorText
{
    public string Float { get; init; } = "g5";

    public int Width { get; init; } = 100;

    public string NewLine { get; init; } = "\n";

    public int MaxRows { get; init; } = 6;

    public int MaxColumns { get; init; } = 6;

    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>[2x3], type = Float32, device = cpu</summary>
    public static string Metadata(Tensor x) =>
        $"[{string.Join('x', x.Live().Shape_)}], type = {x.dtype}, device = {x.device}";

    /// <summary>The text in a style.</summary>
    public string Write(Tensor x, TensorStringStyle style) => style switch
    {
        TensorStringStyle.Metadata => Metadata(x),
        TensorStringStyle.Numpy => Numpy(Values(x), x.shape),
        TensorStringStyle.CSharp => $"{Metadata(x)}, value = {CSharp(x)}",
        TensorStringStyle.Default => Write(x, torch.TensorStringStyle),
        _ => Julia(x),
    };

    private string Julia(Tensor x)
    {
        var values = Values(x);
        if (x.ndim == 0) return $"{Metadata(x)}, value = {values[0]}";
        var text = new StringBuilder(Metadata(x)).Append(NewLine);
        if (x.ndim == 1)
        {
            Row(text, values, 0, Array.ConvertAll(values, v => v.Length));
            return text.ToString();
        }

        var (rows, columns) = ((int)x.Shape_[^2], (int)x.Shape_[^1]);
        for (var at = 0; at < values.Length; at += rows * columns)
        {
            if (at > 0) text.Append(NewLine);
            if (x.ndim > 2) text.Append(Heading(x.Shape_, at / (rows * columns))).Append(NewLine);
            var widths = new int[columns];
            for (var i = 0; i < rows * columns; i++)
                widths[i % columns] = Math.Max(widths[i % columns], values[at + i].Length);
            for (var row = 0; row < rows; row++) Row(text, values, at + (row * columns), widths);
        }

        return text.ToString();
    }

    // [1,0,..,..] =
    private static string Heading(long[] shape, int matrix)
    {
        var indices = new long[shape.Length - 2];
        for (var d = indices.Length - 1; d >= 0; matrix /= (int)shape[d--]) indices[d] = matrix % shape[d];
        return $"[{string.Join(',', indices)},..,..] =";
    }

    // A row with aligned columns; one that is too wide ends in dots.
    private void Row(StringBuilder text, string[] values, int start, int[] widths)
    {
        var (fits, used) = (widths.Sum(w => w + 1) <= Width, 0);
        for (var i = 0; i < widths.Length; i++)
        {
            used += widths[i] + 1;
            if (!fits && used + 4 > Width)
            {
                text.Append(" ...");
                break;
            }

            text.Append(' ').Append(values[start + i].PadLeft(widths[i]));
        }

        text.Append(NewLine);
    }

    private string Numpy(string[] values, long[] shape)
    {
        if (shape.Length == 0) return values[0];
        var text = new StringBuilder();
        var at = 0;
        Level(0);
        return text.ToString();

        void Level(int d)
        {
            text.Append('[');
            var last = d == shape.Length - 1;
            var (n, limit) = (shape[d], last ? MaxColumns : MaxRows);
            var step = (int)Shapes.Count(shape.AsSpan(d + 1));
            for (var i = 0L; i < n; i++)
            {
                if (n > limit && i == limit / 2)
                {
                    var left = n - (limit / 2 * 2);
                    (i, at) = (i + left, at + (int)(left * step));
                    text.Append(last ? "... " : "..." + Break(d));
                }

                if (last) text.Append(values[at++]);
                else Level(d + 1);
                if (i < n - 1) text.Append(last ? ", " : Break(d));
            }

            text.Append(']');
        }

        // As many new lines as brackets close, and the next row under the one before.
        string Break(int d) => string.Concat(Enumerable.Repeat(NewLine, shape.Length - 1 - d)) + new string(' ', d + 1);
    }

    private string CSharp(Tensor x)
    {
        var (name, suffix) = x.dtype switch
        {
            ScalarType.Float32 => ("float", "f"),
            ScalarType.Float64 => ("double", ""),
            ScalarType.Int64 => ("long", "L"),
            ScalarType.Int32 => ("int", ""),
            ScalarType.Int16 => ("short", ""),
            ScalarType.Int8 => ("sbyte", ""),
            ScalarType.Byte => ("byte", ""),
            ScalarType.Float16 => ("Half", ""),
            ScalarType.BFloat16 => ("BFloat16", ""),
            ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64 => ("Complex", ""),
            _ => ("bool", ""),
        };
        var values = Array.ConvertAll(Values(x), v => x.dtype == ScalarType.Bool ? v.ToLowerInvariant() : v + suffix);
        if (x.ndim == 0) return values[0];
        var at = 0;
        return $"{name} [{new string(',', x.Shape_.Length - 1)}] {Level(0)}";

        string Level(int d) => d == x.Shape_.Length ? values[at++]
            : $"{{{string.Join(", ", Enumerable.Range(0, (int)x.Shape_[d]).Select(_ => Level(d + 1)))}}}";
    }

    private string[] Values(Tensor x) => x.dtype switch
    {
        ScalarType.Float32 => Array.ConvertAll(x.data<float>().ToArray(), v => v.ToString(Float, Culture)),
        ScalarType.Float64 => Array.ConvertAll(x.data<double>().ToArray(), v => v.ToString(Float, Culture)),
        ScalarType.Float16 or ScalarType.BFloat16 => Values(x.detach().@float()),
        ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64 => [.. Values(x.detach().real)
            .Zip(Values(x.detach().imag), (re, im) => $"{re}{(im.StartsWith('-') ? "" : "+")}{im}i")],
        ScalarType.Bool => Array.ConvertAll(x.data<bool>().ToArray(), v => v.ToString()),
        _ => Array.ConvertAll(x.detach().@long().data<long>().ToArray(), v => v.ToString(Culture)),
    };
}

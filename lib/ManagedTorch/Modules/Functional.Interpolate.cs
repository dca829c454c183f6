using System.Globalization;
using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Images (or lines, or blocks) of another size.</summary>
            /// <param name="x">[N, C, L], [N, C, H, W] or [N, C, D, H, W].</param>
            /// <param name="size">The new sizes, one for each dimension after C; or null.</param>
            /// <param name="scale_factor">What the sizes are multiplied by, one for each; or null.</param>
            /// <param name="mode">Where the new values come from.</param>
            /// <param name="align_corners">
            /// Whether the middles of the first and last places stay where they are, for the linear and cubic modes.
            /// </param>
            /// <param name="recompute_scale_factor">
            /// Whether places are measured by the new sizes rather than by the factors.
            /// </param>
            /// <param name="antialias">Not supported; false.</param>
            /// <exception cref="ArgumentException">
            /// Not one of size and factor is given, their number is wrong, or the mode does not fit the dimensions.
            /// </exception>
            /// <exception cref="NotSupportedException">Antialiasing is asked for.</exception>
            public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null,
                InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null,
                bool recompute_scale_factor = false, bool antialias = false)
            {
                if (antialias)
                    throw new NotSupportedException(
                        "interpolate has no antialias here; shrink with avg_pool2d or InterpolationMode.Area.");
                var sizes = NewSizes(x, size, scale_factor);
                CheckMode(x, mode, align_corners);
                var factors = recompute_scale_factor ? null : scale_factor;
                if (mode == InterpolationMode.Area) return AdaptiveAvg(x, sizes.Length, sizes);
                for (var d = sizes.Length - 1; d >= 0; d--)                 // the last first, while there is least
                {
                    var (inputs, outputs) = ((int)x.Shape_[d + 2], (int)sizes[d]);
                    var scale = factors is null ? inputs / (double)outputs : 1 / factors[d];
                    var map = mode switch
                    {
                        InterpolationMode.Nearest => Resampling.Nearest(inputs, outputs, scale, false),
                        InterpolationMode.NearestExact => Resampling.Nearest(inputs, outputs, scale, true),
                        InterpolationMode.Bicubic => Resampling.Cubic(inputs, outputs, scale, align_corners == true),
                        _ => Resampling.Linear(inputs, outputs, scale, align_corners == true),
                    };
                    x = Resampled(x, map, d + 2, false);
                }
                return x;
            }

            /// <inheritdoc cref="interpolate"/>
            public static Tensor upsample(Tensor input, long[]? size = null, double[]? scale_factor = null,
                UpsampleMode mode = UpsampleMode.Nearest, bool align_corners = false) => interpolate(
                input, size, scale_factor, (InterpolationMode)(int)mode,
                mode == UpsampleMode.Nearest ? null : align_corners);

            /// <summary><see cref="interpolate"/> by the nearest place.</summary>
            /// <inheritdoc cref="interpolate"/>
            public static Tensor upsample_nearest(
                Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                upsample(x, size, scale_factor, UpsampleMode.Nearest, align_corners);

            /// <summary><see cref="interpolate"/> on the surface between four places.</summary>
            /// <inheritdoc cref="interpolate"/>
            public static Tensor upsample_bilinear(
                Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                upsample(x, size, scale_factor, UpsampleMode.Bilinear, align_corners);

            // A linear function of the input, back or forth.
            private static Tensor Resampled(Tensor input, Resampling map, int dim, bool back)
            {
                var x = input.AsContiguous();
                var shape = (long[])input.Shape_.Clone();
                shape[dim] = back ? map.Inputs : map.Outputs;
                var y = Tensor.New(input.dtype, shape);
                var (outer, inner) =
                    ((int)Shapes.Count(shape.AsSpan(0, dim)), (int)Shapes.Count(shape.AsSpan(dim + 1)));
                if (input.dtype == ScalarType.Float32) Fill<float>();
                else Fill<double>();
                return Autograd.Record(y, "interpolate", [input], dy => [Resampled(dy, map, dim, !back)]);

                void Fill<T>() where T : unmanaged, INumber<T>
                {
                    var (source, target) = (x.Array<T>(out var from), y.Array<T>(out var to));
                    if (back) map.Backward(outer, inner, source, from, target, to);
                    else map.Forward(outer, inner, source, from, target, to);
                }
            }

            private static long[] NewSizes(Tensor x, long[]? size, double[]? factors)
            {
                if (x.ndim is < 3 or > 5)
                    throw new ArgumentException("Input Error: Only 3D, 4D and 5D input Tensors supported " +
                        $"(got {x.ndim}D) for the modes: nearest | linear | bilinear | bicubic | trilinear | area | " +
                        "nearest-exact");
                if (!x.is_floating_point())
                    throw new ArgumentException($"\"interpolate\" not implemented for '{x.dtype.Word()}'");
                if (size is not null && factors is not null)
                    throw new ArgumentException("only one of size or scale_factor should be defined");
                var spatial = x.Shape_[2..];
                if (size is null && factors is null)
                    throw new ArgumentException("either size or scale_factor should be defined");
                if ((size?.Length ?? factors!.Length) != spatial.Length)
                    throw new ArgumentException("Input and " + (size is null ? "scale_factor" : "output") +
                        " must have the same number of spatial dimensions, but got input with spatial dimensions of " +
                        Shapes.Text(spatial) + (size is null
                            ? " and scale_factor of shape [" + string.Join(", ", factors!.Select(
                                f => f.ToString(CultureInfo.InvariantCulture))) + "]"
                            : $" and output size of {Shapes.Text(size)}") +
                        ". Please provide input tensor in (N, C, d1, d2, ...,dK) format.");
                var sizes = size ?? [.. spatial.Zip(factors!, (n, f) => (long)Math.Floor(n * f))];
                if (spatial.Concat(sizes).Any(n => n < 1))
                    throw new ArgumentException("Input and output sizes should be greater than 0, but got input " +
                        $"{Shapes.Text(spatial)} output {Shapes.Text(sizes)}");
                return sizes;
            }

            private static void CheckMode(Tensor x, InterpolationMode mode, bool? alignCorners)
            {
                var (name, dimensions) = mode switch
                {
                    InterpolationMode.Linear => ("linear", 3),
                    InterpolationMode.Bilinear => ("bilinear", 4),
                    InterpolationMode.Bicubic => ("bicubic", 4),
                    InterpolationMode.Trilinear => ("trilinear", 5),
                    _ => ("", 0),
                };
                if (!Enum.IsDefined(mode))
                    throw new ArgumentOutOfRangeException(nameof(mode), $"{(int)mode} is not an interpolation mode");
                if (dimensions == 0 && alignCorners is not null)
                    throw new ArgumentException("align_corners option can only be set with the interpolating modes: " +
                        "linear | bilinear | bicubic | trilinear");
                if (dimensions != 0 && x.ndim != dimensions)
                    throw new ArgumentException(
                        $"Got {x.ndim}D input, but {name} mode needs {dimensions}D input");
            }
        }
    }
}

using TorchSharp.Kernels;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Work on all parameters of a model at once.</summary>
        public static partial class utils
        {
            /// <summary>
            /// Scales all gradients down by one factor, so that their norm is at most <paramref name="max_norm"/>.
            /// </summary>
            /// <param name="tensors">The parameters; those without a gradient do not count.</param>
            /// <param name="max_norm">The greatest norm to leave.</param>
            /// <param name="norm_type">The degree of the norm; infinity for the greatest magnitude.</param>
            /// <returns>The norm before.</returns>
            /// <remarks>Pascanu et al., 2012, section 3.2: https://arxiv.org/abs/1211.5063</remarks>
            public static double clip_grad_norm_(
                IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var mode = no_grad();
                using var scope = NewDisposeScope();
                var gradients = tensors.Select(parameter => parameter.grad).OfType<Tensor>().ToList();
                var total = 0.0;
                foreach (var gradient in gradients)
                {
                    if (norm_type == 2.0 && gradient.Contiguous_)
                    {
                        total += Sums.Squares(gradient);
                        continue;
                    }
                    var size = gradient.abs();
                    total = double.IsPositiveInfinity(norm_type)
                        ? Math.Max(total, size.max().ToDouble())
                        : total + size.pow(norm_type).sum().ToDouble();
                }
                if (!double.IsPositiveInfinity(norm_type)) total = Math.Pow(total, 1 / norm_type);
                var factor = max_norm / (total + 1e-6);
                if (factor < 1)
                    foreach (var gradient in gradients) gradient.mul_(factor);
                return total;
            }

            /// <summary>
            /// Cuts all gradients to [−<paramref name="clip_value"/>, <paramref name="clip_value"/>].
            /// </summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var mode = no_grad();
                foreach (var parameter in tensors)
                    if (parameter.grad is { } gradient)
                        gradient.copy_(gradient.clamp((Scalar)(-clip_value), (Scalar)clip_value));
            }

            /// <summary>The elements of all parameters, one after another.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors) =>
                cat(tensors.Select(parameter => parameter.reshape(-1)).ToList());

            /// <summary>
            /// Takes the elements of the parameters from a vector, as <see cref="parameters_to_vector"/> gave it.
            /// </summary>
            /// <exception cref="ArgumentException">
            /// The vector does not have as many elements as the parameters.
            /// </exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                var list = tensors.ToList();
                var count = list.Sum(parameter => parameter.numel());
                if (vec.ndim != 1 || vec.numel() != count)
                    throw new ArgumentException(
                        $"expected a vector of {count} elements, got {Shapes.Text(vec.Shape_)}");
                using var mode = no_grad();
                var start = 0L;
                foreach (var parameter in list)
                {
                    parameter.copy_(vec.narrow(0, start, parameter.numel()).reshape(parameter.Shape_));
                    start += parameter.numel();
                }
            }
        }
    }
}

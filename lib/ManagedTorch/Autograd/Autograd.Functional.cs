namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <inheritdoc cref="Tensor.backward(IList{Tensor}, bool, bool, IList{Tensor})"/>
        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null,
            bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        /// <summary>Fails on NaN in backward() until the result is disposed.</summary>
        /// <param name="check_nan">Whether NaN is looked for.</param>
        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);

        /// <summary>Switches the checks of <see cref="detect_anomaly"/> until the result is disposed.</summary>
        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);

        /// <summary>Derivatives of functions as values.</summary>
        public static class functional
        {
            /// <summary>
            /// The derivative of each output for each input: of the output's shape, then the input's.
            /// </summary>
            public static Tensor jacobian(Func<Tensor, Tensor> function, Tensor inputs) =>
                Rows(x => [function(x[0])], [inputs]).First().First();

            /// <inheritdoc cref="jacobian(Func{Tensor, Tensor}, Tensor)"/>
            /// <returns>One tensor an output.</returns>
            public static IEnumerable<Tensor> jacobian(Func<Tensor, Tensor[]> function, Tensor inputs) =>
                [.. Rows(x => function(x[0]), [inputs]).Select(row => row[0])];

            /// <inheritdoc cref="jacobian(Func{Tensor, Tensor}, Tensor)"/>
            /// <returns>One tensor an input.</returns>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor> function, params Tensor[] inputs) =>
                Rows(x => [function(x)], inputs).First();

            /// <inheritdoc cref="jacobian(Func{Tensor, Tensor}, Tensor)"/>
            /// <returns>One tensor an output and input: all of the first output, then all of the second.</returns>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor[]> function, params Tensor[] inputs) =>
                [.. Rows(function, inputs).SelectMany(row => row)];

            private static IEnumerable<Tensor[]> Rows(Func<Tensor[], Tensor[]> function, Tensor[] inputs)
            {
                var x = System.Array.ConvertAll(inputs, input => input.detach().clone().requires_grad_());
                using var _ = enable_grad();
                var outputs = function(x);
                return [.. outputs.Select(y => Row(y, x))];
            }

            private static Tensor[] Row(Tensor y, Tensor[] x)
            {
                if (!y.requires_grad)
                    return System.Array.ConvertAll(x, input => zeros([.. y.shape, .. input.shape], y.dtype));
                var parts = x.Select(_ => new List<Tensor>()).ToArray();
                foreach (var number in y.reshape(-1).unbind())
                {
                    var gradients = grad([number], x, retain_graph: true, allow_unused: true);
                    for (var i = 0; i < x.Length; i++) parts[i].Add(gradients[i] ?? torch.zeros_like(x[i].detach()));
                }

                return [.. parts.Select((rows, i) => rows.Count == 0 ? zeros([.. y.shape, .. x[i].shape], y.dtype)
                    : stack(rows).view([.. y.shape, .. x[i].shape]))];
            }
        }
    }
}

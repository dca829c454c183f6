namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>A function whose gradient its author writes; see the two classes derived from it.</summary>
        /// <typeparam name="T">The function itself.</typeparam>
        public abstract class Function<T> where T : Function<T>, new()
        {
            /// <summary>The function's name, for messages.</summary>
            public abstract string Name { get; }

            private protected abstract List<Tensor> Forward(AutogradContext ctx, object[] vars);

            private protected abstract List<Tensor?> Backward(AutogradContext ctx, List<Tensor> gradients);

            /// <summary>Runs forward without recording it, and records the function as one step.</summary>
            /// <param name="vars">Tensors and other values.</param>
            public static List<Tensor> apply_internal(params object[] vars)
            {
                var (function, ctx) = (new T(), new AutogradContext());
                List<Tensor> outputs;
                using (no_grad()) outputs = function.Forward(ctx, vars);
                var inputs = vars.OfType<Tensor>().ToArray();
                if (!Autograd.Needed(inputs)) return outputs;
                return new CustomStep<T>(function, ctx, vars, inputs).Record(outputs);
            }

            internal List<Tensor?> Differentiate(AutogradContext ctx, List<Tensor> gradients) =>
                Backward(ctx, gradients);
        }

        /// <summary>A custom function of one result.</summary>
        /// <typeparam name="T">The function itself.</typeparam>
        public abstract class SingleTensorFunction<T> : Function<T> where T : SingleTensorFunction<T>, new()
        {
            /// <summary>Computes the result.</summary>
            /// <param name="ctx">Where to keep what <see cref="backward"/> needs.</param>
            /// <param name="vars">The arguments of <see cref="apply"/>.</param>
            public abstract Tensor forward(AutogradContext ctx, params object[] vars);

            /// <summary>The gradient of each argument, null where there is none, from that of the result.</summary>
            public abstract List<Tensor> backward(AutogradContext ctx, Tensor grad_output);

            /// <summary>Calls the function.</summary>
            /// <exception cref="InvalidOperationException">In backward: the number of gradients is wrong.</exception>
            public static Tensor apply(params object[] vars) => apply_internal(vars)[0];

            private protected override List<Tensor> Forward(AutogradContext ctx, object[] vars) => [forward(ctx, vars)];

            private protected override List<Tensor?> Backward(AutogradContext ctx, List<Tensor> gradients) =>
                [.. backward(ctx, gradients[0])];
        }

        /// <summary>A custom function of several results.</summary>
        /// <typeparam name="T">The function itself.</typeparam>
        public abstract class MultiTensorFunction<T> : Function<T> where T : MultiTensorFunction<T>, new()
        {
            /// <summary>Computes the results.</summary>
            /// <param name="ctx">Where to keep what <see cref="backward"/> needs.</param>
            /// <param name="vars">The arguments of <see cref="apply"/>.</param>
            public abstract List<Tensor> forward(AutogradContext ctx, params object[] vars);

            /// <summary>The gradient of each argument, null where there is none, from those of the results.</summary>
            public abstract List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs);

            /// <summary>Calls the function.</summary>
            /// <exception cref="InvalidOperationException">In backward: the number of gradients is wrong.</exception>
            public static List<Tensor> apply(params object[] vars) => apply_internal(vars);

            private protected override List<Tensor> Forward(AutogradContext ctx, object[] vars) => forward(ctx, vars);

            private protected override List<Tensor?> Backward(AutogradContext ctx, List<Tensor> gradients) =>
                [.. backward(ctx, gradients)];
        }
    }
}

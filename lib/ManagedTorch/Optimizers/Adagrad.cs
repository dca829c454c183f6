using System.Diagnostics.CodeAnalysis;
using TorchSharp.Kernels;
using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Steps of the gradient over the root of the sum of its squares.</summary>
    /// <remarks>Duchi, Hazan and Singer, 2011: https://jmlr.org/papers/v12/duchi11a.html</remarks>
    public class Adagrad : OptimizerHelper
    {
        /// <summary>An optimizer of one group.</summary>
        public Adagrad(IEnumerable<Parameter> parameters, double lr = 0.01, double lr_decay = 0.0,
            double weight_decay = 0.0, double initial_accumulator_value = 0.0, double eps = 1E-10)
            : this([new ParamGroup(parameters)], lr, lr_decay, weight_decay, initial_accumulator_value, eps)
        {
        }

        /// <summary>An optimizer of several groups; what they leave open is as given here.</summary>
        public Adagrad(IEnumerable<ParamGroup> parameters, double lr = 0.01, double lr_decay = 0.0,
            double weight_decay = 0.0, double initial_accumulator_value = 0.0, double eps = 1E-10)
            : base(parameters, new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                lr_decay = lr_decay,
                weight_decay = weight_decay,
                initial_accumulator_value = initial_accumulator_value,
                eps = eps,
            })
        {
        }

        private protected override void Update<T>(OptimizerOptions given, OptimizerUpdate<T> update)
        {
            var o = (Options)given;
            var lr = o.LearningRate!.Value;
            var rate = lr / (1 + (update.Step - 1) * o.lr_decay!.Value);
            update.Run(new AdagradStep<T>(update.Number(rate), update.Number(o.eps!.Value)), o.weight_decay!.Value,
                initial: o.initial_accumulator_value!.Value);
        }

        /// <summary>The options; what is null is taken from the optimizer.</summary>
        [SuppressMessage("Design", "CA1051", Justification = "TorchSharp's members.")]
        public class Options : OptimizerOptions
        {
            /// <summary>How fast the learning rate falls.</summary>
            public double? lr_decay;

            /// <summary>λ, how much of the parameter is added to the gradient.</summary>
            public double? weight_decay;

            /// <summary>What the sum of squares starts from.</summary>
            public double? initial_accumulator_value;

            /// <summary>Added to the divisor.</summary>
            public double? eps;

            internal override void FillFrom(OptimizerOptions defaults)
            {
                base.FillFrom(defaults);
                if (defaults is not Options from) return;
                lr_decay ??= from.lr_decay;
                weight_decay ??= from.weight_decay;
                initial_accumulator_value ??= from.initial_accumulator_value;
                eps ??= from.eps;
            }
        }

        /// <summary>Parameters with options of their own.</summary>
        public class ParamGroup : ParamGroup<Options>
        {
            /// <summary>An empty group, to be filled by its properties.</summary>
            public ParamGroup() => base.Options = new Options();

            /// <summary>Parameters with their options.</summary>
            public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
            {
            }

            /// <summary>Parameters with the given options.</summary>
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.01, double lr_decay = 0.0,
                double weight_decay = 0.0, double initial_accumulator_value = 0.0, double eps = 1E-10)
                : base(parameters, new Options
                {
                    LearningRate = lr,
                    InitialLearningRate = lr,
                    lr_decay = lr_decay,
                    weight_decay = weight_decay,
                    initial_accumulator_value = initial_accumulator_value,
                    eps = eps,
                })
            {
            }

            internal ParamGroup(IEnumerable<Parameter> parameters) : base(parameters, new Options())
            {
            }
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <inheritdoc cref="Modules.Adagrad"/>
            public static Adagrad Adagrad(IEnumerable<Parameter> parameters, double lr = 0.01, double lr_decay = 0.0,
                double weight_decay = 0.0, double initial_accumulator_value = 0.0, double eps = 1E-10) =>
                new(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps);

            /// <inheritdoc cref="Modules.Adagrad"/>
            public static Adagrad Adagrad(IEnumerable<(string name, Parameter parameter)> parameters,
                double lr = 0.01, double lr_decay = 0.0, double weight_decay = 0.0,
                double initial_accumulator_value = 0.0, double eps = 1E-10) =>
                new(parameters.Select(named => named.parameter), lr, lr_decay, weight_decay,
                initial_accumulator_value, eps);

            /// <inheritdoc cref="Modules.Adagrad"/>
            public static Adagrad Adagrad(IEnumerable<Adagrad.ParamGroup> parameters, double lr = 0.01,
                double lr_decay = 0.0, double weight_decay = 0.0, double initial_accumulator_value = 0.0,
                double eps = 1E-10) =>
                new(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps);
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using TorchSharp.Kernels;
using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Steps whose size follows from those before.</summary>
    /// <remarks>Zeiler, 2012, algorithm 1: https://arxiv.org/abs/1212.5701</remarks>
    public class Adadelta : OptimizerHelper
    {
        /// <summary>An optimizer of one group.</summary>
        public Adadelta(IEnumerable<Parameter> parameters, double lr, double rho = 0.9, double eps = 1E-06,
            double weight_decay = 0.0, bool maximize = false)
            : this([new ParamGroup(parameters)], lr, rho, eps, weight_decay, maximize)
        {
        }

        /// <summary>An optimizer of several groups; what they leave open is as given here.</summary>
        public Adadelta(IEnumerable<ParamGroup> parameters, double lr = 1.0, double rho = 0.9, double eps = 1E-06,
            double weight_decay = 0.0, bool maximize = false)
            : base(parameters, new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                rho = rho,
                eps = eps,
                weight_decay = weight_decay,
                maximize = maximize,
            })
        {
        }

        private protected override void Update<T>(OptimizerOptions given, OptimizerUpdate<T> update)
        {
            var o = (Options)given;
            var lr = o.LearningRate!.Value;
            update.Run(new AdadeltaStep<T>(update.Number(lr), update.Number(o.rho!.Value), update.Number(o.eps!.Value)),
                o.weight_decay!.Value, o.maximize!.Value);
        }

        /// <summary>The options; what is null is taken from the optimizer.</summary>
        [SuppressMessage("Design", "CA1051", Justification = "TorchSharp's members.")]
        public class Options : OptimizerOptions
        {
            /// <summary>The decay rate of the means.</summary>
            public double? rho;

            /// <summary>Added to the divisor.</summary>
            public double? eps;

            /// <summary>λ, how much of the parameter is added to the gradient.</summary>
            public double? weight_decay;

            /// <summary>Whether to climb instead of to descend.</summary>
            public bool? maximize;

            internal override void FillFrom(OptimizerOptions defaults)
            {
                base.FillFrom(defaults);
                if (defaults is not Options from) return;
                rho ??= from.rho;
                eps ??= from.eps;
                weight_decay ??= from.weight_decay;
                maximize ??= from.maximize;
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
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1.0, double rho = 0.9,
                double eps = 1E-06, double weight_decay = 0.0, bool maximize = false)
                : base(parameters, new Options
                {
                    LearningRate = lr,
                    InitialLearningRate = lr,
                    rho = rho,
                    eps = eps,
                    weight_decay = weight_decay,
                    maximize = maximize,
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
            /// <inheritdoc cref="Modules.Adadelta"/>
            public static Adadelta Adadelta(IEnumerable<Parameter> parameters, double lr = 1.0, double rho = 0.9,
                double eps = 1E-06, double weight_decay = 0.0, bool maximize = false) =>
                new(parameters, lr, rho, eps, weight_decay, maximize);

            /// <inheritdoc cref="Modules.Adadelta"/>
            public static Adadelta Adadelta(IEnumerable<(string name, Parameter parameter)> parameters,
                double lr = 1.0, double rho = 0.9, double eps = 1E-06, double weight_decay = 0.0,
                bool maximize = false) =>
                new(parameters.Select(named => named.parameter), lr, rho, eps, weight_decay, maximize);

            /// <inheritdoc cref="Modules.Adadelta"/>
            public static Adadelta Adadelta(IEnumerable<Adadelta.ParamGroup> parameters, double lr = 1.0,
                double rho = 0.9, double eps = 1E-06, double weight_decay = 0.0, bool maximize = false) =>
                new(parameters, lr, rho, eps, weight_decay, maximize);
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using TorchSharp.Kernels;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Steps of the gradient over the root of its mean square.</summary>
    /// <remarks>
    /// Tieleman and Hinton, 2012, lecture 6.5; centred: Graves, 2013, equation 40: https://arxiv.org/abs/1308.0850.
    /// </remarks>
    public class RMSProp : OptimizerHelper, optim.IMomentum
    {
        /// <summary>An optimizer of one group.</summary>
        public RMSProp(IEnumerable<Parameter> parameters, double lr = 0.001, double alpha = 0.99, double eps = 1E-08,
            double weight_decay = 0.0, double momentum = 0.0, bool centered = false, bool maximize = false)
            : this([new ParamGroup(parameters)], lr, alpha, eps, weight_decay, momentum, centered, maximize)
        {
        }

        /// <summary>An optimizer of several groups; what they leave open is as given here.</summary>
        public RMSProp(IEnumerable<ParamGroup> parameters, double lr = 0.001, double alpha = 0.99,
            double eps = 1E-08, double weight_decay = 0.0, double momentum = 0.0, bool centered = false,
            bool maximize = false)
            : base(parameters, new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                alpha = alpha,
                eps = eps,
                weight_decay = weight_decay,
                momentum = momentum,
                centered = centered,
                maximize = maximize,
            })
        {
        }

        /// <inheritdoc/>
        public double Momentum
        {
            get => Of(Groups[0]).Momentum;
            set
            {
                foreach (var group in Groups) Of(group).Momentum = value;
            }
        }

        private static ParamGroup Of(Modules.ParamGroup group) => (ParamGroup)group;

        private protected override void Update<T>(OptimizerOptions given, OptimizerUpdate<T> update)
        {
            var o = (Options)given;
            var lr = o.LearningRate!.Value;
            update.Run(new RmsPropStep<T>(update.Number(lr), update.Number(o.alpha!.Value), update.Number(o.eps!.Value),
                update.Number(o.momentum!.Value), o.centered!.Value), o.weight_decay!.Value, o.maximize!.Value);
        }

        /// <summary>The options; what is null is taken from the optimizer.</summary>
        [SuppressMessage("Design", "CA1051", Justification = "TorchSharp's members.")]
        public class Options : OptimizerOptions
        {
            /// <summary>The decay rate of the mean square.</summary>
            public double? alpha;

            /// <summary>Added to the divisor.</summary>
            public double? eps;

            /// <summary>λ, how much of the parameter is added to the gradient.</summary>
            public double? weight_decay;

            /// <summary>The share of the last move in the next one.</summary>
            public double? momentum;

            /// <summary>Whether the mean is taken off.</summary>
            public bool? centered;

            /// <summary>Whether to climb instead of to descend.</summary>
            public bool? maximize;

            internal override void FillFrom(OptimizerOptions defaults)
            {
                base.FillFrom(defaults);
                if (defaults is not Options from) return;
                alpha ??= from.alpha;
                eps ??= from.eps;
                weight_decay ??= from.weight_decay;
                momentum ??= from.momentum;
                centered ??= from.centered;
                maximize ??= from.maximize;
            }
        }

        /// <summary>Parameters with options of their own.</summary>
        public class ParamGroup : ParamGroup<Options>, optim.IMomentum
        {
            /// <summary>An empty group, to be filled by its properties.</summary>
            public ParamGroup() => base.Options = new Options();

            /// <summary>Parameters with their options.</summary>
            public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
            {
            }

            /// <summary>Parameters with the given options.</summary>
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.001, double eps = 1E-08,
                double alpha = 0.99, double weight_decay = 0.0, double momentum = 0.0, bool centered = false)
                : base(parameters, new Options
                {
                    LearningRate = lr,
                    InitialLearningRate = lr,
                    alpha = alpha,
                    eps = eps,
                    weight_decay = weight_decay,
                    momentum = momentum,
                    centered = centered,
                })
            {
            }

            internal ParamGroup(IEnumerable<Parameter> parameters) : base(parameters, new Options())
            {
            }

            /// <inheritdoc/>
            public double Momentum
            {
                get => Options.momentum ?? 0;
                set => Options.momentum = value;
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
            /// <inheritdoc cref="Modules.RMSProp"/>
            public static RMSProp RMSProp(IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99,
                double eps = 1E-08, double weight_decay = 0.0, double momentum = 0.0, bool centered = false,
                bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

            /// <inheritdoc cref="Modules.RMSProp"/>
            public static RMSProp RMSProp(IEnumerable<(string name, Parameter parameter)> parameters,
                double lr = 0.01, double alpha = 0.99, double eps = 1E-08, double weight_decay = 0.0,
                double momentum = 0.0, bool centered = false, bool maximize = false) =>
                new(parameters.Select(named => named.parameter), lr, alpha, eps, weight_decay, momentum, centered,
                maximize);

            /// <inheritdoc cref="Modules.RMSProp"/>
            public static RMSProp RMSProp(IEnumerable<RMSProp.ParamGroup> parameters, double lr = 0.01,
                double alpha = 0.99, double eps = 1E-08, double weight_decay = 0.0, double momentum = 0.0,
                bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);
        }
    }
}

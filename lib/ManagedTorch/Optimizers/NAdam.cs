using System.Diagnostics.CodeAnalysis;
using TorchSharp.Kernels;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Adam with Nesterov's momentum.</summary>
    /// <remarks>Dozat, 2016, algorithm 2: https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ</remarks>
    public class NAdam : OptimizerHelper, optim.IBetas
    {
        /// <summary>An optimizer of one group.</summary>
        public NAdam(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1E-08, double weight_decay = 0.0, double momentum_decay = 0.004)
            : this([new ParamGroup(parameters)], lr, beta1, beta2, eps, weight_decay, momentum_decay)
        {
        }

        /// <summary>An optimizer of several groups; what they leave open is as given here.</summary>
        public NAdam(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1E-08, double weight_decay = 0.0, double momentum_decay = 0.004)
            : base(parameters, new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                beta1 = beta1,
                beta2 = beta2,
                eps = eps,
                weight_decay = weight_decay,
                momentum_decay = momentum_decay,
            })
        {
        }

        /// <inheritdoc/>
        public (double, double) Betas
        {
            get => Of(Groups[0]).Betas;
            set
            {
                foreach (var group in Groups) Of(group).Betas = value;
            }
        }

        private static ParamGroup Of(Modules.ParamGroup group) => (ParamGroup)group;

        private protected override void Update<T>(OptimizerOptions given, OptimizerUpdate<T> update)
        {
            var o = (Options)given;
            var lr = o.LearningRate!.Value;
            var (b1, b2) = (1 - Math.Pow(o.beta1!.Value, update.Step), 1 - Math.Pow(o.beta2!.Value, update.Step));
            double Momentum(long step) => o.beta1.Value * (1 - 0.5 * Math.Pow(0.96, step * o.momentum_decay!.Value));
            var (now, next) = (Momentum(update.Step), Momentum(update.Step + 1));
            // The paper's divisor has the product up to the next step only. PyTorch 1.13, whose numbers these are, has
            // one factor of this step too many, and keeps the product as a float.
            var product = (float)update.Product * (float)now;
            update.Product = product;
            var nextRate = lr * next / (1.0 - product * (float)now * (float)next);
            update.Run(new NAdamStep<T>(update.Number(lr * (1 - now) / (1 - update.Product)), update.Number(nextRate),
                update.Number(o.beta1.Value), update.Number(o.beta2.Value), update.Number(o.eps!.Value),
                update.Number(Math.Sqrt(b2))), o.weight_decay!.Value);
        }

        /// <summary>The options; what is null is taken from the optimizer.</summary>
        [SuppressMessage("Design", "CA1051", Justification = "TorchSharp's members.")]
        public class Options : OptimizerOptions
        {
            /// <summary>The decay rate of the mean.</summary>
            public double? beta1;

            /// <summary>The decay rate of the mean square.</summary>
            public double? beta2;

            /// <summary>Added to the divisor.</summary>
            public double? eps;

            /// <summary>λ, how much of the parameter is added to the gradient.</summary>
            public double? weight_decay;

            /// <summary>How fast the momentum comes.</summary>
            public double? momentum_decay;

            internal override void FillFrom(OptimizerOptions defaults)
            {
                base.FillFrom(defaults);
                if (defaults is not Options from) return;
                beta1 ??= from.beta1;
                beta2 ??= from.beta2;
                eps ??= from.eps;
                weight_decay ??= from.weight_decay;
                momentum_decay ??= from.momentum_decay;
            }
        }

        /// <summary>Parameters with options of their own.</summary>
        public class ParamGroup : ParamGroup<Options>, optim.IBetas
        {
            /// <summary>An empty group, to be filled by its properties.</summary>
            public ParamGroup() => base.Options = new Options();

            /// <summary>Parameters with their options.</summary>
            public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
            {
            }

            /// <summary>Parameters with the given options.</summary>
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1.0, double beta1 = 0.9,
                double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0.0, double momentum_decay = 0.004)
                : base(parameters, new Options
                {
                    LearningRate = lr,
                    InitialLearningRate = lr,
                    beta1 = beta1,
                    beta2 = beta2,
                    eps = eps,
                    weight_decay = weight_decay,
                    momentum_decay = momentum_decay,
                })
            {
            }

            internal ParamGroup(IEnumerable<Parameter> parameters) : base(parameters, new Options())
            {
            }

            /// <inheritdoc/>
            public (double, double) Betas
            {
                get => (Options.beta1 ?? 0, Options.beta2 ?? 0);
                set => (Options.beta1, Options.beta2) = value;
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
            /// <inheritdoc cref="Modules.NAdam"/>
            public static NAdam NAdam(IEnumerable<Parameter> named_parameters, double lr = 0.002, double beta1 = 0.9,
                double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0.0, double momentum_decay = 0.004) =>
                new(named_parameters, lr, beta1, beta2, eps, weight_decay, momentum_decay);

            /// <inheritdoc cref="Modules.NAdam"/>
            public static NAdam NAdam(IEnumerable<(string name, Parameter parameter)> named_parameters,
                double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
                double weight_decay = 0.0, double momentum_decay = 0.004) =>
                new(named_parameters.Select(named => named.parameter), lr, beta1, beta2, eps, weight_decay,
                momentum_decay);

            /// <inheritdoc cref="Modules.NAdam"/>
            public static NAdam NAdam(IEnumerable<NAdam.ParamGroup> parameters, double lr = 0.002,
                double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0.0,
                double momentum_decay = 0.004) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, momentum_decay);
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using TorchSharp.Kernels;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Steps of the mean gradient over the root of its mean square.</summary>
    /// <remarks>
    /// Kingma and Ba, 2014, algorithm 1: https://arxiv.org/abs/1412.6980; amsgrad: Reddi et al., 2018.
    /// </remarks>
    public class Adam : OptimizerHelper, optim.IBetas
    {
        /// <summary>An optimizer of one group.</summary>
        public Adam(IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1E-08, double weight_decay = 0.0, bool amsgrad = false, bool maximize = false)
            : this([new ParamGroup(parameters)], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
        {
        }

        /// <summary>An optimizer of several groups; what they leave open is as given here.</summary>
        public Adam(IEnumerable<ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1E-08, double weight_decay = 0.0, bool amsgrad = false, bool maximize = false)
            : base(parameters, new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                beta1 = beta1,
                beta2 = beta2,
                eps = eps,
                weight_decay = weight_decay,
                amsgrad = amsgrad,
                maximize = maximize,
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
            var step = new AdamStep<T>(update.Number(lr / b1), update.Number(o.beta1.Value),
                update.Number(o.beta2.Value), update.Number(o.eps!.Value), update.Number(Math.Sqrt(b2)), T.One,
                o.amsgrad!.Value);
            update.Run(step, o.weight_decay!.Value, o.maximize!.Value);
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

            /// <summary>Whether the divisor never shrinks.</summary>
            public bool? amsgrad;

            /// <summary>Whether to climb instead of to descend.</summary>
            public bool? maximize;

            internal override void FillFrom(OptimizerOptions defaults)
            {
                base.FillFrom(defaults);
                if (defaults is not Options from) return;
                beta1 ??= from.beta1;
                beta2 ??= from.beta2;
                eps ??= from.eps;
                weight_decay ??= from.weight_decay;
                amsgrad ??= from.amsgrad;
                maximize ??= from.maximize;
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
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9,
                double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0.0, bool amsgrad = false,
                bool maximize = false)
                : base(parameters, new Options
                {
                    LearningRate = lr,
                    InitialLearningRate = lr,
                    beta1 = beta1,
                    beta2 = beta2,
                    eps = eps,
                    weight_decay = weight_decay,
                    amsgrad = amsgrad,
                    maximize = maximize,
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
            /// <inheritdoc cref="Modules.Adam"/>
            public static Adam Adam(IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9,
                double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0.0, bool amsgrad = false,
                bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            /// <inheritdoc cref="Modules.Adam"/>
            public static Adam Adam(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.001,
                double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0.0,
                bool amsgrad = false, bool maximize = false) =>
                new(parameters.Select(named => named.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad,
                maximize);

            /// <inheritdoc cref="Modules.Adam"/>
            public static Adam Adam(IEnumerable<Adam.ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9,
                double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0.0, bool amsgrad = false,
                bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
        }
    }
}

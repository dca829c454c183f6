using System.Diagnostics.CodeAnalysis;
using TorchSharp.Kernels;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Gradient descent, with momentum if wanted.</summary>
    /// <remarks>Sutskever et al., 2013, for the momentum; Nesterov's form as PyTorch has it.</remarks>
    public class SGD : OptimizerHelper, optim.IMomentum
    {
        /// <summary>An optimizer of one group.</summary>
        public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0.0,
            double weight_decay = 0.0, bool nesterov = false, bool maximize = false)
            : this([new ParamGroup(parameters)], lr, momentum, dampening, weight_decay, nesterov, maximize)
        {
        }

        /// <summary>An optimizer of several groups; what they leave open is as given here.</summary>
        public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0.0,
            double weight_decay = 0.0, bool nesterov = false, bool maximize = false)
            : base(parameters, new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                momentum = momentum,
                dampening = dampening,
                weight_decay = weight_decay,
                nesterov = nesterov,
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
            var step = new SgdStep<T>(update.Number(lr), update.Number(o.momentum!.Value),
                update.Number(o.dampening!.Value), o.nesterov!.Value, update.Step == 1);
            update.Run(step, o.weight_decay!.Value, o.maximize!.Value);
        }

        /// <summary>The options; what is null is taken from the optimizer.</summary>
        [SuppressMessage("Design", "CA1051", Justification = "TorchSharp's members.")]
        public class Options : OptimizerOptions
        {
            /// <summary>The share of the last move in the next one.</summary>
            public double? momentum;

            /// <summary>How much less of the gradient enters the momentum.</summary>
            public double? dampening;

            /// <summary>λ, how much of the parameter is added to the gradient.</summary>
            public double? weight_decay;

            /// <summary>Whether the gradient is taken one move ahead.</summary>
            public bool? nesterov;

            /// <summary>Whether to climb instead of to descend.</summary>
            public bool? maximize;

            internal override void FillFrom(OptimizerOptions defaults)
            {
                base.FillFrom(defaults);
                if (defaults is not Options from) return;
                momentum ??= from.momentum;
                dampening ??= from.dampening;
                weight_decay ??= from.weight_decay;
                nesterov ??= from.nesterov;
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
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.001, double momentum = 0.0,
                double dampening = 0.0, double weight_decay = 0.0, bool nesterov = false, bool maximize = false)
                : base(parameters, new Options
                {
                    LearningRate = lr,
                    InitialLearningRate = lr,
                    momentum = momentum,
                    dampening = dampening,
                    weight_decay = weight_decay,
                    nesterov = nesterov,
                    maximize = maximize,
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
            /// <inheritdoc cref="Modules.SGD"/>
            public static SGD SGD(IEnumerable<Parameter> parameters, double learningRate, double momentum = 0.0,
                double dampening = 0.0, double weight_decay = 0.0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            /// <inheritdoc cref="Modules.SGD"/>
            public static SGD SGD(IEnumerable<(string name, Parameter parameter)> parameters, double learningRate,
                double momentum = 0.0, double dampening = 0.0, double weight_decay = 0.0, bool nesterov = false,
                bool maximize = false) =>
                new(parameters.Select(named => named.parameter), learningRate, momentum, dampening,
                    weight_decay, nesterov, maximize);

            /// <inheritdoc cref="Modules.SGD"/>
            public static SGD SGD(IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0.0,
                double dampening = 0.0, double weight_decay = 0.0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
        }
    }
}

using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimizers: what changes parameters by their gradients.</summary>
    public static partial class optim
    {
        /// <summary>Whose learning rate a schedule can change.</summary>
        public interface ILearningRateController
        {
            /// <summary>The learning rate of the next step.</summary>
            double LearningRate { get; set; }

            /// <summary>The learning rate that schedules start from.</summary>
            double InitialLearningRate { get; set; }
        }

        /// <summary>Whose momentum a schedule can change.</summary>
        public interface IMomentum
        {
            /// <summary>The share of the last move in the next one.</summary>
            double Momentum { get; set; }
        }

        /// <summary>Whose decay rates a schedule can change.</summary>
        public interface IBetas
        {
            /// <summary>The decay rates of the mean and of the mean square of the gradient.</summary>
            (double, double) Betas { get; set; }
        }

        /// <summary>Changes parameters by their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            private protected Optimizer()
            {
            }

            private protected List<ParamGroup> Groups { get; } = [];

            /// <summary>Whether a schedule has noted the first learning rates.</summary>
            internal bool HasSchedule { get; set; }

            /// <summary>The groups of parameters, each with options of its own.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => Groups;

            /// <summary>Fills the gradients with 0; as in TorchSharp, they do not become null.</summary>
            public virtual void zero_grad()
            {
                foreach (var parameter in parameters()) parameter.grad?.zero_();
            }

            /// <summary>Takes one step by the gradients as they are.</summary>
            /// <param name="closure">Computes the loss and its gradients anew, or null.</param>
            /// <returns>What the closure gave, or null.</returns>
            public virtual Tensor? step(Func<Tensor>? closure = null) => Advance(closure);

            /// <summary>The parameters of all groups.</summary>
            public virtual IEnumerable<Parameter> parameters() => Groups.SelectMany(group => group.Parameters);

            /// <summary>Adds a group; options that it leaves open are those of the optimizer.</summary>
            public virtual void add_param_group(ParamGroup param_group)
            {
                ArgumentNullException.ThrowIfNull(param_group);
                Groups.Add(param_group);
            }

            /// <summary>Gives the optimizer's state back; the parameters stay.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <inheritdoc cref="Dispose()"/>
            protected virtual void Dispose(bool disposing)
            {
                if (disposing) Forget();
            }

            private protected abstract Tensor? Advance(Func<Tensor>? closure);

            private protected abstract void Forget();
        }
    }
}

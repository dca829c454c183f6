namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Learning rates that change with time.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>The schedules themselves; made by the functions of the same names.</summary>
            public static partial class impl
            {
            }

            /// <summary>Sets the learning rates of an optimizer, step by step.</summary>
            /// <remarks>
            /// Each rate follows from the first one and the number of the step alone, so that no rounding adds up.
            /// </remarks>
            public abstract class LRScheduler
            {
                private readonly Optimizer _optimizer;
                private readonly List<double> _initial;
                private int _epoch;

                /// <summary>How often <see cref="step()"/> was called, the call at the start included.</summary>
                [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1051",
                    Justification = "TorchSharp's member.")]
                protected int _step_count;

                /// <summary>A schedule for an optimizer, which goes on after a step.</summary>
                /// <param name="optimizer">Whose rates are set.</param>
                /// <param name="last_epoch">The step that was taken last; −1 for none.</param>
                /// <param name="verbose">Without effect: the engine prints nothing.</param>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    _optimizer = optimizer;
                    _epoch = last_epoch;
                    foreach (var group in optimizer.ParamGroups)
                        if (last_epoch == -1) group.InitialLearningRate = group.LearningRate;
                    _initial = [.. optimizer.ParamGroups.Select(group => group.InitialLearningRate)];
                }

                /// <summary>Goes to the next step.</summary>
                public virtual void step() => Go(_epoch + 1);

                /// <summary>Goes to the given step; null for the next.</summary>
                public virtual void step(int? epoch) => Go(epoch ?? _epoch + 1);

                /// <summary>The rates that were set last.</summary>
                public IEnumerable<double> get_last_lr() =>
                    _optimizer.ParamGroups.Select(group => group.LearningRate).ToList();

                /// <summary>The rates of the current step.</summary>
                protected virtual IEnumerable<double> get_lr() => _initial.Select(initial => Rate(initial, _epoch));

                /// <summary>The rate of a step, from the one at the start.</summary>
                private protected abstract double Rate(double initial, int epoch);

                /// <summary>Takes the first step; derived classes call it once they are ready.</summary>
                private protected void Start() => Go(_epoch + 1);

                private protected virtual void Go(int epoch)
                {
                    _step_count++;
                    _epoch = epoch;
                    foreach (var (group, rate) in _optimizer.ParamGroups.Zip(get_lr().ToList()))
                        group.LearningRate = rate;
                }
            }
        }
    }
}

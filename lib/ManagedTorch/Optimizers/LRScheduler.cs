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
            /// Where another schedule has changed a rate in between, it is scaled by as much as this schedule changed
            /// from one step to the next, as in PyTorch.
            /// </remarks>
            public abstract class LRScheduler
            {
                private readonly List<double> _initial;
                private int _epoch;
                private int _previous = -1;             // the step before; -1 for none
                private bool _absolute;                 // the step was named: what others changed does not count

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
                    Optimizer = optimizer;
                    _epoch = last_epoch;
                    if (last_epoch == -1 && !optimizer.HasSchedule)
                        foreach (var group in optimizer.ParamGroups) group.InitialLearningRate = group.LearningRate;
                    optimizer.HasSchedule = true;
                    _initial = [.. optimizer.ParamGroups.Select(group => group.InitialLearningRate)];
                }

                internal Optimizer Optimizer { get; }

                internal IReadOnlyList<double> Initial => _initial;

                /// <summary>Goes to the next step.</summary>
                public virtual void step() => Go(_epoch + 1);

                /// <summary>Goes to the given step; null for the next.</summary>
                public virtual void step(int? epoch)
                {
                    if (epoch is null)
                    {
                        step();
                        return;
                    }
                    _absolute = true;
                    try
                    {
                        Go(epoch.Value);
                    }
                    finally
                    {
                        _absolute = false;
                    }
                }

                /// <summary>Goes to a step, null for the next; only ReduceLROnPlateau looks at the value.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The rates that were set last.</summary>
                public IEnumerable<double> get_last_lr() =>
                    Optimizer.ParamGroups.Select(group => group.LearningRate).ToList();

                /// <summary>The rates of the current step.</summary>
                protected virtual IEnumerable<double> get_lr() =>
                    Optimizer.ParamGroups.Select((group, i) => Next(group.LearningRate, i));

                /// <summary>The rates of the current step as they follow from the first ones.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() =>
                    _initial.Select((initial, i) => Rate(initial, _epoch, i));

                /// <summary>Whether another schedule's changes are kept; else this one sets the rate.</summary>
                private protected virtual bool Composes => true;

                /// <summary>The rate of a step, from the one at the start.</summary>
                private protected virtual double Rate(double initial, int epoch, int group) => initial;

                /// <summary>Takes the first step; derived classes call it once they are ready.</summary>
                private protected void Start() => Go(_epoch + 1);

                private protected virtual void Go(int epoch)
                {
                    Count(epoch);
                    foreach (var (group, rate) in Optimizer.ParamGroups.Zip(get_lr().ToList()))
                        group.LearningRate = rate;
                }

                private protected void Count(int epoch)
                {
                    _step_count++;
                    (_previous, _epoch) = (_step_count == 1 ? -1 : _epoch, epoch);
                }

                private double Next(double current, int i)
                {
                    var rate = Rate(_initial[i], _epoch, i);
                    var before = _previous < 0 ? _initial[i] : Rate(_initial[i], _previous, i);
                    var alone = current == before || before == 0;
                    return alone || _absolute || !Composes ? rate : current * (rate / before);
                }
            }
        }
    }
}

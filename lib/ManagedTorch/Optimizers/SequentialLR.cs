namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Schedules one after the other: at each milestone the next one begins.</summary>
            /// <param name="optimizer">Whose rates are set.</param>
            /// <param name="schedulers">The schedules, all of that optimizer.</param>
            /// <param name="milestones">The first step of each schedule but the first, ascending.</param>
            /// <param name="last_epoch">The step that was taken last; −1 for none.</param>
            /// <exception cref="ArgumentException">
            /// There is not one milestone less than schedules, or a schedule is of another optimizer.
            /// </exception>
            public static LRScheduler SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers,
                IEnumerable<int> milestones, int last_epoch = -1) =>
                new impl.SequentialLR(optimizer, schedulers, milestones, last_epoch);

            public static partial class impl
            {
                /// <inheritdoc cref="lr_scheduler.SequentialLR"/>
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    /// <inheritdoc cref="lr_scheduler.SequentialLR"/>
                    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers,
                        IEnumerable<int> milestones, int last_epoch = -1) : base(optimizer, last_epoch)
                    {
                        (_schedulers, _milestones) = ([.. schedulers], [.. milestones]);
                        if (_schedulers.Any(scheduler => scheduler.Optimizer != optimizer))
                            throw new ArgumentException(
                                "Sequential Schedulers expects all schedulers to belong to the same optimizer");
                        if (_milestones.Length != _schedulers.Length - 1)
                            throw new ArgumentException("Sequential Schedulers expects number of schedulers provided " +
                                "to be one more than the number of milestone points, but got number of schedulers " +
                                $"{_schedulers.Length} and the number of milestones to be equal to " +
                                $"{_milestones.Length}");
                        Start();
                    }

                    private protected override void Go(int epoch)
                    {
                        var at = _milestones.Count(milestone => milestone <= epoch);
                        var begins = _step_count == 0 || (at > 0 && _milestones[at - 1] == epoch);
                        Count(epoch);
                        if (begins) _schedulers[at].step(at == 0 ? epoch : 0);
                        else _schedulers[at].step();
                    }
                }
            }
        }
    }
}

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Several schedules of one optimizer at once: each scales what the others left.</summary>
            /// <exception cref="ArgumentException">There is none, or they are not of one optimizer.</exception>
            public static LRScheduler ChainedLR(IEnumerable<LRScheduler> schedulers) =>
                new impl.ChainedLR([.. schedulers]);

            public static partial class impl
            {
                /// <summary>Several schedules of one optimizer at once: each scales what the others left.</summary>
                public class ChainedLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;

                    internal ChainedLR(LRScheduler[] schedulers) : base(First(schedulers)) => _schedulers = schedulers;

                    /// <summary>Takes the next step of each schedule, in their order.</summary>
                    public override void step()
                    {
                        _step_count++;
                        foreach (var scheduler in _schedulers) scheduler.step();
                    }

                    private static Optimizer First(LRScheduler[] schedulers)
                    {
                        if (schedulers.Length == 0)
                            throw new ArgumentException("ChainedLR expects at least one schedule, got none");
                        if (schedulers.Any(scheduler => scheduler.Optimizer != schedulers[0].Optimizer))
                            throw new ArgumentException(
                                "ChainedScheduler expects all schedulers to belong to the same optimizer");
                        return schedulers[0].Optimizer;
                    }
                }
            }
        }
    }
}

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>
            /// Up to the greatest rate, then down far below the first: one cycle over the whole training.
            /// </summary>
            /// <param name="optimizer">Whose rates are set.</param>
            /// <param name="max_lr">The greatest rate.</param>
            /// <param name="total_steps">The steps of the cycle; or −1, and epochs times steps per epoch are.</param>
            /// <param name="epochs">Epochs, when <paramref name="total_steps"/> is not given.</param>
            /// <param name="steps_per_epoch">Steps in each.</param>
            /// <param name="pct_start">The share of the steps that go up.</param>
            /// <param name="anneal_strategy">The curve.</param>
            /// <param name="cycle_momentum">Whether the momentum goes the other way.</param>
            /// <param name="base_momentum">The least momentum.</param>
            /// <param name="max_momentum">The greatest momentum.</param>
            /// <param name="div_factor">How many times the greatest rate is the first.</param>
            /// <param name="final_div_factor">How many times the first rate is the last.</param>
            /// <param name="three_phase">Whether the way down pauses at the first rate.</param>
            /// <param name="last_epoch">The step that was taken last; −1 for none.</param>
            /// <param name="verbose">Without effect.</param>
            /// <remarks>Smith and Topin, 2017: https://arxiv.org/abs/1708.07120</remarks>
            public static LRScheduler OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1,
                int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95,
                double div_factor = 25, double final_div_factor = 10000, bool three_phase = false,
                int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy,
                    cycle_momentum, base_momentum, max_momentum, div_factor, final_div_factor, three_phase,
                    last_epoch, verbose);

            public static partial class impl
            {
                /// <inheritdoc cref="lr_scheduler.OneCycleLR"/>
                public class OneCycleLR : LRScheduler
                {
                    private readonly Optimizer _all;
                    private readonly
                        (double End, double From, double To, double Momentum, double NextMomentum)[] _phases;
                    private readonly bool _cycleMomentum;
                    private readonly AnnealStrategy _anneal;

                    /// <inheritdoc cref="lr_scheduler.OneCycleLR"/>
                    public OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1,
                        int steps_per_epoch = -1, double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos,
                        bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95,
                        double div_factor = 25, double final_div_factor = 10000, bool three_phase = false,
                        int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        if (total_steps <= 0) total_steps = epochs > 0 && steps_per_epoch > 0 ? epochs * steps_per_epoch
                            : throw new ArgumentOutOfRangeException(nameof(total_steps),
                                "You must define either total_steps OR (epochs AND steps_per_epoch)");
                        if (!(pct_start >= 0 && pct_start <= 1))
                            throw new ArgumentOutOfRangeException(
                                nameof(pct_start), $"Expected float between 0 and 1 pct_start, but got {pct_start}");
                        _all = optimizer;
                        _anneal = anneal_strategy;
                        _cycleMomentum = cycle_momentum;
                        var (first, last) = (max_lr / div_factor, max_lr / div_factor / final_div_factor);
                        var (top, end) = (pct_start * total_steps - 1, total_steps - 1.0);
                        var (low, high) = (base_momentum, max_momentum);
                        _phases = three_phase
                            ? [(top, first, max_lr, high, low), (2 * top, max_lr, first, low, high),
                                (end, first, last, high, high)]
                            : [(top, first, max_lr, high, low), (end, max_lr, last, low, high)];
                        Start();
                    }

                    /// <summary>The curve between two rates.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Half a cosine.</summary>
                        Cos = 0,

                        /// <summary>A line.</summary>
                        Linear = 1,
                    }

                    private protected override bool Composes => false;

                    private protected override double Rate(double initial, int epoch, int group)
                    {
                        var (phase, share) = Phase(epoch);
                        return Between(_phases[phase].From, _phases[phase].To, share);
                    }

                    private protected override void Go(int epoch)
                    {
                        base.Go(epoch);
                        if (!_cycleMomentum) return;
                        var (phase, share) = Phase(epoch);
                        var momentum = Between(_phases[phase].Momentum, _phases[phase].NextMomentum, share);
                        foreach (var group in _all.ParamGroups)
                        {
                            if (group is IMomentum simple) simple.Momentum = momentum;
                            else if (group is IBetas betas) betas.Betas = (momentum, betas.Betas.Item2);
                        }
                    }

                    private (int Phase, double Share) Phase(int epoch)
                    {
                        var start = 0.0;
                        for (var phase = 0; phase < _phases.Length; phase++)
                        {
                            var end = _phases[phase].End;
                            if (epoch <= end) return (phase, (epoch - start) / (end - start));
                            start = end;
                        }
                        throw new InvalidOperationException(
                            $"Tried to step {epoch + 1} times. The specified number of total steps is {start + 1}");
                    }

                    private double Between(double from, double to, double share) => _anneal == AnnealStrategy.Cos
                        ? to + (from - to) / 2 * (1 + Math.Cos(Math.PI * share))
                        : from + (to - from) * share;
                }
            }
        }
    }
}

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Rates that go up and down between two bounds.</summary>
            /// <param name="optimizer">Whose rates are set.</param>
            /// <param name="base_lr">The lower bound.</param>
            /// <param name="max_lr">The upper bound of the first cycle.</param>
            /// <param name="step_size_up">Steps up.</param>
            /// <param name="step_size_down">Steps down; −1 for as many.</param>
            /// <param name="mode">How the upper bound changes: not, by halves, or by powers of gamma.</param>
            /// <param name="gamma">The base of the powers.</param>
            /// <param name="scale_fn">A function for the upper bound's change, in place of a mode.</param>
            /// <param name="scale_mode">Whether that function is of the cycle, from 1, or of the step.</param>
            /// <param name="cycle_momentum">Whether the momentum goes the other way.</param>
            /// <param name="base_momentum">The least momentum.</param>
            /// <param name="max_momentum">The greatest momentum.</param>
            /// <param name="last_epoch">The step that was taken last; −1 for none.</param>
            /// <param name="verbose">Without effect.</param>
            /// <exception cref="ArgumentException">The optimizer has no momentum to cycle.</exception>
            /// <remarks>Smith, 2015: https://arxiv.org/abs/1506.01186</remarks>
            public static LRScheduler CyclicLR(Optimizer optimizer, double base_lr, double max_lr,
                int step_size_up = 2000, int step_size_down = -1,
                impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1.0,
                Func<double, double>? scale_fn = null,
                impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true,
                double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false) =>
                new impl.CyclicLR(optimizer, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, scale_fn,
                    scale_mode, cycle_momentum, base_momentum, max_momentum, last_epoch, verbose);

            /// <summary>The same with bounds for each group of parameters.</summary>
            /// <inheritdoc cref="CyclicLR(Optimizer, double, double, int, int, impl.CyclicLR.Mode, double,
            /// Func{double, double}, impl.CyclicLR.ScaleMode, bool, double, double, int, bool)"/>
            public static LRScheduler CyclicLR(Optimizer optimizer, IEnumerable<double> base_lr,
                IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1,
                impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1.0,
                Func<double, double>? scale_fn = null,
                impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true,
                IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                int last_epoch = -1, bool verbose = false) =>
                new impl.CyclicLR(optimizer, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, scale_fn,
                    scale_mode, cycle_momentum, base_momentum, max_momentum, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>Rates that go up and down between two bounds.</summary>
                public class CyclicLR : LRScheduler
                {
                    private readonly double[] _low, _high, _lowMomentum, _highMomentum;
                    private readonly double _steps, _share;
                    private readonly Func<double, double> _scale;
                    private readonly bool _ofCycle, _cycleMomentum;

                    /// <summary>A schedule with the same bounds for all groups.</summary>
                    public CyclicLR(Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000,
                        int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1.0,
                        Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle,
                        bool cycle_momentum = true, double base_momentum = 0.8, double max_momentum = 0.9,
                        int last_epoch = -1, bool verbose = false)
                        : this(optimizer, Each(optimizer, base_lr), Each(optimizer, max_lr), step_size_up,
                            step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum,
                            Each(optimizer, base_momentum), Each(optimizer, max_momentum), last_epoch, verbose)
                    {
                    }

                    /// <summary>A schedule with bounds for each group.</summary>
                    public CyclicLR(Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr,
                        int step_size_up = 2000, int step_size_down = -1, Mode mode = Mode.Triangular,
                        double gamma = 1.0, Func<double, double>? scale_fn = null,
                        ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true,
                        IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                        int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        var groups = Initial.Count;
                        _low = PerGroup.Check(base_lr, groups, nameof(base_lr));
                        _high = PerGroup.Check(max_lr, groups, nameof(max_lr));
                        _lowMomentum = PerGroup.Check(
                            base_momentum ?? PerGroup.Repeat(0.8, groups), groups, nameof(base_momentum));
                        _highMomentum = PerGroup.Check(
                            max_momentum ?? PerGroup.Repeat(0.9, groups), groups, nameof(max_momentum));
                        _steps = step_size_up + (step_size_down < 0 ? step_size_up : step_size_down);
                        _share = step_size_up / _steps;
                        _scale = scale_fn ?? mode switch
                        {
                            Mode.Triangular2 => cycle => 1 / Math.Pow(2, cycle - 1),
                            Mode.ExpRange => step => Math.Pow(gamma, step),
                            _ => _ => 1,
                        };
                        _ofCycle = scale_fn is null ? mode != Mode.ExpRange : scale_mode == ScaleMode.Cycle;
                        _cycleMomentum = cycle_momentum;
                        if (cycle_momentum && optimizer.ParamGroups.Any(group => group is not (IMomentum or IBetas)))
                            throw new ArgumentException(
                                "optimizer must support momentum with `cycle_momentum` option enabled");
                        Start();
                    }

                    /// <summary>How the upper bound changes from cycle to cycle.</summary>
                    public enum Mode
                    {
                        /// <summary>Not at all.</summary>
                        Triangular = 0,

                        /// <summary>It comes half as close to the lower bound each time.</summary>
                        Triangular2 = 1,

                        /// <summary>By a power of gamma for each step.</summary>
                        ExpRange = 2,
                    }

                    /// <summary>What the function for the upper bound is of.</summary>
                    public enum ScaleMode
                    {
                        /// <summary>The cycle, from 1.</summary>
                        Cycle = 0,

                        /// <summary>The step, from 0.</summary>
                        Iterations = 1,
                    }

                    private protected override bool Composes => false;

                    private protected override double Rate(double initial, int epoch, int group) =>
                        _low[group] + (_high[group] - _low[group]) * Height(epoch);

                    private protected override void Go(int epoch)
                    {
                        base.Go(epoch);
                        if (!_cycleMomentum) return;
                        foreach (var (i, group) in Optimizer.ParamGroups.Index())
                        {
                            var momentum = _highMomentum[i] - (_highMomentum[i] - _lowMomentum[i]) * Height(epoch);
                            if (group is IMomentum simple) simple.Momentum = momentum;
                            else if (group is IBetas betas) betas.Betas = (momentum, betas.Betas.Item2);
                        }
                    }

                    // How far above the lower bound, as a share of the distance to the first upper bound.
                    private double Height(int epoch)
                    {
                        var cycle = Math.Floor(1 + epoch / _steps);
                        var x = 1 + epoch / _steps - cycle;
                        return (x <= _share ? x / _share : (x - 1) / (_share - 1)) * _scale(_ofCycle ? cycle : epoch);
                    }

                    private static double[] Each(Optimizer optimizer, double value) =>
                        PerGroup.Repeat(value, optimizer.ParamGroups.Count());
                }
            }
        }
    }
}

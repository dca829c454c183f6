namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Lowers the rates when a value stops getting better; step(value) after each epoch.</summary>
            /// <param name="optimizer">Whose rates are set.</param>
            /// <param name="mode">"min" when less is better, "max" when more is.</param>
            /// <param name="factor">What a rate is multiplied by, below 1.</param>
            /// <param name="patience">Epochs without a better value that are still put up with.</param>
            /// <param name="threshold">How much better a value must be to count.</param>
            /// <param name="threshold_mode">"rel" for a share of the best value, "abs" for a difference.</param>
            /// <param name="cooldown">Epochs after a reduction in which none are counted.</param>
            /// <param name="min_lr">The least rates, one for each group or one for all; 0 if null.</param>
            /// <param name="eps">A change of a rate smaller than this is not made.</param>
            /// <param name="verbose">Without effect.</param>
            /// <exception cref="ArgumentException">A mode is unknown, or the factor is not below 1.</exception>
            public static LRScheduler ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1,
                int patience = 10, double threshold = 0.0001, string threshold_mode = "rel", int cooldown = 0,
                IList<double>? min_lr = null, double eps = 1E-08, bool verbose = false) =>
                new impl.ReduceLROnPlateau(
                    optimizer, mode, factor, patience, threshold, threshold_mode, cooldown, min_lr, eps, verbose);

            public static partial class impl
            {
                /// <inheritdoc cref="lr_scheduler.ReduceLROnPlateau"/>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool _less, _relative;
                    private readonly double _factor, _threshold, _eps;
                    private readonly int _patience, _cooldown;
                    private readonly double[] _least;
                    private double _best;
                    private int _bad, _cooling;

                    /// <inheritdoc cref="lr_scheduler.ReduceLROnPlateau"/>
                    public ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1,
                        int patience = 10, double threshold = 0.0001, string threshold_mode = "rel", int cooldown = 0,
                        IList<double>? min_lr = null, double eps = 1E-08, bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (factor >= 1.0) throw new ArgumentException("Factor should be < 1.0.", nameof(factor));
                        if (mode is not ("min" or "max"))
                            throw new ArgumentException($"mode {mode} is unknown!", nameof(mode));
                        if (threshold_mode is not ("rel" or "abs"))
                            throw new ArgumentException(
                                $"threshold mode {threshold_mode} is unknown!", nameof(threshold_mode));
                        (_less, _relative) = (mode == "min", threshold_mode == "rel");
                        (_factor, _threshold, _eps) = (factor, threshold, eps);
                        (_patience, _cooldown) = (patience, cooldown);
                        _least = min_lr is null ? new double[Initial.Count]
                            : min_lr.Count == 1 ? PerGroup.Repeat(min_lr[0], Initial.Count)
                            : PerGroup.Check(min_lr, Initial.Count, nameof(min_lr));
                        _best = _less ? double.PositiveInfinity : double.NegativeInfinity;
                    }

                    /// <summary>Not possible: the value is missing.</summary>
                    /// <exception cref="InvalidOperationException">Always.</exception>
                    public override void step() => throw new InvalidOperationException(
                        "ReduceLROnPlateau needs the value that it watches: expected step(value), got step()");

                    /// <inheritdoc cref="step()"/>
                    public override void step(int? epoch) => step();

                    /// <summary>Takes note of a value, and lowers the rates if it has been bad for too long.</summary>
                    public override void step(double current, int? epoch = null)
                    {
                        _step_count++;
                        if (Better(current)) (_best, _bad) = (current, 0);
                        else _bad++;
                        if (_cooling > 0) (_cooling, _bad) = (_cooling - 1, 0);
                        if (_bad <= _patience) return;
                        (_cooling, _bad) = (_cooldown, 0);
                        foreach (var (i, group) in Optimizer.ParamGroups.Index())
                        {
                            var rate = Math.Max(group.LearningRate * _factor, _least[i]);
                            if (group.LearningRate - rate > _eps) group.LearningRate = rate;
                        }
                    }

                    private bool Better(double value)
                    {
                        var margin = _relative ? _best * _threshold : _threshold;
                        if (double.IsInfinity(_best)) return _less ? value < _best : value > _best;
                        return _less ? value < _best - margin : value > _best + margin;
                    }
                }
            }
        }
    }
}

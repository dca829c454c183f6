namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>
            /// Half a cosine from η to its least: Loshchilov and Hutter, 2016, https://arxiv.org/abs/1608.03983.
            /// </summary>
            public static LRScheduler CosineAnnealingLR(
                Optimizer optimizer, double T_max, double eta_min = 0.0, int last_epoch = -1, bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>
                /// Half a cosine from η to its least: Loshchilov and Hutter, 2016, https://arxiv.org/abs/1608.03983.
                /// </summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _T_max;
                    private readonly double _eta_min;

                    /// <summary>A schedule for an optimizer.</summary>
                    public CosineAnnealingLR(
                        Optimizer optimizer, double T_max, double eta_min = 0.0, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _T_max = T_max;
                        _eta_min = eta_min;
                        Start();
                    }

                    private protected override double Rate(double initial, int epoch, int group) =>
                        _eta_min + (initial - _eta_min) * (1 + Math.Cos(Math.PI * epoch / _T_max)) / 2;
                }
            }
        }
    }
}

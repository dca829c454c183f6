namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>η times what a function gives for t.</summary>
            public static LRScheduler LambdaLR(
                Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.LambdaLR(optimizer, lr_lambda, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>η times what a function gives for t.</summary>
                public class LambdaLR : LRScheduler
                {
                    private readonly Func<int, double>[] _lr_lambdas;

                    /// <summary>A schedule for an optimizer.</summary>
                    public LambdaLR(
                        Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _lr_lambdas = PerGroup.Repeat(lr_lambda, Initial.Count);
                        Start();
                    }

                    /// <summary>A schedule with a function for each group of parameters.</summary>
                    /// <exception cref="ArgumentException">There is not one function per group.</exception>
                    public LambdaLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _lr_lambdas = PerGroup.Check(lr_lambdas, Initial.Count, "lr_lambdas");
                        Start();
                    }

                    private protected override bool Composes => false;

                    private protected override double Rate(double initial, int epoch, int group) =>
                        initial * _lr_lambdas[group](epoch);
                }
            }
        }
    }
}

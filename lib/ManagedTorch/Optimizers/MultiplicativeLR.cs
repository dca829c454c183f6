namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The rate of the step before, times what a function gives for t.</summary>
            public static LRScheduler MultiplicativeLR(
                Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.MultiplicativeLR(optimizer, lr_lambda, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>The rate of the step before, times what a function gives for t.</summary>
                public class MultiplicativeLR : LRScheduler
                {
                    private readonly Func<int, double>[] _lr_lambdas;
                    private readonly List<double>?[] _products;         // of the function's values up to each step

                    /// <summary>A schedule for an optimizer.</summary>
                    public MultiplicativeLR(
                        Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _lr_lambdas = PerGroup.Repeat(lr_lambda, Initial.Count);
                        _products = new List<double>?[Initial.Count];
                        Start();
                    }

                    /// <summary>A schedule with a function for each group of parameters.</summary>
                    /// <exception cref="ArgumentException">There is not one function per group.</exception>
                    public MultiplicativeLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas,
                        int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _lr_lambdas = PerGroup.Check(lr_lambdas, Initial.Count, "lr_lambdas");
                        _products = new List<double>?[Initial.Count];
                        Start();
                    }

                    private protected override double Rate(double initial, int epoch, int group)
                    {
                        var products = _products[group] ??= [1];
                        while (products.Count <= epoch)
                            products.Add(products[^1] * _lr_lambdas[group](products.Count));
                        return initial * products[epoch];
                    }
                }
            }
        }
    }
}

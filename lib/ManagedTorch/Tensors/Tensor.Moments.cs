namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <inheritdoc cref="var(long[], bool, bool, ScalarType?)"/>
        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) => var((long[])[dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <inheritdoc cref="var(long[], bool, bool, ScalarType?)"/>
        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) => var((long[])[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <inheritdoc cref="var(long[], bool, bool, ScalarType?)"/>
        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) => var(dimensions.ToArray(), unbiased, keepdim, type);

        /// <inheritdoc cref="std(long[], bool, bool, ScalarType?)"/>
        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) => std((long[])[dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <inheritdoc cref="std(long[], bool, bool, ScalarType?)"/>
        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) => std((long[])[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <inheritdoc cref="std(long[], bool, bool, ScalarType?)"/>
        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) => std(dimensions.ToArray(), unbiased, keepdim, type);

        /// <summary>Variance and mean over dimensions; the former over n − 1 or n.</summary>
        public (Tensor @var, Tensor mean) var_mean(long dim, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) => (this.var((long[])[dim], unbiased, keepdim, type), mean([dim], keepdim, type));

        /// <summary>Variance and mean over dimensions; the former over n − 1 or n.</summary>
        public (Tensor std, Tensor mean) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) => (this.var(dimensions, unbiased, keepdim, type), mean(dimensions, keepdim,
                type));

        /// <summary>Variance and mean over dimensions; the former over n − 1 or n.</summary>
        public (Tensor @var, Tensor mean) var_mean((long, long) dim, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) =>
                (this.var((long[])[dim.Item1, dim.Item2], unbiased, keepdim, type), mean([dim.Item1, dim.Item2],
                    keepdim, type));

        /// <summary>Variance and mean over dimensions; the former over n − 1 or n.</summary>
        public (Tensor @var, Tensor mean) var_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) =>
                (this.var((long[])[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type), mean([dim.Item1,
                    dim.Item2, dim.Item3], keepdim, type));

        /// <summary>Variance and mean over dimensions; the former over n − 1 or n.</summary>
        public (Tensor std, Tensor mean) var_mean(ReadOnlySpan<long> dimensions, bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null) =>
                (this.var(dimensions.ToArray(), unbiased, keepdim, type), mean(dimensions.ToArray(), keepdim, type));

        /// <summary>Standard deviation and mean over dimensions; the former over n − 1 or n.</summary>
        public (Tensor std, Tensor mean) std_mean(long dim, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) => (std((long[])[dim], unbiased, keepdim, type), mean([dim], keepdim, type));

        /// <summary>Standard deviation and mean over dimensions; the former over n − 1 or n.</summary>
        public (Tensor std, Tensor mean) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) => (std(dimensions, unbiased, keepdim, type), mean(dimensions, keepdim, type));

        /// <summary>Standard deviation and mean over dimensions; the former over n − 1 or n.</summary>
        public (Tensor std, Tensor mean) std_mean((long, long) dim, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) =>
                (std((long[])[dim.Item1, dim.Item2], unbiased, keepdim, type), mean([dim.Item1, dim.Item2],
                    keepdim, type));

        /// <summary>Standard deviation and mean over dimensions; the former over n − 1 or n.</summary>
        public (Tensor std, Tensor mean) std_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) =>
                (std((long[])[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type), mean([dim.Item1,
                    dim.Item2, dim.Item3], keepdim, type));

        /// <summary>Standard deviation and mean over dimensions; the former over n − 1 or n.</summary>
        public (Tensor std, Tensor mean) std_mean(ReadOnlySpan<long> dimensions, bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null) =>
                (std(dimensions.ToArray(), unbiased, keepdim, type), mean(dimensions.ToArray(), keepdim, type));
    }
}

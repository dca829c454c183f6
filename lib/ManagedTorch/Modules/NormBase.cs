using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What batch and instance normalisation have in common: a weight, a bias and running statistics.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private Parameter? _weight;
    private Parameter? _bias;
    private Tensor? _runningMean;
    private Tensor? _runningVar;
    private Tensor? _batches;

    /// <summary>A layer for <paramref name="num_features"/> channels.</summary>
    /// <param name="num_features">C.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="momentum">How far the running values move; null for their mean over all batches.</param>
    /// <param name="affine">Whether there are a weight and a bias.</param>
    /// <param name="track_running_stats">Whether there are running values.</param>
    /// <param name="device">The CPU.</param>
    /// <param name="dtype">The element type; Float32 if null.</param>
    /// <param name="name">The module's name.</param>
    public NormBase(long num_features, double eps, double? momentum, bool affine, bool track_running_stats,
        Device? device, ScalarType? dtype, string name) : base(name)
    {
        (this.num_features, this.eps, this.momentum) = (num_features, eps, momentum);
        (this.affine, this.track_running_stats) = (affine, track_running_stats);
        Tensor Empty() => nn.Uninitialised([num_features], device, dtype);
        if (affine)
        {
            weight = new Parameter(Empty());
            bias = new Parameter(Empty());
        }
        if (track_running_stats)
        {
            running_mean = Empty();
            running_var = Empty();
            num_batches_tracked = zeros([], ScalarType.Int64);
        }
        reset_parameters();
    }

    /// <summary>C.</summary>
    public long num_features { get; }

    /// <summary>Added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>How far the running values move towards a batch's; null for their mean over all batches.</summary>
    public double? momentum { get; set; }

    /// <summary>Whether there are a weight and a bias.</summary>
    public bool affine { get; }

    /// <summary>Whether there are running values.</summary>
    public bool track_running_stats { get; }

    /// <summary>The factor, [C], or null.</summary>
    public Parameter? weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter("weight", _weight = value);
    }

    /// <summary>The summand, [C], or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter("bias", _bias = value);
    }

    /// <summary>The running mean, [C], or null.</summary>
    public Tensor? running_mean
    {
        get => _runningMean;
        set => ConditionallyRegisterBuffer("running_mean", _runningMean = value);
    }

    /// <summary>The running variance, [C], or null.</summary>
    public Tensor? running_var
    {
        get => _runningVar;
        set => ConditionallyRegisterBuffer("running_var", _runningVar = value);
    }

    /// <summary>How many batches the running values have seen: Int64, [], or null.</summary>
    public Tensor? num_batches_tracked
    {
        get => _batches;
        set => ConditionallyRegisterBuffer("num_batches_tracked", _batches = value);
    }

    /// <summary>Sets the running mean to 0, the variance to 1 and the count to 0.</summary>
    public void reset_running_stats()
    {
        if (_runningMean is not null) nn.init.zeros_(_runningMean);
        if (_runningVar is not null) nn.init.ones_(_runningVar);
        if (_batches is not null) nn.init.zeros_(_batches);
    }

    /// <summary>Resets the running values, and sets the weight to 1 and the bias to 0.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (_weight is not null) nn.init.ones_(_weight);
        if (_bias is not null) nn.init.zeros_(_bias);
    }

    /// <summary>Refuses an input of the wrong number of dimensions.</summary>
    /// <exception cref="ArgumentException">There are too few or too many.</exception>
    protected abstract void ValidateInputDimensions(Tensor input);

    private protected static void Expect(Tensor input, int least, int most)
    {
        if (input.ndim >= least && input.ndim <= most) return;
        var wanted = least == most ? $"{least}D" : $"{least}D or {most}D";
        throw new ArgumentException($"expected {wanted} input (got {input.ndim}D input)", nameof(input));
    }
}

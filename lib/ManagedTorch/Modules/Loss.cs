using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A module that compares two inputs.</summary>
public abstract class Loss<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    /// <summary>A loss with a way to make one number of many.</summary>
    public Loss(nn.Reduction reduction = nn.Reduction.Mean) : base("Loss") => this.reduction = reduction;

    /// <summary>How the losses of the elements become one.</summary>
    public nn.Reduction reduction { get; }
}

/// <summary>A module that compares three inputs.</summary>
public abstract class Loss<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>
{
    /// <inheritdoc cref="Loss{T1, T2, TResult}(nn.Reduction)"/>
    public Loss(nn.Reduction reduction = nn.Reduction.Mean) : base("Loss") => this.reduction = reduction;

    /// <inheritdoc cref="Loss{T1, T2, TResult}.reduction"/>
    public nn.Reduction reduction { get; }
}

/// <summary>A module that compares four inputs.</summary>
public abstract class Loss<T1, T2, T3, T4, TResult> : nn.Module<T1, T2, T3, T4, TResult>
{
    /// <inheritdoc cref="Loss{T1, T2, TResult}(nn.Reduction)"/>
    public Loss(nn.Reduction reduction = nn.Reduction.Mean) : base("Loss") => this.reduction = reduction;

    /// <inheritdoc cref="Loss{T1, T2, TResult}.reduction"/>
    public nn.Reduction reduction { get; }
}

/// <summary>A loss with a weight for each class or element.</summary>
public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
{
    /// <summary>A loss with weights, or null for 1.</summary>
    public WeightedLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
        this.weight = weight;

    /// <summary>The weights, or null.</summary>
    public Tensor? weight { get; }
}

namespace TorchSharp;

/// <summary>How <see cref="torch.index_reduce"/> combines elements.</summary>
public enum Reduce
{
    /// <summary>Their product.</summary>
    prod = 0,

    /// <summary>Their mean.</summary>
    mean = 1,

    /// <summary>The largest.</summary>
    amax = 2,

    /// <summary>The smallest.</summary>
    amin = 3,
}

namespace TorchSharp;

/// <summary>What stands in the places that padding adds.</summary>
public enum PaddingModes
{
    /// <summary>One value, which is 0 unless another is given.</summary>
    Zeros = 0,

    /// <summary>The elements mirrored at the border, which is not repeated: c b | a b c.</summary>
    Reflect = 1,

    /// <summary>The element at the border, over and over: a a | a b c.</summary>
    Replicate = 2,

    /// <summary>The elements of the other end: b c | a b c.</summary>
    Circular = 3,

    /// <summary>One value.</summary>
    Constant = 4,
}

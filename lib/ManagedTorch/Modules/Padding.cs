namespace TorchSharp;

/// <summary>How much padding a convolution has, in words.</summary>
public enum Padding
{
    /// <summary>None.</summary>
    Valid = 0,

    /// <summary>As much as makes the output as large as the input; the odd one comes after the last element.</summary>
    Same = 1,
}

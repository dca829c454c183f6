namespace TorchSharp;

public static partial class torch
{
    /// <summary>The elements of a list in a shape, copied.</summary>
    public static Tensor tensor(IList<System.Numerics.Complex> rawArray, ReadOnlySpan<long> dimensions, ScalarType
        ? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Make([.. rawArray], dimensions, dtype, device, requires_grad);

    /// <summary>The elements of a list, copied.</summary>
    public static Tensor tensor(IList<System.Numerics.Complex> rawArray, ScalarType? dtype = null, Device
        ? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Make([.. rawArray], [rawArray.Count], dtype, device, requires_grad);

    /// <summary>The elements of a list in a shape, copied.</summary>
    public static Tensor tensor(IList<System.Numerics.Complex> rawArray, long dim0, long dim1, long dim2,
        ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Make([.. rawArray], [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>The elements of a list in a shape, copied.</summary>
    public static Tensor tensor(IList<System.Numerics.Complex> rawArray, long dim0, long dim1, long dim2, long dim3,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Make([.. rawArray], [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>The elements of a list in a shape, copied.</summary>
    public static Tensor tensor(IList<System.Numerics.Complex> rawArray, long rows, long columns, ScalarType
        ? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Make([.. rawArray], [rows, columns], dtype, device, requires_grad);

    /// <summary>The elements in a shape, copied.</summary>
    public static Tensor tensor(Memory<System.Numerics.Complex> rawArray, ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Make(rawArray.ToArray(), dimensions, dtype, device, requires_grad);

    /// <summary>One number, without dimensions.</summary>
    public static Tensor tensor(System.Numerics.Complex scalar, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => Make([scalar], [], dtype, device, requires_grad);

    /// <summary>The elements of an array of 4 dimensions, copied.</summary>
    public static Tensor tensor(System.Numerics.Complex[,,,] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>The elements of an array of 3 dimensions, copied.</summary>
    public static Tensor tensor(System.Numerics.Complex[,,] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>The elements of an array of 2 dimensions, copied.</summary>
    public static Tensor tensor(System.Numerics.Complex[,] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>The elements of an array in a shape, copied.</summary>
    /// <exception cref="ArgumentException">The shape holds another number of elements.</exception>
    public static Tensor tensor(System.Numerics.Complex[] rawArray, ReadOnlySpan<long> dimensions, ScalarType
        ? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Make([.. rawArray], dimensions, dtype, device, requires_grad);

    /// <summary>The elements of an array, copied.</summary>
    public static Tensor tensor(System.Numerics.Complex[] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Make([.. rawArray], [rawArray.Length], dtype, device, requires_grad);
}

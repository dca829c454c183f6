namespace TorchSharp;

/// <summary>How a tensor is written as text.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, type and device only.</summary>
    Metadata = 0,

    /// <summary>The metadata, then matrices with aligned columns.</summary>
    Julia = 1,

    /// <summary>Brackets, as NumPy.</summary>
    Numpy = 2,

    /// <summary>The metadata, then an initializer in C#.</summary>
    CSharp = 3,

    /// <summary>The style that <see cref="torch.TensorStringStyle"/> says.</summary>
    Default = 4,
}

public static partial class torch
{
    /// <inheritdoc cref="TensorStringStyle.Julia"/>
    public const TensorStringStyle julia = TensorStringStyle.Julia;

    /// <inheritdoc cref="TensorStringStyle.Numpy"/>
    public const TensorStringStyle numpy = TensorStringStyle.Numpy;

    /// <inheritdoc cref="TensorStringStyle.CSharp"/>
    public const TensorStringStyle csharp = TensorStringStyle.CSharp;

    private static TensorStringStyle _style = TensorStringStyle.Julia;

    internal static TensorText PrintFormat { get; private set; } = new();

    /// <summary>The style of <c>str()</c> and <c>ToString(true)</c>; Julia at first.</summary>
    public static TensorStringStyle TensorStringStyle
    {
        get => _style;
        set => _style = value == TensorStringStyle.Default ? TensorStringStyle.Julia : value;
    }

    /// <summary>Sets how tensors are written; null leaves a setting as it is.</summary>
    /// <param name="style">The style.</param>
    /// <param name="floatFormat">The .NET format of floating-point numbers; "g5" at first.</param>
    /// <param name="linewidth">Characters of a line; 100 at first.</param>
    /// <param name="newLine">What ends a line.</param>
    /// <param name="maxRows">Rows before some are left out, in NumPy's style.</param>
    /// <param name="maxColumns">Columns before some are left out, in NumPy's style.</param>
    public static void set_printoptions(TensorStringStyle? style = null, string? floatFormat = null,
        int? linewidth = null, string? newLine = null, int? maxRows = null, int? maxColumns = null)
    {
        if (style is { } s) TensorStringStyle = s;
        PrintFormat = PrintFormat with
        {
            Float = floatFormat ?? PrintFormat.Float,
            Width = linewidth ?? PrintFormat.Width,
            NewLine = newLine ?? PrintFormat.NewLine,
            MaxRows = maxRows ?? PrintFormat.MaxRows,
            MaxColumns = maxColumns ?? PrintFormat.MaxColumns,
        };
    }

    /// <summary>Sets the decimals of floating-point numbers, and more.</summary>
    public static void set_printoptions(int precision, int? linewidth = null, string? newLine = null,
        bool sci_mode = false, int? maxRows = null, int? maxColumns = null) =>
        set_printoptions(null,
            (sci_mode ? "E" : "F") + precision.ToString(System.Globalization.CultureInfo.InvariantCulture),
            linewidth, newLine, maxRows, maxColumns);
}

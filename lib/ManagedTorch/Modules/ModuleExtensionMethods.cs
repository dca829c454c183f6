using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Conversions that give a module back as what it is.</summary>
/// <remarks>A converted parameter is a new object: make the optimizer after the conversion.</remarks>
public static class ModuleExtensionMethods
{
    /// <summary>Converts the floating-point parameters and buffers.</summary>
    /// <exception cref="ArgumentException"><paramref name="type"/> is not floating point.</exception>
    public static T to<T>(this T module, ScalarType type, bool non_blocking = false) where T : nn.Module =>
        (T)module.To(type, null);

    /// <summary>Moves the module to the CPU.</summary>
    /// <exception cref="InvalidOperationException"><paramref name="device"/> is another device.</exception>
    public static T to<T>(this T module, Device device, bool non_blocking = false) where T : nn.Module =>
        (T)module.To(null, device);

    /// <inheritdoc cref="to{T}(T, Device, bool)"/>
    public static T to<T>(this T module, string device, bool non_blocking = false) where T : nn.Module =>
        (T)module.To(null, new Device(device));

    /// <inheritdoc cref="to{T}(T, Device, bool)"/>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false)
        where T : nn.Module => (T)module.To(null, new Device(deviceType, deviceIndex));

    /// <summary>Moves and converts the module.</summary>
    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false)
        where T : nn.Module =>
        (T)module.To(type, device);

    /// <summary>Converts the module to the type of a tensor.</summary>
    public static T to<T>(this T module, Tensor other, bool non_blocking = false) where T : nn.Module =>
        (T)module.To(other.dtype, other.device);

    /// <summary>Moves the module to the CPU, where it is.</summary>
    public static T cpu<T>(this T module, bool non_blocking = false) where T : nn.Module => (T)module.To(null, CPU);

    /// <summary>Always refused: the engine computes on the CPU.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false) where T : nn.Module =>
        (T)module.To(null, new Device(DeviceType.CUDA, deviceIndex));

    /// <summary>Converts the module to Float64.</summary>
    public static T @double<T>(this T module, bool non_blocking = false) where T : nn.Module =>
        (T)module.To(ScalarType.Float64, null);

    /// <summary>Converts the module to Float32.</summary>
    public static T @float<T>(this T module, bool non_blocking = false) where T : nn.Module =>
        (T)module.To(ScalarType.Float32, null);
}

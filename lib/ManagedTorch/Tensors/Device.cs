namespace TorchSharp;

/// <summary>A kind of device.</summary>
public enum DeviceType
{
    /// <summary>The processor.</summary>
    CPU = 0,

    /// <summary>An NVIDIA graphics processor.</summary>
    CUDA = 1,
}

public static partial class torch
{
    /// <summary>Where the elements of a tensor live.</summary>
    /// <remarks>
    /// The engine computes on the CPU; any other device can be named, and moving a tensor to it fails.
    /// </remarks>
    public class Device
    {
        /// <summary>The device that a text such as "cpu" or "cuda:1" names.</summary>
        /// <exception cref="ArgumentException">The text names no device.</exception>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var parts = description.Split(':');
            type = Parse(parts[0]);
            index = parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)
                : type == DeviceType.CPU ? -1 : 0;
        }

        /// <summary>The device of a kind, by its name and number.</summary>
        public Device(string deviceType, int index = -1) : this(Parse(deviceType), index)
        {
        }

        /// <summary>The device of a kind, by its number.</summary>
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        /// <summary>The CUDA device of a number.</summary>
        public Device(int index) : this(DeviceType.CUDA, index)
        {
        }

        /// <summary>The kind of device.</summary>
        public DeviceType type { get; }

        /// <summary>The number of the device, or -1.</summary>
        public int index { get; }

        /// <summary>The name, such as "cpu" or "cuda:1".</summary>
        public override string ToString() =>
            type == DeviceType.CPU ? "cpu" : $"cuda:{Math.Max(index, 0)}";

        /// <summary>The device that the text names.</summary>
        public static implicit operator Device(string description) => new(description);

        private static DeviceType Parse(string name) => name switch
        {
            "cpu" => DeviceType.CPU,
            "cuda" => DeviceType.CUDA,
            _ => throw new ArgumentException($"Device type '{name}' is not known; expected cpu or cuda."),
        };
    }

    /// <summary>The processor.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>The first CUDA device.</summary>
    public static Device CUDA => new(DeviceType.CUDA, 0);

    /// <summary>The device that a text such as "cpu" or "cuda:1" names.</summary>
    public static Device device(string description) => new(description);

    /// <inheritdoc cref="Device(string, int)"/>
    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    /// <inheritdoc cref="Device(DeviceType, int)"/>
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    /// <inheritdoc cref="Device(int)"/>
    public static Device device(int index) => new(index);

    /// <summary>The device that tensors are made on: always the CPU.</summary>
    public static Device get_default_device() => CPU;

    /// <summary>Sets the device that tensors are made on.</summary>
    /// <exception cref="InvalidOperationException"><paramref name="device"/> is not the CPU.</exception>
    public static void set_default_device(Device device) => Devices.Check(device);

    /// <inheritdoc cref="set_default_device(Device)"/>
    public static void set_default_device(string device) => Devices.Check(device);

    /// <summary>CUDA devices: the engine has none.</summary>
    public static partial class cuda
    {
        /// <summary>Whether tensors can be on a CUDA device: false.</summary>
        public static bool is_available() => false;

        /// <summary>The number of CUDA devices: 0.</summary>
        public static int device_count() => 0;
    }
}

/// <summary>The one check of devices.</summary>
internal static class Devices
{
    /// <exception cref="InvalidOperationException">The device is not the CPU.</exception>
    public static void Check(torch.Device? device)
    {
        if (device is not null && device.type != DeviceType.CPU)
            throw new InvalidOperationException(
                $"Torch device type {device.type} did not initialise on the current machine. Use device(\"cpu\").");
    }
}

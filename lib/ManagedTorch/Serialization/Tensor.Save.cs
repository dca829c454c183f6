using TorchSharp.Serialization;

namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.save"/>
    public static void save(Tensor t, string location) => t.save(location);

    /// <inheritdoc cref="Tensor.load"/>
    public static Tensor load(string location) => Tensor.load(location);

    public partial class Tensor
    {
        /// <summary>Writes the tensor to a file, in TorchSharp's bytes.</summary>
        public void save(string location)
        {
            using var writer = new BinaryWriter(File.Create(location));
            TensorFormat.Write(writer, this);
        }

        /// <summary>Reads a tensor from a file.</summary>
        /// <exception cref="InvalidDataException">The file is cut off, or does not hold one tensor.</exception>
        public static Tensor load(string location) => Load(location);

        /// <inheritdoc cref="load"/>
        public static Tensor Load(string location)
        {
            using var stream = File.OpenRead(location);
            return Load(stream);
        }

        /// <summary>Reads a tensor from a stream, which stays open.</summary>
        /// <exception cref="InvalidDataException">The stream ends too early, or does not hold a tensor.</exception>
        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
            return Load(reader);
        }

        /// <inheritdoc cref="Load(Stream)"/>
        public static Tensor Load(BinaryReader reader) =>
            TensorFormat.Guarded("a tensor", () => TensorFormat.Read(reader));
    }
}

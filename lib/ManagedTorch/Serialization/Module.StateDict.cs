using System.Text;
using TorchSharp.Serialization;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// The parameters, then the saved buffers, by their paths; the tensors themselves, not copies.
            /// </summary>
            /// <param name="destination">A dictionary to add to, or null for a new one.</param>
            /// <param name="prefix">What to put before each path, with a dot, or null.</param>
            public virtual Dictionary<string, Tensor> state_dict(
                Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                string Key(string path) => string.IsNullOrEmpty(prefix) ? path : $"{prefix}.{path}";
                foreach (var (path, parameter) in named_parameters()) destination.TryAdd(Key(path), parameter);
                foreach (var (path, buffer) in named_buffers(include_nonpersistent: false))
                    destination.TryAdd(Key(path), buffer);
                return destination;
            }

            /// <summary>Copies values into the parameters and buffers with the same paths.</summary>
            /// <param name="source">Values by path.</param>
            /// <param name="strict">Whether the paths must be the same.</param>
            /// <param name="skip">Paths to leave alone.</param>
            /// <returns>The paths that only the module has, and those that only the source has.</returns>
            /// <exception cref="InvalidOperationException">Strict, and the paths differ.</exception>
            /// <exception cref="ArgumentException">
            /// A shape differs; nothing was copied. (TorchSharp broadcasts silently.)
            /// </exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(source);
                var own = state_dict();
                List<string> missing =
                    [.. own.Keys.Where(key => !source.ContainsKey(key) && skip?.Contains(key) != true)];
                List<string> unexpected =
                    [.. source.Keys.Where(key => !own.ContainsKey(key) && skip?.Contains(key) != true)];
                if (strict && missing.Count + unexpected.Count > 0)
                    throw new InvalidOperationException(
                        "The loaded state_dict is not identical to the target dictionary. " +
                        $"Missing: [{string.Join(", ", missing)}]; unexpected: [{string.Join(", ", unexpected)}].");
                var pairs = own.Where(entry => source.ContainsKey(entry.Key) && skip?.Contains(entry.Key) != true)
                    .Select(entry => (entry.Key, Target: entry.Value, Source: source[entry.Key])).ToList();
                foreach (var (key, target, values) in pairs) CheckShape(key, target, values);
                using var _ = no_grad();
                foreach (var (_, target, values) in pairs) target.copy_(values);
                return (missing, unexpected);
            }

            /// <summary>Writes the state to a file, in TorchSharp's bytes.</summary>
            /// <param name="location">The file.</param>
            /// <param name="skip">Paths to leave out.</param>
            public Module save(string location, IList<string>? skip = null)
            {
                using var stream = File.Create(location);
                return save(stream, skip);
            }

            /// <summary>Writes the state to a stream, which stays open.</summary>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            /// <inheritdoc cref="save(string, IList{string}?)"/>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes a count, then each name and tensor.</summary>
            public static void save_state_dict(
                BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(writer);
                var kept = sd.Where(entry => skip?.Contains(entry.Key) != true).ToList();
                writer.Write7BitEncodedInt(kept.Count);
                foreach (var (key, tensor) in kept)
                {
                    writer.Write(key);
                    TensorFormat.Write(writer, tensor);
                }
            }

            /// <summary>Reads the state from a file.</summary>
            /// <param name="location">The file.</param>
            /// <param name="strict">Whether the paths in the file must be those of the module.</param>
            /// <param name="skip">Paths to leave alone.</param>
            /// <param name="loadedParameters">
            /// Gets true for each path that was loaded, false for each in the module that was not.
            /// </param>
            /// <exception cref="InvalidDataException">
            /// The file is cut off or of another kind; the module is unchanged.
            /// </exception>
            /// <exception cref="ArgumentException">
            /// Strict, and the paths differ; or a shape does. The module is unchanged.
            /// </exception>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null)
            {
                using var stream = File.OpenRead(location);
                return load(stream, strict, skip, loadedParameters);
            }

            /// <summary>Reads the state from a stream, which stays open.</summary>
            /// <inheritdoc cref="load(string, bool, IList{string}?, Dictionary{string, bool}?)"/>
            public Module load(Stream stream, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <inheritdoc cref="load(string, bool, IList{string}?, Dictionary{string, bool}?)"/>
            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null)
            {
                ArgumentNullException.ThrowIfNull(reader);
                using var scope = NewDisposeScope();
                var own = state_dict();
                var read = TensorFormat.Guarded("a module's state", () => ReadStateDict(reader, own.Count, strict));
                foreach (var (key, values) in read)
                {
                    if (own.TryGetValue(key, out var target)) CheckShape(key, target, values);
                    else if (strict)
                        throw new ArgumentException(
                            "Mismatched module state names: the target modules does not have a " +
                            $"submodule or buffer named '{key}'");
                }
                using var _ = no_grad();
                foreach (var (key, target) in own)
                {
                    var loaded = skip?.Contains(key) != true && read.TryGetValue(key, out var values)
                        && ReferenceEquals(target.copy_(values), target);
                    if (loadedParameters is not null) loadedParameters[key] = loaded;
                }
                return this;
            }

            private static Dictionary<string, Tensor> ReadStateDict(BinaryReader reader, int expected, bool strict)
            {
                var count = reader.Read7BitEncodedInt();
                if (count < 0 || (strict && count != expected))
                    throw new InvalidDataException(
                        $"Mismatched state_dict sizes: expected {expected}, but found {count} entries.");
                var result = new Dictionary<string, Tensor>();
                for (var i = 0; i < count; i++) result[reader.ReadString()] = TensorFormat.Read(reader);
                return result;
            }

            private static void CheckShape(string key, Tensor target, Tensor values)
            {
                if (!Shapes.Same(target.Shape_, values.Shape_))
                    throw new ArgumentException(
                        "Mismatched tensor shape while loading. Make sure that the model you are " +
                        $"loading into is exactly the same as the origin. {key}: expected " +
                        $"{Shapes.Text(target.Shape_)}, got {Shapes.Text(values.Shape_)}.");
            }
        }
    }
}

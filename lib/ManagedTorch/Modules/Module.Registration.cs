using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            private const BindingFlags OwnFields =
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

            /// <summary>
            /// Registers the module's fields under their names: modules as parts, parameters as such, other tensors as
            /// buffers.
            /// </summary>
            /// <remarks>
            /// Private and inherited fields count; arrays and lists do not. A second call does nothing.
            /// </remarks>
            /// <exception cref="ArgumentException">A name is already taken.</exception>
            protected virtual void RegisterComponents()
            {
                if (_registered) return;
                _registered = true;
                foreach (var field in Fields())
                {
                    switch (field.GetValue(this))
                    {
                        case Module module: register_module(field.Name, module); break;
                        case Parameter parameter: register_parameter(field.Name, parameter); break;
                        case Tensor tensor: register_buffer(field.Name, tensor); break;
                    }
                }
            }

            /// <summary>Adds a part under a name.</summary>
            /// <exception cref="ArgumentException">The name is empty or has a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                CheckName(name, "module");
                ArgumentNullException.ThrowIfNull(submodule);
                if (ReferenceEquals(submodule, this))
                    throw new ArgumentException($"A module cannot be a part of itself: {name}", nameof(submodule));
                if (!_modulesByName.TryAdd(name, submodule))
                    throw new InvalidOperationException($"Sub-module {name} is already registered.");
                submodule.OnRegistered();
            }

            /// <inheritdoc cref="register_module"/>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Adds a parameter under a name; null stands for one that the module does without.</summary>
            /// <exception cref="ArgumentException">The name is empty or has a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_parameter(string name, Parameter? param)
            {
                CheckName(name, "parameter");
                if (param is not null && !_parametersByName.TryAdd(name, param))
                    throw new InvalidOperationException($"Parameter {name} is already registered.");
            }

            /// <summary>Adds a tensor that is part of the state but not learned.</summary>
            /// <param name="name">Its name, without a dot.</param>
            /// <param name="tensor">Its values.</param>
            /// <param name="persistent">Whether it is saved with the module.</param>
            /// <exception cref="ArgumentException">The name is empty or has a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                CheckName(name, "buffer");
                ArgumentNullException.ThrowIfNull(tensor);
                tensor.DetachFromDisposeScope();
                if (!_buffersByName.TryAdd(name, (tensor, persistent)))
                    throw new InvalidOperationException($"Buffer {name} is already registered.");
            }

            /// <summary>Sets a parameter whether or not the name is taken; null removes it.</summary>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null) _parametersByName.Remove(name);
                else _parametersByName[name] = value;
            }

            /// <summary>Sets a buffer whether or not the name is taken; null removes it.</summary>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null) _buffersByName.Remove(name);
                else _buffersByName[name] = (value.DetachFromDisposeScope(), persistent);
            }

            /// <summary>Forgets the parts.</summary>
            protected void ClearModules() => _modulesByName.Clear();

            /// <summary>
            /// Converts floating-point parameters and buffers of this module alone, and the fields that hold them.
            /// </summary>
            /// <param name="dtype">The element type, or null to keep it.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="non_blocking">Without effect.</param>
            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                Devices.Check(device);
                using var _ = no_grad();
                foreach (var (key, parameter) in _parametersByName.ToArray())
                {
                    var moved = Converted(parameter, dtype, device);
                    if (ReferenceEquals(moved, parameter)) continue;
                    _parametersByName[key] = moved;
                    Replace(parameter, moved);
                }
                foreach (var (key, (tensor, persistent)) in _buffersByName.ToArray())
                {
                    if (dtype is not { } type || type == tensor.dtype || !tensor.is_floating_point()) continue;
                    var moved = tensor.to(type).DetachFromDisposeScope();
                    _buffersByName[key] = (moved, persistent);
                    Replace(tensor, moved);
                }
            }

            /// <summary>The module's own parameter of a name, or null.</summary>
            internal Parameter? Own(string name) => _parametersByName.GetValueOrDefault(name);

            /// <summary>A parameter as another element type: a new one, unless it has that type.</summary>
            private protected static Parameter Converted(Parameter parameter, ScalarType? dtype, Device? device)
            {
                Devices.Check(device);
                if (dtype is not { } type || type == parameter.dtype || !parameter.is_floating_point())
                    return parameter;
                return new Parameter(parameter.detach().to(type), parameter.requires_grad);
            }

            // A list names its modules only once it is part of another module.
            internal virtual void OnRegistered()
            {
            }

            internal Module To(ScalarType? dtype, Device? device)
            {
                if (dtype is { } type && !type.IsFloating())
                    throw new ArgumentException(
                        $"nn.Module.to only accepts floating point dtypes, but got desired dtype={type}");
                foreach (var child in children()) child.To(dtype, device);
                _toEpilog(dtype, device, false);
                return this;
            }

            private void Replace(Tensor before, Tensor after)
            {
                foreach (var field in Fields())
                    if (ReferenceEquals(field.GetValue(this), before)) field.SetValue(this, after);
                before.Dispose();
            }

            // Of the most derived class first; in the order of declaration within a class.
            private IEnumerable<FieldInfo> Fields()
            {
                for (var type = GetType(); type is not null && type != typeof(Module); type = type.BaseType)
                    foreach (var field in type.GetFields(OwnFields).OrderBy(field => field.MetadataToken))
                        yield return field;
            }

            private static void CheckName(string name, string kind)
            {
                if (string.IsNullOrEmpty(name)) throw new ArgumentException($"{kind} name can't be empty string \"\"");
                if (name.Contains('.', StringComparison.Ordinal))
                    throw new ArgumentException($"{kind} name can't contain \".\", got: {name}");
            }
        }
    }
}

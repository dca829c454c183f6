using System.Diagnostics.CodeAnalysis;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Building blocks of neural networks.</summary>
    public static partial class nn
    {
        /// <summary>
        /// A part of a model: its parameters, its buffers and the parts that it is made of, each under a name.
        /// </summary>
        /// <remarks>
        /// A derived class assigns its parts to fields and calls <see cref="RegisterComponents"/> at the end of its
        /// constructor; the names of the fields are then the names in <see cref="state_dict"/>.
        /// </remarks>
        public partial class Module : IDisposable
        {
            private readonly OrderedDictionary<string, Parameter> _parametersByName = [];
            private readonly OrderedDictionary<string, (Tensor Tensor, bool Persistent)> _buffersByName = [];
            private readonly OrderedDictionary<string, Module> _modulesByName = [];
            private bool _registered;

            /// <summary>The module's name.</summary>
            [SuppressMessage("Design", "CA1051", Justification = "TorchSharp's derived classes read it.")]
            protected string name;

            /// <summary>A module with a name, which is what <see cref="GetName"/> gives.</summary>
            protected Module(string name) => this.name = name;

            /// <summary>Whether the module is being trained; dropout does nothing otherwise.</summary>
            public virtual bool training { get; private set; } = true;

            /// <summary>The module's name.</summary>
            public virtual string GetName() => name;

            /// <summary>Sets the mode of this module and all its parts.</summary>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var child in children()) child.train(train);
            }

            /// <summary>Ends training: <c>train(false)</c>.</summary>
            public virtual void eval() => train(false);

            /// <summary>Clears (or zeroes) the gradients of all parameters.</summary>
            /// <param name="set_to_none">Whether gradients become null; else they are filled with 0.</param>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    if (parameter.grad is not { } grad) continue;
                    if (set_to_none)
                    {
                        grad.Dispose();
                        parameter.grad = null;
                    }
                    else
                    {
                        grad.zero_();
                    }
                }
            }

            /// <summary>Calls <paramref name="fn"/> for all parts, then for this module.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                ArgumentNullException.ThrowIfNull(fn);
                foreach (var child in children()) child.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>The modules that this one is directly made of, with their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children()
            {
                foreach (var (key, module) in _modulesByName) yield return (key, module);
            }

            /// <inheritdoc cref="named_children"/>
            public virtual IEnumerable<Module> children() => named_children().Select(child => child.module);

            /// <summary>All modules below this one: first its children, then theirs, with their paths.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in named_children()) yield return child;
                foreach (var (path, child) in named_children())
                    foreach (var (inner, module) in child.named_modules()) yield return ($"{path}.{inner}", module);
            }

            /// <inheritdoc cref="named_modules"/>
            public virtual IEnumerable<Module> modules() => named_modules().Select(module => module.module);

            /// <summary>The parameters with their paths: first the module's own, then those of its parts.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                foreach (var (key, parameter) in _parametersByName) yield return (key, parameter);
                if (!recurse) yield break;
                foreach (var (path, child) in named_children())
                    foreach (var (inner, parameter) in child.named_parameters())
                        yield return ($"{path}.{inner}", parameter);
            }

            /// <inheritdoc cref="named_parameters"/>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(parameter => parameter.parameter);

            /// <summary>The buffers with their paths: state that is not learned.</summary>
            /// <param name="recurse">Whether those of the parts are included.</param>
            /// <param name="include_nonpersistent">Whether those that are not saved are included.</param>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(
                bool recurse = true, bool include_nonpersistent = true)
            {
                foreach (var (key, (tensor, persistent)) in _buffersByName)
                    if (persistent || include_nonpersistent) yield return (key, tensor);
                if (!recurse) yield break;
                foreach (var (path, child) in named_children())
                    foreach (var (inner, tensor) in child.named_buffers(true, include_nonpersistent))
                        yield return ($"{path}.{inner}", tensor);
            }

            /// <inheritdoc cref="named_buffers"/>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(buffer => buffer.buffer);

            /// <summary>Whether a parameter has this path.</summary>
            public virtual bool has_parameter(string target) => named_parameters().Any(p => p.name == target);

            /// <summary>The parameter with this path, or null.</summary>
            public virtual Parameter? get_parameter(string target) =>
                named_parameters().FirstOrDefault(p => p.name == target).parameter;

            /// <summary>Whether a buffer has this path.</summary>
            public virtual bool has_buffer(string target) => named_buffers().Any(b => b.name == target);

            /// <summary>The buffer with this path, or null.</summary>
            public virtual Tensor? get_buffer(string target) =>
                named_buffers().FirstOrDefault(b => b.name == target).buffer;

            /// <summary>Disposes the parameters, the buffers and the parts.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <inheritdoc cref="Dispose()"/>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing) return;
                foreach (var (_, parameter) in _parametersByName) parameter.Dispose();
                foreach (var (_, (tensor, _)) in _buffersByName) tensor.Dispose();
                foreach (var child in children()) child.Dispose();
            }
        }
    }
}

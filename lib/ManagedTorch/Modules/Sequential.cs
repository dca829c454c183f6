using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Modules one after another, each fed with what the one before gave.</summary>
    public class Sequential : nn.Module<Tensor, Tensor>
    {
        private readonly List<(string Name, nn.Module<Tensor, Tensor> Module)> _chain = [];

        /// <summary>Modules under the given names.</summary>
        protected internal Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules)
            : base(nameof(Sequential))
        {
            foreach (var (key, module) in modules) append(key, module);
        }

        /// <summary>Modules that are named by their numbers.</summary>
        protected internal Sequential(params nn.Module<Tensor, Tensor>[] modules) : base(nameof(Sequential))
        {
            foreach (var module in modules) append(module);
        }

        /// <summary>The number of modules.</summary>
        public int Count => _chain.Count;

        /// <summary>The module at a place.</summary>
        public nn.IModule<Tensor, Tensor> this[int index] => _chain[index].Module;

        /// <summary>The modules in a range, under their names; they are shared.</summary>
        public Sequential this[Range index]
        {
            get
            {
                var (start, length) = index.GetOffsetAndLength(Count);
                return new Sequential([.. _chain.GetRange(start, length).Select(part => (part.Name, part.Module))]);
            }
        }

        /// <summary>Adds a module at the end, named by its number.</summary>
        public Sequential append(nn.IModule<Tensor, Tensor> module) =>
            append(Count.ToString(System.Globalization.CultureInfo.InvariantCulture), module);

        /// <summary>Adds a module at the end.</summary>
        /// <exception cref="ArgumentException">
        /// It is not a <see cref="nn.Module{T, TResult}"/>, or the name has a dot.
        /// </exception>
        /// <exception cref="InvalidOperationException">The name is taken.</exception>
        public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
        {
            if (module is not nn.Module<Tensor, Tensor> known)
                throw new ArgumentException(
                    $"expected a Module<Tensor, Tensor>, got {module?.GetType().Name ?? "null"}");
            register_module(name, known);
            _chain.Add((name, known));
            return this;
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor)
        {
            var result = tensor;
            foreach (var (_, module) in _chain) result = module.call(result);
            return ReferenceEquals(result, tensor) ? tensor.alias() : result;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>An empty sequence.</summary>
            public static Sequential Sequential() => new(Array.Empty<Module<Tensor, Tensor>>());

            /// <summary>Modules one after another, under the given names.</summary>
            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) =>
                new(modules);

            /// <inheritdoc cref="Sequential(ValueTuple{string, Module{Tensor, Tensor}}[])"/>
            public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) =>
                new(modules.ToArray());

            /// <summary>Modules one after another, named by their numbers.</summary>
            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => new(modules);

            /// <inheritdoc cref="Sequential(Module{Tensor, Tensor}[])"/>
            public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) => new(modules.ToArray());
        }
    }
}

using System.Collections;
using System.Globalization;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A list of modules, named by their places once a parent registers it.</summary>
    /// <remarks>A list that no module has registered has no keys in its state_dict, as in TorchSharp.</remarks>
    public class ModuleList<T> : nn.Module, IList<T> where T : nn.Module
    {
        private readonly List<T> _list;
        private bool _named;

        /// <summary>A list of the given modules.</summary>
        public ModuleList(params T[] modules) : base(nameof(ModuleList<T>)) => _list = [.. modules];

        /// <summary>The number of modules.</summary>
        public int Count => _list.Count;

        /// <summary>Whether the list can only be read: not before a parent has registered it.</summary>
        public bool IsReadOnly => _named;

        /// <summary>The module at a place.</summary>
        public T this[int index]
        {
            get => _list[index];
            set => Changeable()[index] = value;
        }

        /// <summary>Gives the modules their names; the parent does it.</summary>
        protected override void RegisterComponents()
        {
            if (_named) return;
            _named = true;
            for (var i = 0; i < _list.Count; i++) register_module(i.ToString(CultureInfo.InvariantCulture), _list[i]);
        }

        internal override void OnRegistered() => RegisterComponents();

        /// <inheritdoc/>
        public void Add(T item) => Changeable().Add(item);

        /// <summary>Adds modules at the end.</summary>
        public void append(params T[] parameters) => Changeable().AddRange(parameters);

        /// <summary>Adds modules at the end.</summary>
        public void extend(IEnumerable<T> modules) => Changeable().AddRange(modules);

        /// <inheritdoc/>
        public void Insert(int index, T item) => Changeable().Insert(index, item);

        /// <inheritdoc/>
        public bool Remove(T item) => Changeable().Remove(item);

        /// <inheritdoc/>
        public void RemoveAt(int index) => Changeable().RemoveAt(index);

        /// <inheritdoc/>
        public void Clear() => Changeable().Clear();

        /// <inheritdoc/>
        public bool Contains(T item) => _list.Contains(item);

        /// <inheritdoc/>
        public void CopyTo(T[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

        /// <inheritdoc/>
        public int IndexOf(T item) => _list.IndexOf(item);

        /// <inheritdoc/>
        public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => _list.GetEnumerator();

        private List<T> Changeable() => !_named ? _list : throw new InvalidOperationException(
            "The list is part of a module that has registered its components; change it before RegisterComponents().");
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="ModuleList{T}"/>
            public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

            /// <inheritdoc cref="ModuleList{T}"/>
            public static ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => new(modules);
        }
    }
}

using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Modules under names, in the order in which they were added.</summary>
    [SuppressMessage("Naming", "CA1710", Justification = "TorchSharp's name.")]
    public class ModuleDict<T> : nn.Module, IDictionary<string, T>, IList<(string, T)> where T : nn.Module
    {
        private readonly OrderedDictionary<string, T> _entries = [];
        private bool _named;

        /// <summary>An empty dictionary.</summary>
        public ModuleDict() : base(nameof(ModuleDict<T>))
        {
        }

        /// <summary>The number of modules.</summary>
        public int Count => _entries.Count;

        /// <summary>Whether the dictionary can only be read: not before a parent has registered it.</summary>
        public bool IsReadOnly => _named;

        /// <inheritdoc/>
        public ICollection<string> Keys => _entries.Keys;

        /// <inheritdoc/>
        public ICollection<T> Values => _entries.Values;

        /// <summary>The module under a name.</summary>
        public T this[string key]
        {
            get => _entries[key];
            set => Changeable()[key] = value;
        }

        /// <summary>The name and module at a place.</summary>
        public (string, T) this[int index]
        {
            get => (_entries.GetAt(index).Key, _entries.GetAt(index).Value);
            set => Changeable().SetAt(index, value.Item1, value.Item2);
        }

        /// <summary>Gives the modules their names; the parent does it.</summary>
        protected override void RegisterComponents()
        {
            if (_named) return;
            _named = true;
            foreach (var (key, module) in _entries) register_module(key, module);
        }

        internal override void OnRegistered() => RegisterComponents();

        /// <inheritdoc/>
        public void Add(string key, T value) => Changeable().Add(key, value);

        /// <inheritdoc/>
        public void Add((string, T) item) => Add(item.Item1, item.Item2);

        /// <inheritdoc/>
        public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

        /// <inheritdoc/>
        public bool ContainsKey(string key) => _entries.ContainsKey(key);

        /// <inheritdoc/>
        public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _entries.TryGetValue(key, out value);

        /// <inheritdoc/>
        public bool Remove(string key) => Changeable().Remove(key);

        /// <inheritdoc/>
        public bool Remove((string, T) item) => Contains(item) && Remove(item.Item1);

        /// <inheritdoc/>
        public bool Remove(KeyValuePair<string, T> item) => Remove((item.Key, item.Value));

        /// <inheritdoc/>
        public void RemoveAt(int index) => Changeable().RemoveAt(index);

        /// <inheritdoc/>
        public void Clear() => Changeable().Clear();

        /// <inheritdoc cref="Clear"/>
        public void clear() => Clear();

        /// <inheritdoc/>
        public bool Contains((string, T) item) => IndexOf(item) >= 0;

        /// <inheritdoc/>
        public bool Contains(KeyValuePair<string, T> item) => Contains((item.Key, item.Value));

        /// <inheritdoc/>
        public int IndexOf((string, T) item) =>
            _entries.TryGetValue(item.Item1, out var module) && ReferenceEquals(module, item.Item2)
                ? _entries.IndexOf(item.Item1) : -1;

        /// <inheritdoc/>
        public void Insert(int index, (string, T) item) => Changeable().Insert(index, item.Item1, item.Item2);

        /// <inheritdoc/>
        public void CopyTo((string, T)[] array, int arrayIndex)
        {
            foreach (var entry in this) array[arrayIndex++] = entry;
        }

        /// <inheritdoc/>
        public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) =>
            ((ICollection<KeyValuePair<string, T>>)_entries).CopyTo(array, arrayIndex);

        /// <summary>The names and modules.</summary>
        public IEnumerator<(string, T)> items() => GetEnumerator();

        /// <summary>The names.</summary>
        public IEnumerable<string> keys() => _entries.Keys;

        /// <summary>The modules.</summary>
        public IEnumerable<T> values() => _entries.Values;

        /// <inheritdoc/>
        public IEnumerator<(string, T)> GetEnumerator() =>
            _entries.Select(entry => (entry.Key, entry.Value)).GetEnumerator();

        IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() =>
            _entries.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private OrderedDictionary<string, T> Changeable() => !_named ? _entries : throw new InvalidOperationException(
            "The dictionary is part of a module that has registered its components; change it before " +
            "RegisterComponents().");
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="ModuleDict{T}"/>
            public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) =>
                ModuleDict<Module>(modules);

            /// <inheritdoc cref="ModuleDict{T}"/>
            public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module
            {
                var result = new ModuleDict<T>();
                foreach (var entry in modules) result.Add(entry);
                return result;
            }
        }
    }
}

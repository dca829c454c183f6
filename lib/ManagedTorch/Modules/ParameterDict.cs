using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Parameters under names, in the order in which they were added.</summary>
    [SuppressMessage("Naming", "CA1710", Justification = "TorchSharp's name.")]
    public class ParameterDict : nn.Module, IDictionary<string, Parameter>, IList<(string, Parameter)>
    {
        private readonly OrderedDictionary<string, Parameter> _entries = [];

        /// <summary>An empty dictionary.</summary>
        public ParameterDict() : base(nameof(ParameterDict))
        {
        }

        /// <summary>The number of parameters.</summary>
        public int Count => _entries.Count;

        /// <summary>Whether the dictionary can only be read: never.</summary>
        public bool IsReadOnly => false;

        /// <inheritdoc/>
        public ICollection<string> Keys => _entries.Keys;

        /// <inheritdoc/>
        public ICollection<Parameter> Values => _entries.Values;

        /// <summary>The parameter under a name.</summary>
        public Parameter this[string key]
        {
            get => _entries[key];
            set => _entries[key] = value;
        }

        /// <summary>The name and parameter at a place.</summary>
        public (string, Parameter) this[int index]
        {
            get => (_entries.GetAt(index).Key, _entries.GetAt(index).Value);
            set => _entries.SetAt(index, value.Item1, value.Item2);
        }

        /// <summary>Does nothing: the parameters have their names.</summary>
        protected override void RegisterComponents()
        {
        }

        /// <inheritdoc/>
        protected override void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
        {
            foreach (var (key, parameter) in _entries.ToArray()) _entries[key] = Converted(parameter, dtype, device);
        }

        /// <inheritdoc/>
        public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse) =>
            _entries.Select(entry => (entry.Key, entry.Value));

        /// <inheritdoc/>
        public override bool has_parameter(string target) => _entries.ContainsKey(target);

        /// <inheritdoc/>
        public override Parameter? get_parameter(string target) => _entries.GetValueOrDefault(target);

        /// <inheritdoc/>
        public void Add(string key, Parameter value) => _entries.Add(key, value);

        /// <inheritdoc/>
        public void Add((string, Parameter) item) => Add(item.Item1, item.Item2);

        /// <inheritdoc/>
        public void Add(KeyValuePair<string, Parameter> item) => Add(item.Key, item.Value);

        /// <inheritdoc/>
        public bool ContainsKey(string key) => _entries.ContainsKey(key);

        /// <inheritdoc/>
        public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) =>
            _entries.TryGetValue(key, out value);

        /// <inheritdoc/>
        public bool Remove(string key) => _entries.Remove(key);

        /// <inheritdoc/>
        public bool Remove((string, Parameter) item) => Contains(item) && Remove(item.Item1);

        /// <inheritdoc/>
        public bool Remove(KeyValuePair<string, Parameter> item) => Remove((item.Key, item.Value));

        /// <inheritdoc/>
        public void RemoveAt(int index) => _entries.RemoveAt(index);

        /// <inheritdoc/>
        public void Clear() => _entries.Clear();

        /// <inheritdoc cref="Clear"/>
        public void clear() => Clear();

        /// <inheritdoc/>
        public bool Contains((string, Parameter) item) => IndexOf(item) >= 0;

        /// <inheritdoc/>
        public bool Contains(KeyValuePair<string, Parameter> item) => Contains((item.Key, item.Value));

        /// <inheritdoc/>
        public int IndexOf((string, Parameter) item) =>
            _entries.TryGetValue(item.Item1, out var parameter) && ReferenceEquals(parameter, item.Item2)
                ? _entries.IndexOf(item.Item1) : -1;

        /// <inheritdoc/>
        public void Insert(int index, (string, Parameter) item) => _entries.Insert(index, item.Item1, item.Item2);

        /// <inheritdoc/>
        public void CopyTo((string, Parameter)[] array, int arrayIndex)
        {
            foreach (var entry in this) array[arrayIndex++] = entry;
        }

        /// <inheritdoc/>
        public void CopyTo(KeyValuePair<string, Parameter>[] array, int arrayIndex) =>
            ((ICollection<KeyValuePair<string, Parameter>>)_entries).CopyTo(array, arrayIndex);

        /// <summary>The names and parameters.</summary>
        public IEnumerator<(string, Parameter)> items() => GetEnumerator();

        /// <summary>The names.</summary>
        public IEnumerable<string> keys() => _entries.Keys;

        /// <summary>The parameters.</summary>
        public IEnumerable<Parameter> values() => _entries.Values;

        /// <inheritdoc/>
        public IEnumerator<(string, Parameter)> GetEnumerator() =>
            _entries.Select(entry => (entry.Key, entry.Value)).GetEnumerator();

        IEnumerator<KeyValuePair<string, Parameter>> IEnumerable<KeyValuePair<string, Parameter>>.GetEnumerator() =>
            _entries.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.ParameterDict"/>
            /// <exception cref="ArgumentException">A name comes twice.</exception>
            public static ParameterDict ParameterDict(params (string, Parameter)[] parameters)
            {
                ArgumentNullException.ThrowIfNull(parameters);
                var result = new ParameterDict();
                foreach (var entry in parameters) result.Add(entry);
                return result;
            }
        }
    }
}

using System.Collections;
using System.Globalization;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A list of parameters, named by their places.</summary>
    public class ParameterList : nn.Module, IList<Parameter>
    {
        private readonly List<Parameter> _list;

        /// <summary>A list of the given parameters.</summary>
        public ParameterList(params Parameter[] parameters) : base(nameof(ParameterList)) => _list = [.. parameters];

        /// <summary>The number of parameters.</summary>
        public int Count => _list.Count;

        /// <summary>Whether the list can only be read: never.</summary>
        public bool IsReadOnly => false;

        /// <summary>The parameter at a place.</summary>
        public Parameter this[int index]
        {
            get => _list[index];
            set => _list[index] = value;
        }

        /// <summary>Does nothing: the places are the names.</summary>
        protected override void RegisterComponents()
        {
        }

        /// <inheritdoc/>
        protected override void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
        {
            for (var i = 0; i < _list.Count; i++) _list[i] = Converted(_list[i], dtype, device);
        }

        /// <inheritdoc/>
        public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
            _list.Select((parameter, i) => (i.ToString(CultureInfo.InvariantCulture), parameter));

        /// <inheritdoc/>
        public override bool has_parameter(string target) => get_parameter(target) is not null;

        /// <inheritdoc/>
        public override Parameter? get_parameter(string target) =>
            named_parameters().FirstOrDefault(entry => entry.name == target).parameter;

        /// <inheritdoc/>
        public void Add(Parameter item) => _list.Add(item);

        /// <summary>Adds parameters at the end.</summary>
        public void append(params Parameter[] parameters) => _list.AddRange(parameters);

        /// <summary>Adds parameters at the end.</summary>
        public void extend(IEnumerable<Parameter> parameters) => _list.AddRange(parameters);

        /// <inheritdoc/>
        public void Insert(int index, Parameter item) => _list.Insert(index, item);

        /// <inheritdoc/>
        public bool Remove(Parameter item) => _list.Remove(item);

        /// <inheritdoc/>
        public void RemoveAt(int index) => _list.RemoveAt(index);

        /// <inheritdoc/>
        public void Clear() => _list.Clear();

        /// <inheritdoc/>
        public bool Contains(Parameter item) => _list.Contains(item);

        /// <inheritdoc/>
        public void CopyTo(Parameter[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

        /// <inheritdoc/>
        public int IndexOf(Parameter item) => _list.IndexOf(item);

        /// <inheritdoc/>
        public IEnumerator<Parameter> GetEnumerator() => _list.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => _list.GetEnumerator();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.ParameterList"/>
            public static ParameterList ParameterList(params Parameter[] parameters) => new(parameters);
        }
    }
}

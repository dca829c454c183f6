using System.Diagnostics.CodeAnalysis;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private Node? _node;        // of a leaf that requires grad, once it is used: its end of the graph
        private Tensor? _grad;

        private bool _requiresGrad;
        private int _viewVersion;   // of the elements, when a view learned its history

        internal bool RequiresGrad_
        {
            get
            {
                if (Base_ is not null && _viewVersion != _storage.Version) Refresh();
                return _requiresGrad;
            }
            private set => _requiresGrad = value;
        }

        /// <summary>Who takes this tensor's gradient, or null when none is wanted.</summary>
        internal Node? GradNode => !RequiresGrad_ ? null : _node ??= new Node(this);

        /// <summary>Whether gradients are computed for this tensor.</summary>
        /// <exception cref="InvalidOperationException">
        /// Set on a tensor that is not floating point, or cleared on one that was computed.
        /// </exception>
        public bool requires_grad
        {
            get => Live().RequiresGrad_;
            set
            {
                if (value && !Live().dtype.IsDifferentiable())
                    throw new InvalidOperationException(
                        "only Tensors of floating point and complex dtype can require gradients");
                if (!value && !is_leaf)
                    throw new InvalidOperationException("you can only change requires_grad flags of leaf variables.");
                RequiresGrad_ = value;
                if (!value) _node = null;
            }
        }

        /// <summary>Whether no operation with a gradient computed this tensor.</summary>
        public bool is_leaf => Live().Leaf_;

        internal bool Leaf_ => !RequiresGrad_ || _node is null or { Leaf: not null };

        /// <summary>The gradient that backward() added up here, or null.</summary>
        /// <exception cref="ArgumentException">The new value's shape or type is not that of the tensor.</exception>
        [SuppressMessage("Design", "CA1044", Justification = "As PyTorch.")]
        public Tensor? grad
        {
            get => Live()._grad;
            set
            {
                if (value is not null && (value.dtype != dtype || !Shapes.Same(value.Shape_, Live().Shape_)))
                    throw new ArgumentException(
                        $"assigned grad has data of a different type or size: expected {dtype} " +
                        $"{Shapes.Text(Shape_)}, got {value.dtype} {Shapes.Text(value.Shape_)}");
                _grad = value?.DetachFromDisposeScope();
            }
        }

        /// <summary>Sets <see cref="requires_grad"/> and gives this tensor back.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <inheritdoc cref="requires_grad_(bool)"/>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Keeps the gradient of a computed tensor in <see cref="grad"/> too.</summary>
        /// <exception cref="InvalidOperationException">The tensor does not require grad.</exception>
        public void retain_grad()
        {
            if (!requires_grad)
                throw new InvalidOperationException("can't retain_grad on Tensor that has requires_grad=False");
            if (_node is { Leaf: null }) _node.Retained = this;
        }

        /// <summary>Computes the gradient of this number for every leaf that it depends on.</summary>
        /// <exception cref="InvalidOperationException">
        /// The tensor has several elements, requires no grad, or its graph was used up.
        /// </exception>
        public void backward() => BackwardPass.Run([this], null, false, false, null);

        /// <summary>Computes gradients for every leaf that this tensor depends on.</summary>
        /// <param name="grad_tensors">The gradient of this tensor, of its shape; 1 for a single number if null.</param>
        /// <param name="retain_graph">Whether the graph can be used again.</param>
        /// <param name="create_graph">Whether gradients of the gradients can be computed.</param>
        /// <param name="inputs">The leaves to compute gradients for; all if null.</param>
        /// <exception cref="InvalidOperationException">As <see cref="backward()"/>.</exception>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false,
            IList<Tensor>? inputs = null) =>
            BackwardPass.Run(
                [this], grad_tensors is null ? null : [.. grad_tensors], retain_graph, create_graph, inputs);

        internal void SetHistory(Node node)
        {
            _node = node;
            RequiresGrad_ = true;
            _viewVersion = _storage.Version;
        }

        internal void AccumulateGrad(Tensor gradient, bool shared, bool createGraph)
        {
            if (_grad is not null)
            {
                if (createGraph) _grad = _grad.add(gradient).DetachFromDisposeScope();
                else _grad.add_(gradient);
                return;
            }

            var exclusive = createGraph || (!shared && gradient.Contiguous_ && gradient.Storage.References == 1);
            _grad = (exclusive ? gradient : gradient.clone()).DetachFromDisposeScope();
        }
    }

    /// <summary>Gradients as values.</summary>
    public static partial class autograd
    {
        /// <summary>The gradients of the outputs' sum for the inputs, without adding them to the leaves.</summary>
        /// <param name="outputs">What was computed.</param>
        /// <param name="inputs">What to differentiate for.</param>
        /// <param name="grad_outputs">The gradient of each output; 1 for single numbers if null.</param>
        /// <param name="retain_graph">Whether the graph can be used again.</param>
        /// <param name="create_graph">Whether the results can be differentiated.</param>
        /// <param name="allow_unused">Whether an input may have no gradient; its result is then null.</param>
        /// <exception cref="InvalidOperationException">An input is unused, or the graph was used up.</exception>
        public static IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs,
            IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false,
            bool allow_unused = false)
        {
            var gradients = BackwardPass.Gradients(
                outputs, grad_outputs?.ToArray(), retain_graph, create_graph, inputs);
            if (!allow_unused && gradients.Contains(null))
                throw new InvalidOperationException(
                    "One of the differentiated Tensors appears to not have been used in " +
                    "the graph. Set allow_unused=True if this is the desired behavior.");
            return gradients!;
        }

        /// <summary>Computes gradients for every leaf that the tensors depend on.</summary>
        public static void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null,
            bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            BackwardPass.Run(tensors, grad_tensors?.ToArray(), retain_graph ?? create_graph, create_graph, inputs);

        /// <inheritdoc cref="Tensor.backward(IList{Tensor}, bool, bool, IList{Tensor})"/>
        public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null,
            bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);
    }
}

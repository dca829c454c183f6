namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Called before a write in place, with what else the new elements are computed from.</summary>
        /// <exception cref="InvalidOperationException">Autograd does not allow it.</exception>
        internal void CheckWritable(params ReadOnlySpan<Tensor?> others)
        {
            if (!Contiguous_) CheckOverlap();
            if (!ThreadContext.Current.GradEnabled) return;
            if (Base_ is { RequiresGrad_: true, Leaf_: true })
                throw new InvalidOperationException(
                    "a view of a leaf Variable that requires grad is being used in an in-place operation.");
            if (IsView && Base_ is null && (RequiresGrad_ || Autograd.Needed(others)))
                throw new InvalidOperationException(
                    "A view was created in no_grad mode and is being modified inplace with grad mode enabled. Given " +
                    "that this use case is ambiguous and error-prone, it is forbidden. You can clarify your code by " +
                    "moving both the view and the inplace either both inside the no_grad block (if you don't want " +
                    "the inplace to be tracked) or both outside (if you want the inplace to be tracked).");
            if (RequiresGrad_ && is_leaf)
                throw new InvalidOperationException(
                    "a leaf Variable that requires grad is being used in an in-place operation.");
        }

        private void CheckOverlap()
        {
            for (var d = 0; d < Shape_.Length; d++)
                if (Strides_[d] == 0 && Shape_[d] > 1 && Count_ > 0)
                    throw new InvalidOperationException("unsupported operation: more than one element of the " +
                        "written-to tensor refers to a single memory location. Please clone() the tensor before " +
                        "performing the operation.");
        }

        /// <summary>Records a write in place: from now on this tensor is what the operation gave.</summary>
        internal Tensor Written(string name, Tensor[] inputs, Func<Tensor, Tensor?[]> backward, params Tensor[] saved)
        {
            Node? written = null;
            if (dtype.IsDifferentiable() && Autograd.Needed(inputs))
            {
                var next = System.Array.ConvertAll(inputs, input => input.GradNode);
                written = new Node("grad_fn of " + name, this, next, backward, saved);
            }

            Storage.Version++;      // after the node noted the versions: it cannot need what was just written over
            if (written is not null) Follow(written);
            return this;
        }

        // A view that was written to is a part of its base: the base gets what the view became at that place and
        // stays what it was elsewhere, and every view of it learns of that when it is next asked.
        internal void Follow(Node written)
        {
            if (Base_ is not { } whole)
            {
                SetHistory(written);
                return;
            }

            var place = new StridedPlace(whole, this);
            whole.SetHistory(new Node("grad_fn of CopySlices", whole, [whole.GradNode, written],
                dy => [place.Clear(dy), place.Take(dy)], []));
        }

        // The elements were written to since this view was made: its history is now that of its base.
        private void Refresh()
        {
            _viewVersion = _storage.Version;
            if (!Base_!.RequiresGrad_) return;
            var place = new StridedPlace(Base_, this);
            SetHistory(new Node("grad_fn of AsStrided", this, [Base_.GradNode], dy => [place.Embed(dy)], []));
        }
    }
}

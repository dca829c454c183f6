namespace TorchSharp;

// Complex numbers and spectra as functions.
public static partial class torch
{
    /// <inheritdoc cref="Tensor.angle()"/>
    public static Tensor angle(Tensor input) => input.angle();

    /// <inheritdoc cref="Tensor.conj()"/>
    public static Tensor conj(Tensor input) => input.conj();

    /// <inheritdoc cref="Tensor.conj_physical()"/>
    public static Tensor conj_physical(Tensor input) => input.conj_physical();

    /// <inheritdoc cref="Tensor.is_conj()"/>
    public static bool is_conj(Tensor input) => input.is_conj();

    /// <inheritdoc cref="Tensor.isreal()"/>
    public static Tensor isreal(Tensor tensor) => tensor.isreal();

    /// <inheritdoc cref="Tensor.resolve_conj()"/>
    public static Tensor resolve_conj(Tensor input) => input.resolve_conj();

    /// <inheritdoc cref="Tensor.view_as_complex()"/>
    public static Tensor view_as_complex(Tensor input) => input.view_as_complex();

    /// <inheritdoc cref="Tensor.view_as_real()"/>
    public static Tensor view_as_real(Tensor input) => input.view_as_real();
}

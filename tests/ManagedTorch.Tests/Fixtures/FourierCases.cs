using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Fixtures;

/// <summary>The lines of operations.json on Fourier transforms; complex numbers are pairs there.</summary>
internal static class FourierCases
{
    private static readonly Tensor Hann = hann_window(8, dtype: ScalarType.Float64);

    public static Dictionary<string, Func<Tensor[], Tensor[]>> Operations { get; } = new()
    {
        ["fft_1"] = x => [R(fft.fft_(Z(x)))],
        ["fft_2"] = x => [R(fft.fft_(Z(x)))],
        ["fft_7"] = x => [R(fft.fft_(Z(x)))],
        ["fft_12"] = x => [R(fft.fft_(Z(x)))],
        ["fft_37"] = x => [R(fft.fft_(Z(x)))],
        ["fft_60"] = x => [R(fft.fft_(Z(x)))],
        ["fft_97"] = x => [R(fft.fft_(Z(x)))],
        ["fft_111"] = x => [R(fft.fft_(Z(x)))],
        ["fft_real"] = x => [R(fft.fft_(x[0]))],
        ["ifft"] = x => [R(fft.ifft(Z(x), norm: FFTNormType.Ortho))],
        ["fft_dim_n"] = x => [R(fft.fft_(Z(x), 8, 0, FFTNormType.Forward)), R(fft.fft_(Z(x), 3, 0))],
        ["rfft"] = x => [R(fft.rfft(x[0])), R(fft.rfft(x[0], 5, 0, FFTNormType.Ortho))],
        ["irfft"] = x => [fft.irfft(Z(x)), fft.irfft(Z(x), 9), fft.irfft(Z(x), 5, norm: FFTNormType.Forward)],
        ["hfft"] = x => [fft.hfft(Z(x)), fft.hfft(Z(x), 9, norm: FFTNormType.Ortho)],
        ["ihfft"] = x => [R(fft.ihfft(x[0]))],
        ["fft2"] = x => [R(fft.fft2(Z(x))), R(fft.ifft2(Z(x), [4, 7]))],
        ["rfft2"] = x => [R(fft.rfft2(x[0], norm: FFTNormType.Ortho))],
        ["irfft2"] = x => [fft.irfft2(Z(x)), fft.irfft2(Z(x), [4, 7])],
        ["fftn"] = x => [R(fft.fftn(Z(x))), R(fft.ifftn(Z(x), dim: [0, 2]))],
        ["rfftn"] = x => [R(fft.rfftn(x[0])), fft.irfftn(fft.rfftn(x[0]), [2, 3, 5])],
        ["fftfreq"] = _ => [fft.fftfreq(5, .5, ScalarType.Float64), fft.fftfreq(6, dtype: ScalarType.Float64),
            fft.rfftfreq(6, .25, ScalarType.Float64)],
        ["fftshift"] = x => [fft.fftshift(x[0]), fft.ifftshift(x[0]), fft.fftshift(x[0], [1])],
        ["hann_window"] = _ => Both(p => hann_window(9, p, ScalarType.Float64)),
        ["hamming_window"] = _ => Both(p => hamming_window(9, p, dtype: ScalarType.Float64)),
        ["blackman_window"] = _ => Both(p => blackman_window(9, p, ScalarType.Float64)),
        ["bartlett_window"] = _ => Both(p => bartlett_window(9, p, ScalarType.Float64)),
        ["kaiser_window"] = _ => Both(p => kaiser_window(9, p, dtype: ScalarType.Float64)),
        ["stft"] = x => [R(x[0].stft(8, 3, return_complex: true)),
            R(x[0].stft(12, 4, 8, Hann, normalized: true, return_complex: true)),
            R(x[0].stft(8, 4, window: Hann, center: false, onesided: false, return_complex: true))],
        ["istft"] = x => [Z(x).istft(8, 2, window: Hann), Z(x).istft(8, 2, window: Hann, length: 10)],
    };

    private static Tensor R(Tensor x) => x.view_as_real();

    private static Tensor Z(Tensor[] x) => x[0].view_as_complex();

    private static Tensor[] Both(Func<bool, Tensor> window) => [window(true), window(false)];
}

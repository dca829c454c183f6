namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The transforms of windows that move along a signal: [..., frequencies, windows].</summary>
        /// <param name="n_fft">The length of a transform.</param>
        /// <param name="hop_length">The distance of two windows; n_fft / 4 if negative.</param>
        /// <param name="win_length">The length of the window; n_fft if negative.</param>
        /// <param name="window">Its shape, [win_length]; ones if null.</param>
        /// <param name="center">Whether the signal is padded so that window t is centred at t · hop_length.</param>
        /// <param name="pad_mode">How it is padded.</param>
        /// <param name="normalized">Whether to scale by 1/√n_fft.</param>
        /// <param name="onesided">Whether only n_fft / 2 + 1 frequencies are given; true for real signals.</param>
        /// <param name="return_complex">
        /// Whether the result is complex, or has a last dimension of 2; must be given for real signals.
        /// </param>
        /// <exception cref="ArgumentException">The signal, window and lengths do not fit.</exception>
        public Tensor stft(long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null,
            bool center = true, PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false,
            bool? onesided = null, bool? return_complex = null)
        {
            var (hop, shape) = (hop_length < 0 ? n_fft / 4 : hop_length, WindowOf(n_fft, win_length, window));
            var single = Live().Shape_.Length == 1;
            if (Shape_.Length is not (1 or 2))
                throw new ArgumentException($"stft: expected a 1D or 2D tensor, got {Shape_.Length}D");
            if (!(return_complex ?? is_complex()) && return_complex is null)
                throw new ArgumentException("stft requires the return_complex parameter be given for real inputs, " +
                    "and will further require that return_complex=True in a future PyTorch release.");
            var x = single ? unsqueeze(0) : this;
            if (center) x = nn.functional.pad(x.unsqueeze(1), [n_fft / 2, n_fft / 2], pad_mode).squeeze(1);
            if (n_fft <= 0 || n_fft > x.Shape_[1])
                throw new ArgumentException(
                    $"stft: expected 0 < n_fft <= {x.Shape_[1]}, but got n_fft={n_fft}");
            if (hop <= 0) throw new ArgumentException($"stft: expected hop_length > 0, but got hop_length={hop}");
            var frames = x.unfold(1, n_fft, hop).mul(shape.to_type(x.dtype.Real()));       // [B, windows, n_fft]
            var norm = normalized ? FFTNormType.Ortho : FFTNormType.Backward;
            var half = onesided ?? !is_complex();
            if (half && is_complex())
                throw new ArgumentException("Cannot have onesided output if window or input is complex");
            var y = (half ? fft.rfft(frames, norm: norm) : fft.fft_(frames, norm: norm)).transpose(1, 2);
            if (single) y = y.squeeze(0);
            return return_complex ?? is_complex() ? y : y.view_as_real();
        }

        /// <summary>The signal whose <see cref="stft"/> this is, as near as windows that overlap allow.</summary>
        /// <param name="n_fft">The length of a transform.</param>
        /// <param name="hop_length">The distance of two windows; n_fft / 4 if negative.</param>
        /// <param name="win_length">The length of the window; n_fft if negative.</param>
        /// <param name="window">Its shape, [win_length]; ones if null.</param>
        /// <param name="center">Whether the signal was padded.</param>
        /// <param name="normalized">Whether it was scaled.</param>
        /// <param name="onesided">
        /// Whether only half of the frequencies are given; told from their number if null.
        /// </param>
        /// <param name="length">The length of the signal; as long as the windows reach if negative.</param>
        /// <param name="return_complex">Whether the signal is complex.</param>
        /// <exception cref="ArgumentException">The numbers and lengths do not fit.</exception>
        /// <exception cref="InvalidOperationException">Somewhere all windows are 0.</exception>
        public Tensor istft(long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null,
            bool center = true, bool normalized = false, bool? onesided = null, long length = -1,
            bool return_complex = false)
        {
            if (!is_complex())
                throw new ArgumentException("istft requires a complex-valued input tensor matching the output from " +
                    "stft with return_complex=True.");
            var (hop, shape) = (hop_length < 0 ? n_fft / 4 : hop_length, WindowOf(n_fft, win_length, window));
            var single = Live().Shape_.Length == 2;
            var x = (single ? unsqueeze(0) : this).transpose(1, 2);                  // [B, windows, frequencies]
            var half = onesided ?? x.Shape_[2] != n_fft;
            if (x.Shape_[2] != (half ? (n_fft / 2) + 1 : n_fft))
                throw new ArgumentException("istft: expected the frequency dimension (3rd to the last) of the input " +
                    $"tensor to match n_fft / 2 + 1 or n_fft, but got {x.Shape_[2]}");
            var norm = normalized ? FFTNormType.Ortho : FFTNormType.Backward;
            var frames = half && !return_complex ? fft.irfft(x, n_fft, norm: norm) : fft.ifft(x, n_fft, norm: norm);
            if (!return_complex && !half) frames = frames.real;
            shape = shape.to_type(frames.dtype.Real());
            var (count, total) = (x.Shape_[1], n_fft + (hop * (x.Shape_[1] - 1)));
            var places = arange(n_fft).add(arange(count).mul(hop).unsqueeze(1)).reshape(-1);
            var weighted = frames.mul(shape).reshape(x.Shape_[0], -1);
            Tensor Added(Tensor parts) => zeros([x.Shape_[0], total], parts.dtype).index_add(1, places, parts, 1);
            var signal = return_complex ? torch.complex(Added(weighted.real), Added(weighted.imag)) : Added(weighted);
            var weight = zeros([total], shape.dtype)
                .index_add(0, places, shape.square().expand(count, n_fft).reshape(-1), 1);
            var (from, to) = (center ? n_fft / 2 : 0, length >= 0 ? (center ? n_fft / 2 : 0) + length
                : total - (center ? n_fft / 2 : 0));
            var kept = Math.Min(to, total) - from;
            var envelope = weight.narrow(0, from, kept);
            if (envelope.abs().min().ToScalar().Double < 1e-11)
                throw new InvalidOperationException("istft(...) window overlap add min: 1");
            var y = signal.narrow(1, from, kept).div(envelope);
            if (to > total) y = cat([y, zeros([y.Shape_[0], to - total], y.dtype)], 1);
            return single ? y.squeeze(0) : y;
        }

        // The window in the middle of n_fft numbers.
        private static Tensor WindowOf(long n_fft, long win_length, Tensor? window)
        {
            var n = win_length < 0 ? n_fft : win_length;
            if (n <= 0 || n > n_fft)
                throw new ArgumentException($"expected 0 < win_length <= n_fft, but got win_length={n}");
            if (window is not null && (window.ndim != 1 || window.shape[0] != n))
                throw new ArgumentException("expected a 1D window tensor of size equal to win_length=" +
                    $"{n}, but got window with size {Shapes.Text(window.shape)}");
            var shape = window ?? ones([n], ScalarType.Float64);
            var left = (n_fft - n) / 2;
            return n == n_fft ? shape : nn.functional.pad(shape, [left, n_fft - n - left]);
        }
    }
}

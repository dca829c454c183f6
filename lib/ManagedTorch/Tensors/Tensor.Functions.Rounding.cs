using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The logistic function 1 / (1 + e^−x).</summary>
        public Tensor sigmoid()
        {
            var y = MapFloat<Sigmoid>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "sigmoid", [this], dy => [dy.mul(y).mul(One(y))], y) : y;
        }

        /// <summary><see cref="sigmoid"/>, in place.</summary>
        public Tensor sigmoid_() => InPlace(static x => x.sigmoid());

        /// <summary>The error function.</summary>
        public Tensor erf()
        {
            var y = MapFloat<Each<ErrorFunction>>(this);
            return Autograd.Needed(this)
                ? Autograd.Record(
                    y, "erf", [this], dy => [dy.mul(square().neg().exp()).mul(2 / Math.Sqrt(Math.PI))], this) : y;
        }

        /// <summary><see cref="erf"/>, in place.</summary>
        public Tensor erf_() => InPlace(static x => x.erf());

        /// <summary>1 minus the error function.</summary>
        public Tensor erfc()
        {
            var y = MapFloat<Each<ErrorFunctionComplement>>(this);
            return Autograd.Needed(this)
                ? Autograd.Record(
                    y, "erfc", [this], dy => [dy.mul(square().neg().exp()).mul(-2 / Math.Sqrt(Math.PI))], this) : y;
        }

        /// <summary><see cref="erfc"/>, in place.</summary>
        public Tensor erfc_() => InPlace(static x => x.erfc());

        /// <summary>Rounded down.</summary>
        public Tensor floor()
        {
            var y = dtype.IsFloating() ? MapFloat<Floor>(this) : clone();
            return Autograd.Needed(this) ? Autograd.Record(y, "floor", [this], dy => [torch.zeros_like(dy)]) : y;
        }

        /// <summary><see cref="floor"/>, in place.</summary>
        public Tensor floor_() => InPlace(static x => x.floor());

        /// <summary>Rounded up.</summary>
        public Tensor ceil()
        {
            var y = dtype.IsFloating() ? MapFloat<Ceiling>(this) : clone();
            return Autograd.Needed(this) ? Autograd.Record(y, "ceil", [this], dy => [torch.zeros_like(dy)]) : y;
        }

        /// <summary><see cref="ceil"/>, in place.</summary>
        public Tensor ceil_() => InPlace(static x => x.ceil());

        /// <summary>Rounded towards zero.</summary>
        public Tensor trunc()
        {
            var y = dtype.IsFloating() ? MapFloat<Truncate>(this) : clone();
            return Autograd.Needed(this) ? Autograd.Record(y, "trunc", [this], dy => [torch.zeros_like(dy)]) : y;
        }

        /// <summary><see cref="trunc"/>, in place.</summary>
        public Tensor trunc_() => InPlace(static x => x.trunc());

        /// <summary>−1, 0 or 1.</summary>
        public Tensor sign()
        {
            var y = MapNumber<Sign>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "sign", [this], dy => [torch.zeros_like(dy)]) : y;
        }

        /// <summary><see cref="sign"/>, in place.</summary>
        public Tensor sign_() => InPlace(static x => x.sign());

        /// <summary>What is behind the decimal point.</summary>
        public Tensor frac() => sub(trunc());

        /// <summary><see cref="frac"/>, in place.</summary>
        public Tensor frac_() => InPlace(static x => x.frac());

        /// <summary>Rounded to the nearest, halves to even, at a number of decimals.</summary>
        public Tensor round(long decimals = 0)
        {
            if (!dtype.IsFloating()) return clone();
            var scale = Math.Pow(10, decimals);
            var y = decimals == 0 ? MapFloat<Round>(this) : MapFloat<Round>(detach().mul(scale)).div(scale);
            return Autograd.Needed(this) ? Autograd.Record(y, "round", [this], dy => [torch.zeros_like(dy)]) : y;
        }

        /// <summary><see cref="round"/>, in place.</summary>
        public Tensor round_(long decimals = 0) => InPlace(x => x.round(decimals));

        // 1 − x.
        private static Tensor One(Tensor x) => x.SubtractedFrom(1);
    }
}

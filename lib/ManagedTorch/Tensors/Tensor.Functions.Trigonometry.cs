using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sine.</summary>
        public Tensor sin()
        {
            var y = MapFloat<Sin>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "sin", [this], dy => [dy.mul(cos())], this) : y;
        }

        /// <summary><see cref="sin"/>, in place.</summary>
        public Tensor sin_() => InPlace(static x => x.sin());

        /// <summary>The cosine.</summary>
        public Tensor cos()
        {
            var y = MapFloat<Cos>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "cos", [this], dy => [dy.mul(sin()).neg()], this) : y;
        }

        /// <summary><see cref="cos"/>, in place.</summary>
        public Tensor cos_() => InPlace(static x => x.cos());

        /// <summary>The tangent.</summary>
        public Tensor tan()
        {
            var y = MapFloat<Tan>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "tan", [this], dy => [dy.mul(y.square().add(1))], y) : y;
        }

        /// <summary><see cref="tan"/>, in place.</summary>
        public Tensor tan_() => InPlace(static x => x.tan());

        /// <summary>The inverse sine; NaN outside [-1, 1].</summary>
        public Tensor asin()
        {
            var y = MapFloat<Asin>(this);
            return Autograd.Needed(this)
                ? Autograd.Record(y, "asin", [this], dy => [dy.mul(One(square()).rsqrt())], this) : y;
        }

        /// <summary><see cref="asin"/>, in place.</summary>
        public Tensor asin_() => InPlace(static x => x.asin());

        /// <summary>The inverse cosine; NaN outside [-1, 1].</summary>
        public Tensor acos()
        {
            var y = MapFloat<Acos>(this);
            return Autograd.Needed(this)
                ? Autograd.Record(y, "acos", [this], dy => [dy.mul(One(square()).rsqrt()).neg()], this) : y;
        }

        /// <summary><see cref="acos"/>, in place.</summary>
        public Tensor acos_() => InPlace(static x => x.acos());

        /// <summary>The inverse tangent.</summary>
        public Tensor atan()
        {
            var y = MapFloat<Atan>(this);
            return Autograd.Needed(this)
                ? Autograd.Record(y, "atan", [this], dy => [dy.div(square().add(1))], this) : y;
        }

        /// <summary><see cref="atan"/>, in place.</summary>
        public Tensor atan_() => InPlace(static x => x.atan());

        /// <summary>The hyperbolic sine.</summary>
        public Tensor sinh()
        {
            var y = MapFloat<Sinh>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "sinh", [this], dy => [dy.mul(cosh())], this) : y;
        }

        /// <summary><see cref="sinh"/>, in place.</summary>
        public Tensor sinh_() => InPlace(static x => x.sinh());

        /// <summary>The hyperbolic cosine.</summary>
        public Tensor cosh()
        {
            var y = MapFloat<Cosh>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "cosh", [this], dy => [dy.mul(sinh())], this) : y;
        }

        /// <summary><see cref="cosh"/>, in place.</summary>
        public Tensor cosh_() => InPlace(static x => x.cosh());

        /// <summary>The hyperbolic tangent.</summary>
        public Tensor tanh()
        {
            var y = MapFloat<Tanh>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "tanh", [this], dy => [dy.mul(One(y.square()))], y) : y;
        }

        /// <summary><see cref="tanh"/>, in place.</summary>
        public Tensor tanh_() => InPlace(static x => x.tanh());

        /// <summary>The inverse hyperbolic sine.</summary>
        public Tensor asinh()
        {
            var y = MapFloat<Asinh>(this);
            return Autograd.Needed(this)
                ? Autograd.Record(y, "asinh", [this], dy => [dy.mul(square().add(1).rsqrt())], this) : y;
        }

        /// <summary><see cref="asinh"/>, in place.</summary>
        public Tensor asinh_() => InPlace(static x => x.asinh());

        /// <summary>The inverse hyperbolic cosine; NaN below 1.</summary>
        public Tensor acosh()
        {
            var y = MapFloat<Acosh>(this);
            return Autograd.Needed(this)
                ? Autograd.Record(y, "acosh", [this], dy => [dy.mul(square().sub(1).rsqrt())], this) : y;
        }

        /// <summary><see cref="acosh"/>, in place.</summary>
        public Tensor acosh_() => InPlace(static x => x.acosh());

        /// <summary>The inverse hyperbolic tangent.</summary>
        public Tensor atanh()
        {
            var y = MapFloat<Atanh>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "atanh", [this], dy => [dy.div(One(square()))], this) : y;
        }

        /// <summary><see cref="atanh"/>, in place.</summary>
        public Tensor atanh_() => InPlace(static x => x.atanh());
    }
}

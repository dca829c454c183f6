// Hints, solutions and variants of the exercises in 12-neural-networks.ipynb. Lines "//# kind exercise" begin a section.

//# hint stable-softmax
// Subtracting the same number from every score changes nothing: numerator and denominator both shrink by the same factor.
//# hint stable-softmax
// Subtract the largest score; then the largest exponent is 0.
//# solution stable-softmax
double[] Softmax(double[] scores)
{
    var highest = scores.Max();
    var exponentials = scores.Select(score => Math.Exp(score - highest)).ToArray();
    return exponentials.Select(value => value / exponentials.Sum()).ToArray();
}
//# right stable-softmax : through the logarithm of the sum
double[] Softmax(double[] scores)
{
    var highest = scores.Max();
    var logSum = highest + Math.Log(scores.Sum(score => Math.Exp(score - highest)));
    return [.. scores.Select(score => Math.Exp(score - logSum))];
}
//# wrong stable-softmax : overflows
double[] Softmax(double[] scores)
{
    var total = scores.Sum(Math.Exp);
    return scores.Select(score => Math.Exp(score) / total).ToArray();
}
//# wrong stable-softmax : clips the scores
double[] Softmax(double[] scores)
{
    var exponentials = scores.Select(score => Math.Exp(Math.Clamp(score, -700, 2))).ToArray();
    return exponentials.Select(value => value / exponentials.Sum()).ToArray();
}

//# hint relu-backward
// First undo the ReLU: where x·W + b is positive the gradient passes, elsewhere it is 0. Call the result dz, [B, H].
//# hint relu-backward
// dz = D * (x.matmul(W) + b).gt(0).to_type(D.dtype)
//# hint relu-backward
// Then as in section 6: xᵀ·dz for the weights, the sum over the batch for the bias, dz·Wᵀ for the input.
//# solution relu-backward
(Tensor DX, Tensor DW, Tensor DB) ReluBackward(Tensor x, Tensor W, Tensor b, Tensor D)
{
    var dz = D * (x.matmul(W) + b).gt(0).to_type(D.dtype);       // [B, H]
    return (dz.matmul(W.t()), x.t().matmul(dz), dz.sum(dim: 0));
}
//# right relu-backward : with where
(Tensor DX, Tensor DW, Tensor DB) ReluBackward(Tensor x, Tensor W, Tensor b, Tensor D)
{
    var z = x.matmul(W) + b;
    var dz = where(z > 0, D, zeros_like(D));
    return (dz.matmul(W.transpose(0, 1)), x.transpose(0, 1).matmul(dz), dz.sum(dim: 0));
}
//# wrong relu-backward : forgets the ReLU
(Tensor DX, Tensor DW, Tensor DB) ReluBackward(Tensor x, Tensor W, Tensor b, Tensor D) =>
    (D.matmul(W.t()), x.t().matmul(D), D.sum(dim: 0));
//# wrong relu-backward : forgets the ReLU for the bias only
(Tensor DX, Tensor DW, Tensor DB) ReluBackward(Tensor x, Tensor W, Tensor b, Tensor D)
{
    var dz = D * (x.matmul(W) + b).gt(0).to_type(D.dtype);
    return (dz.matmul(W.t()), x.t().matmul(dz), D.sum(dim: 0));
}

//# hint momentum
// Two arrays: the weights (a copy) and a velocity of the same length, all zeros.
//# hint momentum
// For each i: velocity[i] = mu * velocity[i] + gradient[i], then weights[i] -= rate * velocity[i].
//# solution momentum
class Momentum
{
    private readonly double[] weights, velocity;
    private readonly double rate, mu;

    public Momentum(double[] weights, double rate, double mu)
    {
        (this.weights, velocity) = ([.. weights], new double[weights.Length]);
        (this.rate, this.mu) = (rate, mu);
    }

    public void Step(double[] gradient)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            velocity[i] = mu * velocity[i] + gradient[i];
            weights[i] -= rate * velocity[i];
        }
    }

    public double[] Weights => weights;
}
//# right momentum : with the rate inside the velocity, which is the same while the rate is constant
class Momentum(double[] weights, double rate, double mu)
{
    private double[] now = [.. weights], velocity = new double[weights.Length];

    public void Step(double[] gradient)
    {
        velocity = [.. velocity.Zip(gradient, (v, g) => mu * v + rate * g)];
        now = [.. now.Zip(velocity, (w, v) => w - v)];
    }

    public double[] Weights => now;
}
//# wrong momentum : no velocity
class Momentum(double[] weights, double rate, double mu)
{
    private double[] now = [.. weights];

    public void Step(double[] gradient) => now = [.. now.Zip(gradient, (w, g) => w - rate * g)];

    public double[] Weights => now;
}
//# wrong momentum : damps the gradient, as an exponential mean does
class Momentum(double[] weights, double rate, double mu)
{
    private double[] now = [.. weights], velocity = new double[weights.Length];

    public void Step(double[] gradient)
    {
        velocity = [.. velocity.Zip(gradient, (v, g) => mu * v + (1 - mu) * g)];
        now = [.. now.Zip(velocity, (w, v) => w - rate * v)];
    }

    public double[] Weights => now;
}

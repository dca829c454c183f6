namespace GenAiCourse.Mathematics;

/// <summary>A number that remembers how it was computed, so that it can say how it depends on what went in.</summary>
/// <remarks>
/// Reverse-mode automatic differentiation: each operation notes its inputs and its derivatives by them, and
/// <see cref="Backward"/> applies the chain rule from the result to the inputs, once for each edge of the graph
/// (Linnainmaa, 1970). After micrograd (Karpathy, 2020). For one number at a time; tensors do the same to whole arrays.
/// </remarks>
public sealed class Value
{
    private readonly (Value Input, double Slope)[] _inputs;

    /// <summary>An input, or a constant.</summary>
    /// <param name="data">Its number.</param>
    public Value(double data) : this(data, [])
    {
    }

    private Value(double data, params (Value Input, double Slope)[] inputs)
    {
        Data = data;
        _inputs = inputs;
    }

    /// <summary>
    /// The number. An input's may be changed for the next computation; what was computed does not follow.
    /// </summary>
    public double Data { get; set; }

    /// <summary>∂result / ∂this, the sum over all calls of <see cref="Backward"/> since it was set to 0.</summary>
    public double Gradient { get; set; }

    /// <summary>Adds to each input's gradient the derivative of this number by it.</summary>
    /// <remarks>Without recursion, so that graphs may be as deep as a training loop makes them.</remarks>
    public void Backward()
    {
        var order = Order();
        var gradients = order.ToDictionary(value => value, _ => 0.0);
        gradients[this] = 1;
        for (var i = order.Count - 1; i >= 0; i--)
        {
            var gradient = gradients[order[i]];
            order[i].Gradient += gradient;
            foreach (var (input, slope) in order[i]._inputs) gradients[input] += slope * gradient;
        }
    }

    /// <summary>The number as a constant.</summary>
    public static implicit operator Value(double data) => new(data);

    /// <summary>a + b.</summary>
    public static Value operator +(Value a, Value b) => new(a.Data + b.Data, (a, 1), (b, 1));

    /// <summary>a − b.</summary>
    public static Value operator -(Value a, Value b) => new(a.Data - b.Data, (a, 1), (b, -1));

    /// <summary>−a.</summary>
    public static Value operator -(Value a) => new(-a.Data, (a, -1));

    /// <summary>a · b.</summary>
    public static Value operator *(Value a, Value b) => new(a.Data * b.Data, (a, b.Data), (b, a.Data));

    /// <summary>a / b.</summary>
    public static Value operator /(Value a, Value b) =>
        new(a.Data / b.Data, (a, 1 / b.Data), (b, -a.Data / (b.Data * b.Data)));

    /// <summary>This to a constant power.</summary>
    /// <param name="exponent">n; with a negative base only a whole one gives a number.</param>
    public Value Pow(double exponent) =>
        new(Math.Pow(Data, exponent), (this, exponent == 0 ? 0 : exponent * Math.Pow(Data, exponent - 1)));

    /// <summary>e to this.</summary>
    public Value Exp() => new(Math.Exp(Data), (this, Math.Exp(Data)));

    /// <summary>The natural logarithm.</summary>
    public Value Log() => new(Math.Log(Data), (this, 1 / Data));

    /// <summary>The sine.</summary>
    public Value Sin() => new(Math.Sin(Data), (this, Math.Cos(Data)));

    /// <summary>The cosine.</summary>
    public Value Cos() => new(Math.Cos(Data), (this, -Math.Sin(Data)));

    /// <summary>The hyperbolic tangent.</summary>
    public Value Tanh()
    {
        var tanh = Math.Tanh(Data);
        return new Value(tanh, (this, 1 - tanh * tanh));
    }

    /// <summary>The sigmoid 1 / (1 + e⁻ˣ).</summary>
    public Value Sigmoid()
    {
        var sigmoid = 1 / (1 + Math.Exp(-Data));
        return new Value(sigmoid, (this, sigmoid * (1 - sigmoid)));
    }

    /// <summary>This where it is positive, else 0; the slope at 0 counts as 0.</summary>
    public Value Relu() => new(Math.Max(0, Data), (this, Data > 0 ? 1 : 0));

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"Value(data={Data}, gradient={Gradient})");

    // Inputs before what is computed of them: depth first, with a stack of its own.
    private List<Value> Order()
    {
        var (order, seen) = (new List<Value>(), new HashSet<Value> { this });
        var stack = new Stack<(Value Value, int Next)>([(this, 0)]);
        while (stack.TryPop(out var top))
        {
            if (top.Next == top.Value._inputs.Length)
            {
                order.Add(top.Value);
                continue;
            }
            stack.Push((top.Value, top.Next + 1));
            var input = top.Value._inputs[top.Next].Input;
            if (seen.Add(input)) stack.Push((input, 0));
        }
        return order;
    }
}

using System.Reflection;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Tensors;

/// <summary>Every operation whose name ends in _ writes what the one without gives, gradient included.</summary>
public class InPlaceFormTests
{
    private static readonly string[] Others =
        ["sgn", "logical_not", "retain_grad", "zero", "random", "uniform", "normal", "geometric", "cauchy"];

    public static TheoryData<string, int> Members
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var (name, arity) in Candidates()) data.Add(name, arity);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void InPlaceForm_GivesWhatTheOtherGives(string name, int arity)
    {
        var (type, second) = name.Contains("bitwise", StringComparison.Ordinal) || name is "gcd_" or "lcm_"
            ? (ScalarType.Int64, tensor(new long[] { 2, 1, 3 })) : (ScalarType.Float64, tensor(new[] { .5, .25, 2 }));
        var start = type == ScalarType.Int64 ? tensor(new long[] { 5, 6, 7 }) : tensor(new[] { .25, .5, .75 });
        if (name.StartsWith("acosh", StringComparison.Ordinal) || name == "arccosh_") start = start + 1;
        object[] arguments = arity == 0 ? [] : [second];
        var plain = start.clone().requires_grad_(type == ScalarType.Float64);
        var expected = (Tensor)Method(name.TrimEnd('_'), arity)!.Invoke(plain, arguments)!;
        var leaf = start.clone().requires_grad_(type == ScalarType.Float64);
        var written = leaf.clone();
        var actual = (Tensor)Method(name, arity)!.Invoke(written, arguments)!;

        Assert.Same(written, actual);
        Assert.Equal(expected.@double().data<double>().ToArray(), actual.@double().data<double>().ToArray());
        if (!expected.requires_grad) return;
        expected.sum().backward();
        actual.sum().backward();
        Assert.Equal(plain.grad!.data<double>().ToArray(), leaf.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Members_AreMany() => Assert.True(Candidates().Count() > 80, $"{Candidates().Count()}");

    private static IEnumerable<(string, int)> Candidates() =>
        from method in typeof(Tensor).GetMethods(BindingFlags.Public | BindingFlags.Instance)
        where method.Name.EndsWith('_') && method.ReturnType == typeof(Tensor)
        let parameters = method.GetParameters()
        where parameters.Length == 0 || (parameters.Length == 1 && parameters[0].ParameterType == typeof(Tensor))
        where Method(method.Name.TrimEnd('_'), parameters.Length) is not null
            && !Others.Contains(method.Name.TrimEnd('_'))
        orderby method.Name
        select (method.Name, parameters.Length);

    private static MethodInfo? Method(string name, int arity) =>
        typeof(Tensor).GetMethod(name, [.. Enumerable.Repeat(typeof(Tensor), arity)]) is { } found
            && found.ReturnType == typeof(Tensor) ? found : null;
}

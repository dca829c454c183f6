using System.Globalization;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Fixtures;

/// <summary>Seeded draws and first values of modules, number for number.</summary>
public sealed class RandomFixtureTests
{
    public static TheoryData<string> Seeds => [.. FixtureCase.All.Where(c => c.Group == "random").Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Draws_AfterManualSeed_ArePyTorchs(string id)
    {
        var given = FixtureCase.Find(id);
        var expected = given.Named("draws");
        var g = new Generator();
        g.manual_seed(long.Parse(given.Name, CultureInfo.InvariantCulture));
        Dictionary<string, Tensor> draws = new()
        {
            ["rand_10"] = rand(10, generator: g),
            ["randn_5"] = randn(5, generator: g),
            ["randn_40"] = randn(40, generator: g),
            ["randint_100_12"] = randint(0, 100, new long[] { 12 }, generator: g),
            ["randperm_9"] = randperm(9, generator: g),
            ["bernoulli_8"] = bernoulli(full(8, .3f), g),
            ["normal_6"] = normal(2, 3, [6], generator: g),
            ["uniform_6"] = empty(6).uniform_(-1, 1, g),
            ["multinomial_10"] = multinomial(tensor(new[] { .1f, .2f, .3f, .4f }), 10, true, g),
            ["randn_double_3"] = randn(3, dtype: ScalarType.Float64, generator: g),
        };
        Assert.Equal(expected.Keys.Order(), draws.Keys.Order());
        foreach (var (name, values) in expected) given.AssertSame(values, draws[name], $"seed {given.Name} {name}");
    }

    [Theory]
    [InlineData("Linear_4_3_seed3")]
    [InlineData("Conv2d_2_3_3_seed3")]
    [InlineData("Embedding_5_3_seed3")]
    public void FirstValues_AfterManualSeed_ArePyTorchs(string name)
    {
        var given = FixtureCase.All.First(c => c.Group == "init" && c.Name == name);
        Dictionary<string, Tensor> state;
        lock (Generator.Default)
        {
            manual_seed(3);
            nn.Module module = name[0] switch
            {
                'L' => nn.Linear(4, 3),
                'C' => nn.Conv2d(2, 3, 3),
                _ => nn.Embedding(5, 3),
            };
            state = module.state_dict();
        }
        foreach (var (key, values) in given.Named("state")) given.AssertSame(values, state[key], key);
    }
}

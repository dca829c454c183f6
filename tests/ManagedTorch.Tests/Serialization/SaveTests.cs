using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Serialization;

/// <summary>The bytes are those that TorchSharp wrote (behaviour: state dict / save).</summary>
public sealed class SaveTests
{
    private const string LinearBytes = "0206776569676874060201020000C03F0000C03F0462696173060101000000C0";

    [Fact]
    public void Save_OfALinear_WritesTorchSharpsBytes() =>
        Assert.Equal(LinearBytes, Convert.ToHexString(Bytes(Filled())));

    [Fact]
    public void Save_OfATensor_WritesTorchSharpsBytesAndLoadsBack()
    {
        var file = Path.GetTempFileName();
        try
        {
            save(arange(3), file);
            Assert.Equal(
                "040103000000000000000001000000000000000200000000000000", Convert.ToHexString(File.ReadAllBytes(file)));
            Assert.Equal([0L, 1, 2], load(file).data<long>().ToArray());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Load_OfWhatWasSaved_GivesTheSameValues()
    {
        var target = Linear(2, 1);
        var names = new Dictionary<string, bool>();
        target.load(new MemoryStream(Bytes(Filled())), loadedParameters: names);
        Assert.Equal([1.5f, 1.5f], target.weight.detach().data<float>().ToArray());
        Assert.Equal([-2f], target.bias!.detach().data<float>().ToArray());
        Assert.Equal(["weight", "bias"], names.Where(n => n.Value).Select(n => n.Key));
    }

    [Fact]
    public void Load_CutAnywhere_IsRefusedAndLeavesTheModuleAlone()
    {
        var bytes = Convert.FromHexString(LinearBytes);
        for (var length = 0; length < bytes.Length; length++)
        {
            var target = Linear(2, 1);
            var before = target.weight.detach().clone().data<float>().ToArray();
            Assert.Throws<InvalidDataException>(() => target.load(new MemoryStream(bytes[..length])));
            Assert.Equal(before, target.weight.detach().data<float>().ToArray());
        }
    }

    [Fact]
    public void Load_OtherShapeOrForeignFile_SaysWhatWasExpected()
    {
        var shape = Assert.Throws<ArgumentException>(() => Linear(3, 1).load(new MemoryStream(Bytes(Filled()))));
        Assert.Contains("Mismatched tensor shape while loading", shape.Message, StringComparison.Ordinal);
        Assert.Contains("weight: expected [1, 3], got [1, 2]", shape.Message, StringComparison.Ordinal);
        var foreign = Assert.Throws<InvalidDataException>(
            () => Linear(3, 1).load(new MemoryStream("PK\u0003\u0004 a zip archive"u8.ToArray())));
        Assert.Contains("expected 2, but found 80", foreign.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadStateDict_OtherShapeOrKeys_IsRefused()
    {
        var target = Linear(3, 2);
        var source = new Dictionary<string, Tensor> { ["weight"] = full(1, 7f), ["bias"] = zeros(2) };
        Assert.Throws<ArgumentException>(() => target.load_state_dict(source));
        source.Remove("weight");
        var error = Assert.Throws<InvalidOperationException>(() => target.load_state_dict(source));
        Assert.StartsWith("The loaded state_dict is not identical to the target dictionary.", error.Message,
            StringComparison.Ordinal);
        source["x"] = zeros(1);
        var (missing, unexpected) = target.load_state_dict(source, strict: false);
        Assert.Equal(["weight"], missing);
        Assert.Equal(["x"], unexpected);
    }

    private static Linear Filled()
    {
        var linear = Linear(2, 1);
        init.constant_(linear.weight, 1.5);
        init.constant_(linear.bias!, -2);
        return linear;
    }

    private static byte[] Bytes(Module module)
    {
        using var stream = new MemoryStream();
        module.save(stream);
        return stream.ToArray();
    }
}

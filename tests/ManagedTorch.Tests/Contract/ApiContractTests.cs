using System.Text;
using Testing;
using TorchSharp;

namespace ManagedTorch.Tests.Contract;

public class ApiContractTests
{
    [Fact]
    public void PublicMembers_OfTheEngine_AreAllTorchSharps()
    {
        var file = Path.Combine(TestPaths.Root, "tests", "ManagedTorch.Tests", "Contract", "api-0.107.0.txt");
        var contract = File.ReadAllLines(file).ToHashSet(StringComparer.Ordinal);
        var ours = PublicSurface.Of(typeof(torch).Assembly, "TorchSharp");
        var offenders = ours.Where(line => !contract.Contains(line)).ToList();

        TestContext.Current.SendDiagnosticMessage($"{ours.Count} public members, {offenders.Count} not TorchSharp's");
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{ours.Count} of {contract.Count} members of TorchSharp 0.107.0");
        Assert.True(ours.Count > 900, $"expected more than 900 members, found {ours.Count}");
        Assert.True(offenders.Count == 0, Report(offenders, contract));
    }

    [Fact]
    public void Report_OfAWrongSignature_NamesTheNearestLine()
    {
        string[] contract = ["method public A.f(int x) : int", "method public A.g(long y) : int"];
        Assert.Contains("nearest: method public A.f(int x) : int",
            Report(["method public A.f(long x) : int"], contract), StringComparison.Ordinal);
    }

    private static string Report(IEnumerable<string> offenders, IEnumerable<string> contract)
    {
        var byMember = contract.ToLookup(Member, StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (var line in offenders)
        {
            var nearest = byMember[Member(line)].OrderByDescending(c => Common(c, line)).FirstOrDefault();
            text.AppendLine(line).Append("    nearest: ").AppendLine(nearest ?? "none of that name");
        }

        return text.ToString();
    }

    // The kind and the full name: what is before the parameters.
    private static string Member(string line) =>
        line.Split('(', ':')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1];

    private static int Common(string a, string b)
    {
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start]) start++;
        var end = 0;
        while (end < a.Length - start && end < b.Length - start && a[^(end + 1)] == b[^(end + 1)]) end++;
        return start + end;
    }
}

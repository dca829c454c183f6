using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotebookKernel.Display;
using NotebookKernel.Notebooks;
using Testing;

namespace Notebooks.Tests.Engine;

/// <summary>
/// Whether the course compiles against TorchSharp itself: its public members, as its assembly lists them, without their
/// bodies. The packages need not restore for that.
/// </summary>
public class EngineSwitchTests
{
    // A regular expression's generated part, since no generator runs here; an older FSharp.Core that FsCheck names.
    private static readonly string[] Expected = ["CS8795", "CS9248", "CS1701"];

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest, DocumentationMode.None);
    private static readonly CSharpCompilation Contract = CompileContract();
    private static readonly PortableExecutableReference Engine =
        MetadataReference.CreateFromFile(typeof(TorchSharp.torch).Assembly.Location);
    private static readonly CompilationReference ContractReference = Contract.ToMetadataReference();
    private static readonly CSharpCompilation Course =
        Compile("GenAiCourse", "lib/GenAiCourse", [ContractReference, .. CoursePackages()]);
    private static readonly CompilationReference CourseReference = Course.ToMetadataReference();

    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.CSharpErrorMessageFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static readonly string[] CellImports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks",
        "System.Linq", typeof(CellFunctions).FullName!, typeof(DisplayExtensions).FullName!,
    ];

    [Fact]
    public void Contract_AsSource_DeclaresEveryMember()
    {
        var problems = Contract.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(d => d.Severity == DiagnosticSeverity.Error && !IsExpected(d)).ToList();
        Assert.True(problems.Count == 0, Text(problems));
    }

    [Fact]
    public void Library_CompilesAgainstTorchSharpsMembers() => AssertClean(Course);

    // Of what tests share, the benchmarks take only the paths.
    [Fact]
    public void Benchmarks_CompileAgainstTorchSharpsMembers() =>
        AssertClean(Compile(
            "Benchmarks", "tests/Benchmarks/Peers", [ContractReference, CourseReference],
            file => file.Replace('\\', '/').Contains("/tests/Testing/", StringComparison.Ordinal)
                && Path.GetFileName(file) != "TestPaths.cs",
            "tests/Testing"));

    // TorchSharp has more overloads than the course's engine: a call must not mean another one there.
    [Fact]
    public void Library_CallsTheSameMembersOfBothEngines() =>
        AssertSameMembers(Course, Course.ReplaceReference(ContractReference, Engine));

    // All but those that look inside the course's own engine; the project file leaves these out with the switch.
    [Fact]
    public void EngineTests_CompileAgainstTorchSharpsMembers()
    {
        var folder = Path.Combine(TestPaths.Root, "tests", "ManagedTorch.Tests");
        var left = XDocument.Load(Path.Combine(folder, "ManagedTorch.Tests.csproj")).Descendants("Compile")
            .Select(compile => (string?)compile.Attribute("Remove")).OfType<string>()
            .SelectMany(pattern => pattern.Split(';'))
            .Select(pattern => "/ManagedTorch.Tests/" + pattern.Replace("**", "", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(left);
        var tests = Compile("ManagedTorch.Tests", "tests/ManagedTorch.Tests",
            [ContractReference, CourseReference, .. TestPackages()],
            file => left.Any(part => file.Replace('\\', '/').Contains(part, StringComparison.Ordinal)),
            "tests/Testing");
        AssertClean(tests);
    }

    public static TheoryData<string> NotebookFiles => [.. Execution.Notebooks];

    // Solutions and right and wrong variants too: each in the place of its exercise.
    [Theory]
    [MemberData(nameof(NotebookFiles))]
    public void Notebook_CompilesAgainstTorchSharpsMembersAndCallsTheSame(string file)
    {
        var managedCourse = Course.ReplaceReference(ContractReference, Engine).ToMetadataReference();
        MetadataReference[] shared =
            [.. Framework(), MetadataReference.CreateFromFile(typeof(CellFunctions).Assembly.Location)];
        var (contract, managed) = (default(CSharpCompilation), default(CSharpCompilation));
        var solutions = Execution.Solutions(file);
        foreach (var cell in Notebook.Load(Path.Combine(TestPaths.Root, file)).CodeCells)
        {
            var exercise = cell.Tags.Contains("exercise") ? Execution.ExerciseOf(cell) : null;
            string[] kinds = exercise is null ? [] : ["right", "wrong", "solution"];
            var sources = kinds.SelectMany(kind => solutions.Of(kind, exercise!)).Select(section => section.Text);
            var (before, managedBefore) = (contract, managed);
            foreach (var source in sources.Append(cell.Source))
            {
                var tree = CSharpSyntaxTree.ParseText(
                    source.Replace("#r ", "//#r ", StringComparison.Ordinal),
                    Parse.WithKind(SourceCodeKind.Script), $"{file}:{cell.Id}",
                    cancellationToken: TestContext.Current.CancellationToken);
                contract = Script(tree, [.. shared, ContractReference, CourseReference], before);
                managed = Script(tree, [.. shared, Engine, managedCourse], managedBefore);
                AssertClean(contract);
                AssertSameMembers(contract, managed);
            }
        }
        Assert.NotNull(contract);

        static CSharpCompilation Script(
            SyntaxTree tree, IEnumerable<MetadataReference> references, CSharpCompilation? previous) =>
            CSharpCompilation.CreateScriptCompilation("cell", tree, references,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: CellImports),
                previous, typeof(object));
    }

    [Fact]
    public void Compilation_OfWhatTorchSharpLacks_Fails()
    {
        var tree = CSharpSyntaxTree.ParseText(
            "using static TorchSharp.torch; class C { object F() => zeros(2, 3).no_such_member(); }", Parse,
            cancellationToken: TestContext.Current.CancellationToken);
        var errors = CSharpCompilation.Create("x", [tree], [.. Framework(), ContractReference])
            .GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Id == "CS1061");
        Assert.Single(errors);
    }

    private static CSharpCompilation CompileContract()
    {
        var file = Path.Combine(TestPaths.Root, "tests", "ManagedTorch.Tests", "Contract", "api-0.107.0.txt");
        return CSharpCompilation.Create(
            "TorchSharp", [CSharpSyntaxTree.ParseText(ContractSource.Write(File.ReadAllLines(file)), Parse)],
            Framework(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
    }

    private static CSharpCompilation Compile(string name, string folder, MetadataReference[] references,
        Func<string, bool>? leftOut = null, params string[] more)
    {
        var trees = more.Prepend(folder).SelectMany(part => Directory
            .EnumerateFiles(Path.Combine(TestPaths.Root, part), "*.cs", SearchOption.AllDirectories))
            .Where(file => leftOut?.Invoke(file) != true)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Parse, file))
            .Append(CSharpSyntaxTree.ParseText(
                "global using System; global using System.Collections.Generic; global using System.IO;"
                + "global using System.Linq; global using System.Net.Http; global using System.Threading;"
                + "global using System.Threading.Tasks;"
                + (name.EndsWith(".Tests", StringComparison.Ordinal) ? "global using Xunit;" : "")
                + "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Benchmarks\")]", Parse));
        return CSharpCompilation.Create(
            name, trees, [.. Framework(), .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
    }

    private static IEnumerable<MetadataReference> Framework() =>
        Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(file => Path.GetFileName(file) is var name
                && (name.StartsWith("System", StringComparison.Ordinal) || name == "netstandard.dll")
                && !name.Contains("Native", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file));

    // The library's own packages, as its project file names them; each has an assembly of its name.
    private static IEnumerable<MetadataReference> CoursePackages() =>
        XDocument.Load(Path.Combine(TestPaths.Root, "lib", "GenAiCourse", "GenAiCourse.csproj"))
            .Descendants("PackageReference").Select(package => (string)package.Attribute("Include")!)
            .Select(package => MetadataReference.CreateFromFile(
                Path.Combine(AppContext.BaseDirectory, $"{package}.dll")));

    private static IEnumerable<MetadataReference> TestPackages() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(file => Path.GetFileName(file).StartsWith("xunit", StringComparison.Ordinal)
                || Path.GetFileName(file) is "FsCheck.dll" or "FSharp.Core.dll")
            .Select(file => MetadataReference.CreateFromFile(file));

    private static void AssertClean(CSharpCompilation compilation)
    {
        var problems = compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(d => !Expected.Contains(d.Id) && (d.Severity == DiagnosticSeverity.Error
                || (d.Severity == DiagnosticSeverity.Warning && compilation.ScriptCompilationInfo is null))).ToList();
        Assert.True(problems.Count == 0, Text(problems));
    }

    private static void AssertSameMembers(CSharpCompilation contract, CSharpCompilation managed)
    {
        var differences = contract.SyntaxTrees.SelectMany(tree => Members(contract, tree).Zip(Members(managed, tree)))
            .Where(pair => pair.First.Member != pair.Second.Member)
            .Select(pair => $"{pair.First.Place}: {pair.First.Member} in TorchSharp, {pair.Second.Member} here")
            .ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    // Every call, operator, index, conversion and creation: the member that it binds to.
    private static IEnumerable<(string Place, string? Member)> Members(CSharpCompilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        foreach (var node in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes()
            .OfType<ExpressionSyntax>())
        {
            yield return (Place(node), Name(model.GetSymbolInfo(node).Symbol));
            yield return (Place(node), Name(model.GetConversion(node).MethodSymbol));
        }

        static string Place(SyntaxNode node) => $"{node.GetLocation().GetLineSpan()}: {node}";
        static string? Name(ISymbol? symbol)
        {
            while (symbol is IMethodSymbol { OverriddenMethod: { } overridden }) symbol = overridden;
            return symbol?.OriginalDefinition.ToDisplayString(Signature);
        }
    }

    // The contract lists no explicit implementations, no members of other assemblies and no constructors of bases.
    private static bool IsExpected(Diagnostic diagnostic) =>
        diagnostic.Id is "CS0535" or "CS0738" or "CS0534" or "CS0246" or "CS0234" or "CS7036" or "CS0115" or "CS1729"
            or "CS8141";

    private static string Text(IEnumerable<Diagnostic> problems) =>
        string.Join('\n', problems.Take(40).Select(problem => $"{problem}: {Line(problem.Location)}"));

    private static string? Line(Location location) =>
        location.SourceTree?.GetText().Lines[location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
}

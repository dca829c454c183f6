using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;
using NotebookKernel.Display;

namespace NotebookKernel.Scripting;

/// <summary>Runs cells one after another; each sees what the ones before it declared.</summary>
/// <remarks>
/// Knows nothing of threads, notebooks or front ends: <see cref="CellExecutor"/> drives it where a cell must be
/// stoppable.
/// Every cell becomes an assembly that is never unloaded; a new session in a new process is the only way to free them.
/// </remarks>
public sealed class ScriptSession : IDisposable
{
    /// <summary>The version of C# in cells: that of the .NET 10 SDK, whatever this compiler knows besides.</summary>
    internal const LanguageVersion Language = LanguageVersion.CSharp14;

    private static readonly string[] Imports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks",
        "System.Linq", typeof(CellFunctions).FullName!, typeof(DisplayExtensions).FullName!,
    ];

    private readonly ShadowCopies _copies = new();
    private readonly InteractiveAssemblyLoader _loader = new();
    private ScriptOptions _options;
    private ScriptState<object?>? _state;

    /// <summary>An empty session.</summary>
    /// <param name="baseDirectory">The folder to which <c>#r</c> and <c>#load</c> are relative; the notebook's.</param>
    public ScriptSession(string baseDirectory)
    {
        ArgumentNullException.ThrowIfNull(baseDirectory);
        Folder = Path.GetFullPath(baseDirectory);
        _loader.RegisterDependency(typeof(ScriptSession).Assembly);
        _options = ScriptOptions.Default
            .WithReferences(ScriptReferences.Shared)
            .WithMetadataResolver(new CachingReferenceResolver(Folder, _copies))
            .WithSourceResolver(new SourceFileResolver([], Folder))
            .WithImports(Imports)
            .WithLanguageVersion(Language)
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithAllowUnsafe(true)
            .WithEmitDebugInformation(true)
            .WithFileEncoding(Encoding.UTF8);
    }

    /// <summary>The folder to which a cell's paths are relative.</summary>
    internal string Folder { get; }

    /// <summary>What the cells have declared so far, in that order; a name may occur again.</summary>
    internal IReadOnlyList<ScriptVariable> Variables => _state is null ? [] : [.. _state.Variables];

    /// <summary>Compiles and runs one cell. A cell that fails to compile leaves the session as it was.</summary>
    /// <param name="code">The text of the cell.</param>
    /// <param name="cellNumber">1-based; names the cell in messages.</param>
    /// <param name="cancellationToken">Looked at while compiling and between the steps, not inside the cell's
    /// code.</param>
    public async Task<SubmissionResult> RunAsync(
        string code, int cellNumber, CancellationToken cancellationToken = default)
    {
        try
        {
            return TryCompile(code, CellNames.File(cellNumber), out var compiled, cancellationToken) is { } errors
                ? errors
                : await RunAsync(compiled!, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new SubmissionResult.Cancelled();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _copies.Dispose();
        _loader.Dispose();
    }

    /// <summary>Makes assemblies known to all cells from now on.</summary>
    /// <param name="references">For the compiler.</param>
    /// <param name="assemblies">For the runtime: loaded, and used whatever file the compiler has read.</param>
    internal void Add(IEnumerable<MetadataReference> references, IEnumerable<Assembly> assemblies)
    {
        _options = _options.AddReferences(references);
        foreach (var assembly in assemblies) _loader.RegisterDependency(assembly);
    }

    /// <summary>Compiles a cell against the session as it is now.</summary>
    /// <param name="code">The text of the cell.</param>
    /// <param name="file">What errors and traces name: <see cref="CellNames.File"/>, or the path of a script.</param>
    /// <param name="compiled">What to run.</param>
    /// <param name="cancellationToken">Stops the compiler.</param>
    /// <returns>The errors; null when there are none, and then <paramref name="compiled"/> is set.</returns>
    internal SubmissionResult.DidNotCompile? TryCompile(
        string code, string file, out CompiledCell? compiled, CancellationToken cancellationToken)
    {
        var options = _options.WithFilePath(file);
        var script = _state is null
            ? CSharpScript.Create<object?>(code, options, assemblyLoader: _loader)
            : _state.Script.ContinueWith<object?>(code, options);
        try
        {
            script.CreateDelegate(cancellationToken);       // compiles, and keeps what it made for the run
            compiled = new CompiledCell(script, TrailingExpression.Exists(script.GetCompilation(), cancellationToken));
            return null;
        }
        catch (CompilationErrorException error)
        {
            compiled = null;
            return new SubmissionResult.DidNotCompile([.. error.Diagnostics.Select(Diagnostic)]);
        }
    }

    /// <summary>Runs a compiled cell on the calling thread up to its first await.</summary>
    internal async Task<SubmissionResult> RunAsync(CompiledCell cell, CancellationToken cancellationToken)
    {
        // All of the cell's own code has been left here, so an abort has done its work.
        static bool Caught(Exception error) => error is not ThreadAbortException || InterruptedState.TryKeep();
        var state = _state is null
            ? await cell.Script.RunAsync(globals: null, Caught, cancellationToken).ConfigureAwait(false)
            : await cell.Script.RunFromAsync(_state, Caught, cancellationToken).ConfigureAwait(false);
        _state = state;
        return state.Exception is { } error
            ? new SubmissionResult.Threw(error, ExceptionTrace.Of(error))
            : new SubmissionResult.Ran(state.ReturnValue, cell.HasValue);
    }

    /// <summary>The state after the last cell that ran; null before the first.</summary>
    internal ScriptState<object?>? State => _state;

    /// <summary>A compilation of code as the next cell, for questions about code that is not run.</summary>
    internal CSharpCompilation CompilationAfter(ScriptState<object?>? state, string code) => (CSharpCompilation)(
        state is null
            ? CSharpScript.Create<object?>(code, _options, assemblyLoader: _loader)
            : state.Script.ContinueWith<object?>(code, _options)).GetCompilation();

    private static CellDiagnostic Diagnostic(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetMappedLineSpan();
        return new CellDiagnostic(
            diagnostic.Id,
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            CellNames.Words(span.Path),
            span.StartLinePosition.Line + 1,
            span.StartLinePosition.Character + 1);
    }

    /// <summary>A cell that is ready to run once.</summary>
    internal sealed record CompiledCell(Script<object?> Script, bool HasValue);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Scripting;

namespace NotebookKernel.Scripting.Language;

/// <summary>Gives the meaning of code as the session's next cell.</summary>
/// <remarks>
/// What lies before the cell is bound once per state of the session: a keystroke then costs one small syntax tree.
/// </remarks>
internal sealed class SessionModels(ScriptSession session)
{
    private readonly Lock _lock = new();
    private ScriptState<object?>? _state;
    private CSharpCompilation? _empty;

    /// <summary>The state of the session as it is now; null before the first cell.</summary>
    public ScriptState<object?>? State => session.State;

    /// <summary>The meaning of a text without the kernel's own directives.</summary>
    public SemanticModel Of(string text)
    {
        var empty = Empty();
        var old = empty.SyntaxTrees[^1];
        var tree = CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)old.Options);
        return empty.ReplaceSyntaxTree(old, tree).GetSemanticModel(tree);
    }

    private CSharpCompilation Empty()
    {
        lock (_lock)
        {
            var state = session.State;
            if (_empty is null || !ReferenceEquals(_state, state)) _empty = session.CompilationAfter(state, "");
            _state = state;
            return _empty;
        }
    }
}

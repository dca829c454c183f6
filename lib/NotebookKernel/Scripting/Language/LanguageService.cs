using NotebookKernel.Directives;

namespace NotebookKernel.Scripting.Language;

/// <summary>Answers what an editor asks about the code of a cell; runs nothing.</summary>
/// <remarks>Positions are UTF-16 units. Safe to ask while a cell runs: the answers are those from before it.</remarks>
/// <param name="session">The session in which the cell would run.</param>
public sealed class LanguageService(ScriptSession session)
{
    private readonly SessionModels _models = new(session);

    /// <summary>What can stand at a position.</summary>
    /// <param name="code">The text of the cell.</param>
    /// <param name="position">The caret, from 0 to the length of the text.</param>
    /// <param name="cancellationToken">Looked at between the steps.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position lies outside the text.</exception>
    public CompletionList Complete(string code, int position, CancellationToken cancellationToken = default)
    {
        Check(code, position);
        cancellationToken.ThrowIfCancellationRequested();
        if (DirectiveCompletion.Complete(code, position, session.Folder) is { } directives) return directives;
        var caret = Caret.Find(_models, code, position);
        cancellationToken.ThrowIfCancellationRequested();
        return caret is null ? CompletionList.None(position) : Completer.Complete(caret);
    }

    /// <summary>What is known of the name at a position, or of the call whose arguments are there.</summary>
    /// <param name="code">The text of the cell.</param>
    /// <param name="position">The caret, from 0 to the length of the text.</param>
    /// <returns>Null when nothing with a name is there.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The position lies outside the text.</exception>
    public Inspection? Inspect(string code, int position, CancellationToken cancellationToken = default)
    {
        Check(code, position);
        cancellationToken.ThrowIfCancellationRequested();
        var state = _models.State;
        return new Inspector(_models.Of(DirectiveText.CodeOnly(code)), state).Inspect(position);
    }

    /// <summary>Whether a text can be run, or wants further lines first.</summary>
#pragma warning disable CA1822 // a question to the service like the other two, whatever it takes to answer it
    public Completeness IsComplete(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Completeness.Of(code);
    }
#pragma warning restore CA1822

    private static void Check(string code, int position)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (position < 0 || position > code.Length)
            throw new ArgumentOutOfRangeException(
                nameof(position), position, $"expected a position from 0 to {code.Length}, the end of the cell");
    }
}

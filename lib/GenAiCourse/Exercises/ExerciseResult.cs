using System.Net;
using System.Text.Json.Nodes;
using GenAiCourse.Display;

namespace GenAiCourse.Exercises;

/// <summary>What became of an exercise.</summary>
public enum Outcome
{
    /// <summary>The stub still stands.</summary>
    NotAttempted,

    /// <summary>Every expectation holds.</summary>
    Right,

    /// <summary>An expectation does not hold.</summary>
    Wrong,
}

/// <summary>What a check found, shown as a coloured card.</summary>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Outcome">One of three.</param>
/// <param name="Message">What is missing, what was proved, or the first difference.</param>
[TypeFormatterSource(typeof(DisplayFormatters),
    PreferredMimeTypes = [DisplayFormatters.Check, DisplayFormatters.Html, DisplayFormatters.Plain])]
public sealed record ExerciseResult(string Exercise, Outcome Outcome, string Message) : IDisplayable
{
    /// <summary>One line: the outcome and the message.</summary>
    public override string ToString() => $"{Words}: {Message}";

    string? IDisplayable.Represent(string mimeType) => mimeType switch
    {
        DisplayFormatters.Html =>
            $"<div style=\"border-left:6px solid {Color};background:{Tint};color:#24292f;" +
            $"padding:8px 12px;border-radius:4px\">" +
            $"<b>{Symbol} {Words}</b><br/>{WebUtility.HtmlEncode(Message)}</div>",
        DisplayFormatters.Plain => ToString(),
        DisplayFormatters.Check => new JsonObject
        {
            ["exercise"] = Exercise,
            ["outcome"] = Words,
            ["message"] = Message,
        }.ToJsonString(),
        _ => null,
    };

    private string Words => Outcome switch { Outcome.Right => "right", Outcome.Wrong => "wrong", _ => "not attempted" };

    private string Symbol => Outcome switch { Outcome.Right => "✓", Outcome.Wrong => "✗", _ => "○" };

    private string Color => Outcome switch { Outcome.Right => "#1a7f37", Outcome.Wrong => "#cf222e", _ => "#8c959f" };

    private string Tint => Outcome switch { Outcome.Right => "#dafbe1", Outcome.Wrong => "#ffebe9", _ => "#f6f8fa" };
}

using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NotebookKernel.Display;

namespace NotebookKernel.Worker;

/// <summary>Turns a cell's output into lines of the protocol.</summary>
/// <param name="cell">The number of the cell, so that late output still says whose it is.</param>
/// <param name="outbox">Where lines go. It is bounded: a cell that prints faster than anybody reads has to
/// wait.</param>
/// <param name="replies">Answers to <see cref="Input"/>; a null answer says that nobody is there.</param>
internal sealed class WorkerHost(int cell, BlockingCollection<string> outbox, BlockingCollection<string?> replies)
    : IKernelHost
{
    public void Stream(StreamName stream, string text) => Send(Message.Stream, new JsonObject
    {
        [Message.Name] = stream == StreamName.StandardOutput ? Message.StandardOutput : Message.StandardError,
        [Message.Text] = text,
    });

    public void Display(MimeBundle bundle, string? displayId) => Send(Message.Display, new JsonObject
    {
        [Message.Data] = bundle.ToJson(),
        [Message.DisplayId] = displayId,
    });

    public void UpdateDisplay(MimeBundle bundle, string displayId) => Send(Message.Update, new JsonObject
    {
        [Message.Data] = bundle.ToJson(),
        [Message.DisplayId] = displayId,
    });

    public void ShowResult(MimeBundle bundle) =>
        Send(Message.Result, new JsonObject { [Message.Data] = bundle.ToJson() });

    public void ClearOutput(bool wait) => Send(Message.Clear, new JsonObject { [Message.Wait] = wait });

    public string Input(string prompt, bool isPassword)
    {
        Send(Message.Input, new JsonObject { [Message.Prompt] = prompt, [Message.Password] = isPassword });
        return replies.Take() ?? throw NobodyToAsk.Error();
    }

    /// <summary>Says how the cell ended; the last line of a cell.</summary>
    public void Done(JsonObject outcome) => Send(Message.Done, outcome);

    private void Send(string type, JsonObject fields)
    {
        fields[Message.Type] = type;
        fields[Message.Cell] = cell;
        outbox.Add(fields.ToJsonString());
    }
}

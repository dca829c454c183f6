using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NotebookKernel.Display;

namespace NotebookKernel.Jupyter;

/// <summary>Questions of a running cell to the reader, through the client that sent the cell.</summary>
internal sealed class StandardInput(KernelChannels channels) : IDisposable
{
    private readonly BlockingCollection<string> _answers = [];

    /// <summary>Takes the answers as they come, until the sockets close.</summary>
    public void Receive()
    {
        foreach (var message in channels.Read(KernelChannels.Channel.Stdin))
            if (message.Type == "input_reply")
                _answers.Add(message.Content.Text("value") ?? "");
    }

    /// <summary>Asks and waits. The wait ends with the cell: an interrupt wakes its thread.</summary>
    /// <exception cref="NotSupportedException">The client has nobody to ask.</exception>
    public string Ask(JupyterMessage request, string prompt, bool isPassword)
    {
        if (!request.Content.Flag("allow_stdin", otherwise: true))
            throw NobodyToAsk.Error();
        while (_answers.TryTake(out _))
        {
            // Answers to a question that was interrupted are nobody's.
        }
        channels.Send(KernelChannels.Channel.Stdin, request, "input_request", new JsonObject
        {
            ["prompt"] = prompt,
            ["password"] = isPassword,
        });
        return _answers.Take();
    }

    public void Dispose() => _answers.Dispose();
}

namespace NotebookKernel.Worker;

/// <summary>The words of the line protocol between a notebook's owner and its worker: one JSON object a line.</summary>
internal static class Message
{
    public const string Type = "type";

    // To the worker.
    public const string Execute = "execute";
    public const string Interrupt = "interrupt";
    public const string InputReply = "input_reply";

    // From the worker.
    public const string Ready = "ready";
    public const string Stream = "stream";
    public const string Display = "display";
    public const string Update = "update";
    public const string Clear = "clear";
    public const string Result = "result";
    public const string Input = "input";
    public const string Done = "done";

    // Fields.
    public const string Cell = "cell";
    public const string Code = "code";
    public const string Name = "name";
    public const string Text = "text";
    public const string Data = "data";
    public const string DisplayId = "display_id";
    public const string Wait = "wait";
    public const string Prompt = "prompt";
    public const string Password = "password";
    public const string Status = "status";
    public const string ErrorName = "ename";
    public const string ErrorValue = "evalue";
    public const string Traceback = "traceback";
    public const string Line = "line";
    public const string Column = "column";
    public const string Abandoned = "abandoned";
    public const string PeakMemory = "peak_memory";
    public const string Uses = "uses";
    public const string Names = "names";

    // Values of Status.
    public const string Ok = "ok";
    public const string Error = "error";
    public const string Cancelled = "cancelled";

    // Values of Name.
    public const string StandardOutput = "stdout";
    public const string StandardError = "stderr";
}

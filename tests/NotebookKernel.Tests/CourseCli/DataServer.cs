using System.Net;

namespace NotebookKernel.Tests.CourseCli;

/// <summary>A web server on the loopback interface, whose answers a test sets.</summary>
internal sealed class DataServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, Func<HttpListenerContext, int, bool>> _answers = [];

    public DataServer()
    {
        // A free port is found by trying, since the listener takes none by itself.
        for (var port = 20_000 + Environment.ProcessId % 20_000; ; port++)
        {
            try
            {
                Address = $"http://127.0.0.1:{port}";
                _listener.Prefixes.Clear();
                _listener.Prefixes.Add(Address + "/");
                _listener.Start();
                break;
            }
            catch (HttpListenerException) when (port < 60_000)
            {
                continue;
            }
        }
        _ = Task.Run(AnswerAsync);
    }

    public string Address { get; }

    /// <summary>The paths that were asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    public void Dispose() => _listener.Close();

    /// <summary>Answers a path with bytes.</summary>
    public void Serve(string path, byte[] bytes) => _answers[path] = (context, _) =>
    {
        context.Response.ContentLength64 = bytes.Length;
        context.Response.OutputStream.Write(bytes);
        return true;
    };

    /// <summary>
    /// Answers a path by its own rule, which gets the number of the call and says whether to end in order.
    /// </summary>
    public void Serve(string path, Func<HttpListenerContext, int, bool> answer) => _answers[path] = answer;

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            var path = context.Request.Url!.AbsolutePath;
            lock (Asked) Asked.Add(path);
            if (!_answers.TryGetValue(path, out var answer)) context.Response.StatusCode = 404;
            else if (!answer(context, Asked.Count(asked => asked == path)))
            {
                context.Response.Abort();
                continue;
            }
            context.Response.Close();
        }
    }
}

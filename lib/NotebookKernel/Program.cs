using NotebookKernel.Worker;

return args is ["worker"]
    ? await WorkerProcess.RunAsync().ConfigureAwait(false)
    : WorkerProcess.Refuse();

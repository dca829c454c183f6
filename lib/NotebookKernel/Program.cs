using NotebookKernel.Jupyter;
using NotebookKernel.Worker;

return args switch
{
    ["worker"] => await WorkerProcess.RunAsync().ConfigureAwait(false),
    ["jupyter", var connectionFile] => await JupyterProcess.RunAsync(connectionFile).ConfigureAwait(false),
    _ => WorkerProcess.Refuse(),
};

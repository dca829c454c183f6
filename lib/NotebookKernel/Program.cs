using NotebookKernel.Jupyter;
using NotebookKernel.Worker;

return args switch
{
    ["worker"] => await WorkerProcess.RunAsync().ConfigureAwait(false),
    ["jupyter", var connectionFile] => JupyterProcess.Run(connectionFile),
    _ => WorkerProcess.Refuse(),
};

namespace CourseCli.Checks;

/// <summary>The checks behind <c>course doctor</c>, all at once.</summary>
internal static class MachineChecks
{
    // Other programs and servers that answer later count as not answering: a learner waits for the whole of it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.4);

    public static async Task<IReadOnlyList<Check>> RunAsync(
        Surroundings surroundings, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        var machine = surroundings.Machine;
        var repository = CourseRepository.Find(surroundings.CurrentDirectory);
        Task<Check>[] asked =
        [
            FeedCheck.RunAsync(machine, repository, limit.Token),
            JupyterCheck.RunAsync(machine, limit.Token),
            VisualStudioCodeCheck.RunAsync(surroundings, limit.Token),
            GraphicsCheck.RunAsync(machine, repository, limit.Token),
        ];
        var answers = await Task.WhenAll(asked).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return
        [
            SdkCheck.Run(machine),
            answers[0],
            CourseChecks.Repository(repository),
            CourseChecks.Library(repository),
            EngineCheck.Run(surroundings, repository),
            DocumentationCheck.Run(machine, "Microsoft.NETCore.App.Ref"),
            DocumentationCheck.Run(machine, "Microsoft.AspNetCore.App.Ref"),
            CourseChecks.Notebooks(repository, surroundings),
            KernelCheck.Run(surroundings),
            answers[1],
            answers[2],
            answers[3],
            DataCheck.Run(surroundings),
            .. HardwareChecks.Run(),
        ];
    }
}

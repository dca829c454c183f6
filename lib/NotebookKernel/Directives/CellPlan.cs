namespace NotebookKernel.Directives;

/// <summary>What a cell asks for, all of it known before any of it runs.</summary>
/// <param name="Parts">The steps, in order.</param>
/// <param name="IsTimed">True when the cell says <c>#!time</c>.</param>
/// <param name="Packages">The packages that have to be there before the first step.</param>
/// <param name="Sources">Places where packages are looked for, beside those of the machine's configuration.</param>
internal sealed record CellPlan(
    IReadOnlyList<CellPart> Parts,
    bool IsTimed,
    IReadOnlyList<PackageRequest> Packages,
    IReadOnlyList<string> Sources);

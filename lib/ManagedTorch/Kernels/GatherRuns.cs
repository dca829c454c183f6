namespace TorchSharp.Kernels;

/// <summary>Neighbouring columns of a panel that are read and written along one row.</summary>
/// <param name="Source">Where they are read from in the first channel of the staged images.</param>
/// <param name="Target">Where they are written to in the first channel of the target.</param>
/// <param name="Column">The first one's place in the panel.</param>
/// <param name="Length">How many they are.</param>
internal readonly record struct GatherRun(int Source, int Target, int Column, int Length);

/// <summary>Finds the runs of a panel; its columns count the grid positions of all images.</summary>
internal readonly unsafe struct GatherRuns(GatherPlan plan)
{
    /// <summary>Writes the runs of <paramref name="width"/> columns, fewer at the end; gives their number.</summary>
    public int Fill(int first, int width, GatherRun* runs)
    {
        var (grid, planes, target) = (plan.Grid, plan.Staging.Size, plan.Target);
        var (origin, step) = (plan.TargetBase, plan.TargetStep);
        var (count, unit) = (0, plan.Unit);
        var end = Math.Min(first + width, plan.Batch * plan.Positions);
        for (var column = first; column < end;)
        {
            var (n, position) = Math.DivRem(column, plan.Positions);
            var (line, inLine) = Math.DivRem(position, grid[2] * unit);
            var (z, y) = Math.DivRem(line, grid[1]);
            var (x, inUnit) = Math.DivRem(inLine, unit);
            var length = Math.Min((unit > 1 ? unit - inUnit : grid[2] - x), end - column);
            var run = new GatherRun(
                n * plan.Groups * plan.Channels * plan.SourceArea + (z * planes[1] + y) * planes[2] * unit + inLine,
                n * plan.Groups * plan.Rows * plan.TargetArea
                    + (((z * step[0] + origin[0]) * target[1] + y * step[1] + origin[1]) * target[2]
                    + x * step[2] + origin[2]) * unit + inUnit,
                column - first, length);
            if (count > 0 && Continues(runs[count - 1], run, unit > 1 ? 1 : step[2]))
                runs[count - 1] = runs[count - 1] with { Length = runs[count - 1].Length + length };
            else
                runs[count++] = run;
            column += length;
        }
        return count;
    }

    private static bool Continues(GatherRun before, GatherRun run, int step) =>
        run.Source == before.Source + before.Length && run.Target == before.Target + before.Length * step;
}

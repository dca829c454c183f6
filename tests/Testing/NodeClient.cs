using System.ComponentModel;
using System.Diagnostics;

namespace Testing;

/// <summary>Node and its packages, for tests against clients that we did not write.</summary>
internal static class NodeClient
{
    private static readonly Lazy<bool> HasNode = new(() =>
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    });

    /// <summary>
    /// The node_modules folder with a package, from COURSE_NODE_MODULES or where tests/install-clients.sh puts it; null
    /// when the package or Node itself is missing.
    /// </summary>
    public static string? Modules(string package)
    {
        var given = Environment.GetEnvironmentVariable("COURSE_NODE_MODULES");
        var folder = string.IsNullOrEmpty(given)
            ? Path.Combine(TestPaths.Root, ".artifacts", "node", "node_modules")
            : given;
        return HasNode.Value && Directory.Exists(Path.Combine(folder, package)) ? folder : null;
    }

    /// <summary>As <see cref="Modules"/>; skips the test, saying why, where the package is missing.</summary>
    public static string Require(string package)
    {
        var folder = Modules(package);
        Assert.SkipWhen(folder is null, $"needs Node with {package}: tests/install-clients.sh installs it");
        return folder!;
    }
}

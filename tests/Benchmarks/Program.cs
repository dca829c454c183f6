using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Benchmarks.Peers;

// dotnet run -c Release --project tests/Benchmarks -- --filter *          BenchmarkDotNet's classes
// dotnet run -c Release --project tests/Benchmarks -- peers [name…]       the peers' workloads, one JSON line a value
if (args is ["peers", .. var names]) return PeerRun.Run(names);

var artifacts = Path.Combine(Testing.TestPaths.Root, ".artifacts", "benchmarks");
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.WithArtifactsPath(artifacts));
return 0;

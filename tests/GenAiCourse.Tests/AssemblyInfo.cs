// The engine's generator is one for the whole process, as PyTorch's is: two tests that seed it must not run at once.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

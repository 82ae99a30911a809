using BenchmarkDotNet.Running;
using UpperBack.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(Recommending).Assembly).Run(args);

using System.CommandLine;
using UpperBack.Load;

return await CommandLine.Root().Parse(args).InvokeAsync();

using UpperBack.Api.Commands;

return await CommandLine.Root().Parse(args).InvokeAsync();

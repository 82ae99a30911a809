using System.Security.Cryptography;
using System.Text;

namespace UpperBack.Api.Pages;

/// <summary>How the pages look. The sheet stands within each page, and the content security policy allows it by its hash.</summary>
internal static class Stylesheet
{
    /// <summary>The sheet.</summary>
    public const string Css = """
        :root { color-scheme: light dark; --paper: #fbfaf7; --ink: #1d2528; --soft: #5a666a; --line: #dfe3e0; --raised: #fff;
          --accent: #0b6560; }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #131819; --ink: #e4e9e8; --soft: #9caaab; --line: #2c3536; --raised: #1b2223; --accent: #6ecdc4; }
        }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 46rem; padding: 0 1.25rem; background: var(--paper); color: var(--ink);
          font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
        header { padding: 1.5rem 0; }
        header a { color: var(--ink); font-weight: 650; text-decoration: none; }
        h1 { margin: 1.5rem 0 1rem; font-size: clamp(1.75rem, 6vw, 2.5rem); line-height: 1.15; letter-spacing: -0.02em;
          text-wrap: balance; overflow-wrap: break-word; }
        h2 { margin: 2.75rem 0 0.75rem; font-size: 1.25rem; line-height: 1.3; }
        h3 { margin: 0; font-size: 1.0625rem; line-height: 1.4; }
        p { margin: 0.5rem 0; }
        a { color: var(--accent); text-underline-offset: 0.2em; overflow-wrap: anywhere; }
        a:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 3px; }
        code, pre { font: 0.9em/1.55 ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; }
        pre { margin: 0.75rem 0; padding: 0.75rem 1rem; background: var(--raised); border: 1px solid var(--line); border-radius: 0.5rem;
          white-space: pre-wrap; overflow-wrap: anywhere; }
        pre code { font-size: 0.9375rem; }
        .lead { font-size: 1.1875rem; color: var(--soft); }
        .above { margin: 1.5rem 0 -1rem; font-size: 0.9375rem; }
        ul { list-style: none; margin: 0; padding: 0; }
        .doors { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr)); gap: 0.75rem; }
        .doors a { display: block; height: 100%; padding: 0.875rem 1rem; background: var(--raised); border: 1px solid var(--line);
          border-radius: 0.5rem; text-decoration: none; }
        .doors a:hover { border-color: var(--accent); }
        .doors span { display: block; color: var(--soft); font-size: 0.9375rem; line-height: 1.4; }
        .example { padding: 1.25rem 0 0.5rem; border-top: 1px solid var(--line); }
        .status { display: inline-block; padding: 0 0.5rem; border: 1px solid var(--line); border-radius: 1rem; color: var(--soft);
          font-size: 0.875rem; font-variant-numeric: tabular-nums; }
        .kinds { margin-top: 2rem; }
        .kinds li { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: baseline; padding: 0.75rem 0; border-top: 1px solid var(--line); }
        .kinds div { flex: 1; min-width: min(10rem, 100%); overflow-wrap: break-word; }
        .kinds p { margin: 0.125rem 0 0; color: var(--soft); font-size: 0.9375rem; line-height: 1.5; }
        footer { margin: 4rem 0 2rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.9375rem; }
        footer nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
        """;

    /// <summary>A spine of five vertebrae, as a data address, so that no page asks for /favicon.ico.</summary>
    public const string Icon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E" +
        "%3Cpath d='M7 1.5h4M6 4.75h4M5.5 8h4M6 11.25h4M7 14.5h4' stroke='%230b8a82' stroke-width='2' stroke-linecap='round'/%3E%3C/svg%3E";

    /// <summary>The hash of the sheet, as a source expression of the content security policy.</summary>
    public static readonly string Hash = $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}";
}

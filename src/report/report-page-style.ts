/** The style sheet of `report.html`. Its hash stands in the page's content security policy: nothing else may style it. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1c2330; --dim: #5b6577; --paper: #fff; --card: #f5f7fa; --line: #d9dee7;
  --good: #1a7f4b; --calm: #5b6577; --warn: #b26a00; --bad: #c0312b; --link: #0b5cad; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7ebf2; --dim: #9aa5b8; --paper: #12161d; --card: #1a2029; --line: #313a48;
  --good: #4cc38a; --calm: #8b97ab; --warn: #e5a13c; --bad: #ff6f66; --link: #6fb3ff; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 2rem clamp(1rem, 4vw, 3rem); background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 80rem; margin: 0 auto; }
h1 { margin: 0 0 .25rem; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.2rem; }
p { margin: .25rem 0; max-width: 75ch; }
.dim { color: var(--dim); }
.badge { display: inline-block; padding: .1rem .6rem; border-radius: 1rem; border: 1px solid currentColor; font-size: 1rem;
  vertical-align: middle; }
.good { color: var(--good); fill: var(--good); } .calm { color: var(--calm); fill: var(--calm); }
.warn { color: var(--warn); fill: var(--warn); } .bad { color: var(--bad); fill: var(--bad); }
.bar { display: block; width: 100%; height: 1rem; margin: 1rem 0; border-radius: .5rem; }
.tiles { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; margin: 1rem 0; list-style: none; }
.tiles li { min-width: 7.5rem; padding: .6rem .9rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
.tiles b { display: block; font-size: 1.4rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem; }
table { width: 100%; min-width: 45rem; border-collapse: collapse; font-size: .9rem; }
th, td { padding: .45rem .7rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th { background: var(--card); font-weight: 600; }
tbody tr:last-child > * { border-bottom: 0; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
caption { padding: .45rem .7rem; text-align: left; color: var(--dim); }
code { font: .9em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.hint { color: var(--dim); }
@media print { body { padding: 0; } .scroll { overflow: visible; border: 0; } }
`;

/** SHA-256 of the style sheet in base64. */
export const PAGE_STYLE_HASH = 'IW18YFU8BDhfJGxZVq5hVPL0TvhEwL1/OqI39QfYB9M=';

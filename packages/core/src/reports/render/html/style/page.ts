/** The page itself: type, rhythm, heading, tiles, navigation. */
export const PAGE = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
header,nav,main,footer{max-width:76rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2.5rem)}
header{padding-block:2.75rem 1.5rem}
.brand{margin:0;color:var(--muted);font-size:.8125rem;font-weight:600;letter-spacing:.08em;text-transform:uppercase}
h1{margin:.25rem 0 1rem;font-size:clamp(2rem,5vw,2.75rem);line-height:1.1;font-weight:650;letter-spacing:-.02em}
h2{margin:0 0 .375rem;font-size:1.375rem;line-height:1.25;font-weight:650;letter-spacing:-.01em}
h3,h4{margin:0}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
code{font:.9em ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;word-break:break-all}
small{font-size:.8125rem;color:var(--muted);font-weight:400}
.skip{position:absolute;left:1rem;top:-4rem;padding:.5rem 1rem;background:var(--surface)}
.skip:focus{top:1rem}
.facts{display:flex;flex-wrap:wrap;gap:.375rem 2rem;margin:0;font-size:.9375rem}
.facts div{display:flex;gap:.5rem;min-width:0}
.facts dt{color:var(--muted)}
.facts dd{margin:0;min-width:0}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.75rem;margin:1.75rem 0 0}
.tile{padding:1rem 1.125rem;background:var(--surface);border:1px solid var(--line);border-radius:.625rem}
.tile dt{display:flex;align-items:center;font-size:.875rem;color:var(--muted)}
.tile dd{margin:.25rem 0 0;font-size:1.375rem;line-height:1.25;font-weight:600;letter-spacing:-.01em}
.tile .share{margin:0;font-size:.8125rem;font-weight:400;letter-spacing:0;color:var(--muted)}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:0;padding:.75rem 0;list-style:none;border-block:1px solid var(--line);font-size:.9375rem}
nav a{display:inline-block;padding-block:.25rem;text-decoration:none}
nav a:hover{text-decoration:underline}
section{padding-block:2.75rem .5rem}
h2+.scroll{margin-top:.875rem}
.intro{max-width:46rem;margin:0 0 1.25rem;color:var(--muted)}
.note,.empty{margin:1rem 0;padding:.75rem 1rem;border-inline-start:3px solid var(--line);color:var(--muted);font-size:.9375rem}
.none{color:var(--muted);font-style:italic;white-space:nowrap}
.name{white-space:pre-wrap}
.long{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden;max-width:28rem;min-width:9rem;overflow-wrap:anywhere;font-size:.875em;line-height:1.35}
.ok{color:var(--good)}
.wrong{color:var(--bad)}
footer{margin-top:3rem;padding-block:1.5rem 3rem;color:var(--muted);font-size:.875rem}
footer p{max-width:46rem;margin:0 0 .5rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media (max-width:34rem){header{padding-block:1.75rem 1rem}.tiles{grid-template-columns:1fr 1fr}.tile{padding:.75rem .875rem}.tile dd{font-size:1.125rem}.tile-bill{grid-column:1/-1}.tile-bill dd{font-size:1.5rem}section{padding-block-start:2rem}}
`;

/** Charts: painted parts with their patterns, the funnel, the bars and their keys. */
export const CHARTS = `
.node,.part,.swatch{background:var(--fill);color:var(--on-fill);box-shadow:inset 0 0 0 1px var(--edge);print-color-adjust:exact;-webkit-print-color-adjust:exact;forced-color-adjust:none}
.shared:is(.node,.part,.swatch){background:repeating-linear-gradient(135deg,var(--stripe) 0 3px,var(--fill) 3px 8px)}
.unallocated:is(.node,.part,.swatch){background:radial-gradient(var(--stripe) 1.75px,transparent 2.25px) 0 0/8px 8px var(--fill)}
.excluded:is(.node,.part,.swatch){background:repeating-linear-gradient(0deg,var(--stripe) 0 1px,var(--fill) 1px 5px)}
.below:is(.part,.swatch){outline:2px dashed var(--bad);outline-offset:-3px}
figure{margin:0 0 1rem;padding:1.25rem;background:var(--surface);border:1px solid var(--line);border-radius:.625rem}
.funnel svg{display:block;width:100%;height:3.25rem}
.funnel .layer{position:relative;height:2.75rem}
.node{position:absolute;inset-block:0;border-radius:3px;display:flex;align-items:center;gap:.375rem;overflow:hidden;white-space:nowrap;font-size:.875rem;container-type:inline-size}
.node b,.node em{display:none;font-style:normal}
.node b{margin-inline-start:.625rem;font-weight:600}
.shared:is(.node,.part) :is(b,em){padding:.0625rem .3125rem;margin-inline-start:.3125rem;border-radius:3px;background:var(--fill)}
.shared:is(.node,.part) em{margin-inline-start:0}
.shared.node{gap:0}
.to-direct{fill:#2a68a8;opacity:.2}
.to-shared{fill:#d48a1f;opacity:.24}
.to-unallocated{fill:#a8506a;opacity:.22}
.to-excluded{fill:#7b8794;opacity:.22}
.names{position:relative;height:3.75rem;margin-top:.375rem;font-size:.8125rem;line-height:1.3}
.names span{position:absolute;container-type:inline-size;overflow:hidden}
.names b{font-weight:600;color:var(--muted)}
.names em{display:none;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-style:normal}
.teams{display:grid;gap:1rem}
.team{min-width:0;padding:1.125rem 1.25rem 1.25rem;background:var(--surface);border:1px solid var(--line);border-radius:.625rem}
.team h3{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem .625rem;font-size:1.0625rem;font-weight:600}
.team h3 .of{margin-inline-start:auto}
.rank{color:var(--muted);font-weight:600}
.team h4{margin:.875rem 0 .25rem;color:var(--muted);font-size:.8125rem;font-weight:500}
.bar{position:relative;height:2rem}
.part{position:absolute;inset-block:0;border-inline:1px solid var(--surface);overflow:hidden;display:flex;align-items:center;font-size:.8125rem;container-type:inline-size;border-radius:3px}
.part b,.part em{display:none;margin-inline-start:.4375rem;font-style:normal;white-space:nowrap}
.zero{position:absolute;inset-block:-.25rem;width:2px;margin-left:-1px;background:var(--ink);z-index:1}
.key{display:flex;flex-wrap:wrap;gap:.375rem 1.5rem;margin:.625rem 0 0;padding:0;list-style:none;font-size:.875rem}
.key li{display:flex;align-items:baseline;gap:.5rem;min-width:0;max-width:100%}
.key .long{-webkit-line-clamp:1}
.of{white-space:nowrap}
.of small{margin-inline-start:.25rem}
.swatch{display:inline-grid;place-items:center;flex:none;min-width:1.375rem;height:1.25rem;padding-inline:.25rem;border-radius:3px;font-size:.75rem;font-weight:600;line-height:1}
th .swatch,dt .swatch{min-width:.875rem;height:.875rem;padding:0;margin-inline-end:.5rem;vertical-align:-.0625rem}
@container (min-width:1.375rem){.part b{display:block}}
@container (min-width:6.25rem){.node b{display:block}}
@container (min-width:8.5rem){.node em{display:block}}
@container (min-width:5.5rem){.part em{display:block;overflow:hidden;text-overflow:ellipsis}.names em{display:block}}
@media (max-width:34rem){figure,.team{padding:.875rem}.funnel svg{height:2.5rem}.key{display:grid;grid-template-columns:minmax(0,1fr)}.key .of{margin-inline-start:auto}.names{height:2.75rem}.names .amount{display:none!important}.team h3 .of{margin-inline-start:0;width:100%}}
`;

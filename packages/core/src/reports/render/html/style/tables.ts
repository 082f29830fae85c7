/** Tables: calm rules, figures to the right, each in a frame that scrolls by itself. */
export const TABLES = `
.scroll{overflow-x:auto;background:var(--surface);border:1px solid var(--line);border-radius:.625rem}
table{width:100%;border-collapse:collapse;font-size:.9375rem}
caption{padding:.875rem 1.125rem .25rem;text-align:start;color:var(--muted);font-size:.8125rem}
th,td{overflow-wrap:break-word;padding:.4375rem 1.125rem;text-align:start;vertical-align:baseline;font-weight:400}
thead th{color:var(--muted);font-size:.8125rem;font-weight:600;border-bottom:1px solid var(--line)}
tbody tr+tr>*,tbody+tbody>tr:first-child>*{border-top:1px solid var(--line)}
.figure{text-align:end;white-space:nowrap}
.group>*,.strong>*{font-weight:600}
.group~tr>:first-child{padding-inline-start:2.25rem}
tfoot>tr>*{font-weight:600;border-top:2px solid var(--line)}
tbody tr:hover>*{background:color-mix(in srgb,var(--line) 35%,transparent)}
.method{color:var(--muted);font-weight:400;font-size:.875rem;margin-inline-start:.5rem}
.step{padding-inline-start:1.125rem}
.side-by-side{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1rem;align-items:start}
.side-by-side>*{min-width:0}
/* a shadow at the edge beyond which a table goes on */
@media screen and (max-width:60rem){.scroll{background:linear-gradient(90deg,var(--surface) 1rem,transparent 2rem) 0 0/2rem 100% no-repeat local,linear-gradient(270deg,var(--surface) 1rem,transparent 2rem) 100% 0/2rem 100% no-repeat local,linear-gradient(90deg,color-mix(in srgb,var(--ink) 18%,transparent),transparent) 0 0/.75rem 100% no-repeat scroll,linear-gradient(270deg,color-mix(in srgb,var(--ink) 18%,transparent),transparent) 100% 0/.75rem 100% no-repeat scroll,var(--surface)}}
@media (max-width:34rem){table{font-size:.875rem}td small{display:block;min-width:7rem}.rest .none{white-space:normal}th,td{padding:.4375rem .5rem}th:first-child,td:first-child{padding-inline-start:.875rem}th:last-child,td:last-child{padding-inline-end:.875rem}.group~tr>:first-child{padding-inline-start:1.5rem}}
`;

/** Colours of a mail, each pair with enough contrast; in the dark the second. */
export const COLOURS = {
  ground: ["#f2f4f7", "#14171c"],
  paper: ["#ffffff", "#1d2229"],
  ink: ["#1b2430", "#e8edf3"],
  faint: ["#55606e", "#a9b4c2"],
  line: ["#d9dee5", "#3a424d"],
  accent: ["#1f5fa8", "#8dbcf2"],
} as const;

/** Bars: the parts of a total, in their order. */
export const BARS = ["#1f5fa8", "#7fb2e5", "#b7791f", "#8a94a1"] as const;

/** What Outlook knows comes first: it takes a serif where it does not know the first. */
const FONT = "font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const BREAK = "word-break:break-word;overflow-wrap:anywhere";

/** Inline styles, since many programs heed nothing else. */
export const STYLE = {
  body: `margin:0;padding:0;background-color:${COLOURS.ground[0]};-webkit-text-size-adjust:100%`,
  outer: `background-color:${COLOURS.ground[0]};border-collapse:collapse`,
  paper: `background-color:${COLOURS.paper[0]};border-collapse:collapse;width:100%;max-width:600px`,
  inside: `padding:20px 16px;${FONT};color:${COLOURS.ink[0]};font-size:14px;line-height:20px;${BREAK}`,
  title: `margin:0;font-size:20px;line-height:26px;font-weight:600;color:${COLOURS.ink[0]}`,
  faint: `margin:0;color:${COLOURS.faint[0]};font-size:13px;line-height:18px`,
  amount: `margin:12px 0 0;font-size:30px;line-height:36px;font-weight:700;color:${COLOURS.ink[0]}`,
  section: `margin:0 0 8px;font-size:16px;line-height:22px;font-weight:600;color:${COLOURS.ink[0]}`,
  table: "width:100%;border-collapse:collapse;table-layout:fixed",
  name: `padding:7px 8px 7px 0;border-bottom:1px solid ${COLOURS.line[0]};vertical-align:top;text-align:left;font-weight:400;${FONT};font-size:14px;line-height:20px;color:${COLOURS.ink[0]};${BREAK}`,
  figure: `padding:7px 0;border-bottom:1px solid ${COLOURS.line[0]};vertical-align:top;text-align:right;${FONT};font-size:14px;line-height:20px;color:${COLOURS.ink[0]};width:38%`,
  detail: `font-size:12px;line-height:17px;color:${COLOURS.faint[0]};${BREAK}`,
  command: `padding:0 0 7px;border-bottom:1px solid ${COLOURS.line[0]};text-align:left`,
  code: `font-family:Consolas,Menlo,monospace;font-size:12px;line-height:17px;color:${COLOURS.ink[0]};word-break:break-all`,
  badge: `display:inline-block;padding:2px 8px;border:1px solid ${COLOURS.faint[0]};font-size:12px;line-height:16px;font-weight:600;color:${COLOURS.ink[0]}`,
  link: `color:${COLOURS.accent[0]};font-weight:600`,
} as const;

/** What programs that heed style sheets show in the dark; colours by class, since inline styles come first. */
export const SHEET = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.ground{background-color:${COLOURS.ground[1]}!important}
.paper{background-color:${COLOURS.paper[1]}!important}
.ink{color:${COLOURS.ink[1]}!important}
.faint{color:${COLOURS.faint[1]}!important}
.line{border-color:${COLOURS.line[1]}!important}
.accent{color:${COLOURS.accent[1]}!important}
}`;

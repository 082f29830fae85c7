import { DAY, NIGHT, type Paint, type Palette } from "./palette.ts";

/** The palette as custom properties: by day, and by night on screens only, since paper is white. */
export const COLOURS = `
:root{color-scheme:light dark;${properties(DAY)}}
${looks(DAY)}
@media screen and (prefers-color-scheme:dark){
:root{${properties(NIGHT)}}
${looks(NIGHT)}
}
@media print{:root{color-scheme:light}}
`;

function properties({ page }: Palette): string {
  return Object.entries(page)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";");
}

function looks({ looks: paints }: Palette): string {
  return Object.entries(paints)
    .map(([look, paint]) => `.${look}{${paintProperties(paint)}}`)
    .join("\n");
}

function paintProperties({ fill, ink, edge, stripe = fill }: Paint): string {
  return `--fill:${fill};--on-fill:${ink};--edge:${edge};--stripe:${stripe}`;
}

import { DAY, NIGHT, type Palette } from "@tagledger/core/reports/render/html/style/palette";
import { expect, test } from "vitest";
import type { Scheme } from "./page.ts";
import { nothing } from "./scenarios.ts";
import { setting } from "./setting.ts";

const { serve, open } = setting();

test.each<[Scheme, Palette]>([
  ["light", DAY],
  ["dark", NIGHT],
])("the %s page has the colours of all reports", async (scheme, { page: ground, looks }) => {
  const { page } = await open((await serve(nothing())).url, 1280, scheme);
  const colourOf = (name: string) =>
    page.evaluate<string>(
      `(document.body.style.color = "var(--${name})", getComputedStyle(document.body).color)`,
    );
  for (const [name, colour] of Object.entries(ground)) expect(await colourOf(name), name).toBe(rgb(colour));
  for (const [look, { fill, edge, stripe }] of Object.entries(looks)) {
    if (look === "plain") continue;
    expect(await colourOf(`${look}-fill`), look).toBe(rgb(fill));
    expect(await colourOf(`${look}-edge`), look).toBe(rgb(edge));
    if (stripe !== undefined) expect(await colourOf(`${look}-stripe`), look).toBe(rgb(stripe));
  }
});

function rgb(hex: string): string {
  return `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;
}

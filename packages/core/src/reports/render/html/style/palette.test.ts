import { describe, expect, test } from "vitest";
import { DAY, NIGHT } from "./palette.ts";

/** The contrast of two colours by WCAG 2. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe.each([
  ["day", DAY],
  ["night", NIGHT],
])("by %s", (_, { page, looks }) => {
  test.each(["ink", "muted", "accent", "good", "bad"] as const)("%s reads on the page (AA)", (colour) => {
    expect(contrast(page[colour], page.ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(page[colour], page.surface)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(Object.entries(looks))(
    "text reads on %s and its stripes, and its edge stands out",
    (_look, paint) => {
      expect(contrast(paint.ink, paint.fill)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(paint.ink, paint.stripe ?? paint.fill)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(paint.edge, page.surface)).toBeGreaterThanOrEqual(3);
    },
  );
});

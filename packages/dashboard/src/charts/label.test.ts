import { expect, test } from "vitest";
import { chartLabel } from "./label.ts";

test("a label is short, whatever its characters are", () => {
  expect(chartLabel("推薦システム", 4)).toBe("推薦シ…");
  expect(chartLabel("👩‍🔬".repeat(9), 3)).not.toContain("\ufffd");
});

test("a label has no styles and hides nothing", () => {
  expect(chartLabel("{amount|1}", 20)).toBe("(amount|1)");
  expect(chartLabel("a\u202eb\n", 20)).toBe("a\\u(202e)b\\n");
});

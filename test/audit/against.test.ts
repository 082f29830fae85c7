import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { audit, auditLines, CONFIG, write } from "./command.ts";
import { LOG } from "./log.ts";

const HARDER = write(
  "harder.yaml",
  readFileSync(CONFIG, "utf8").replace("normalize:", "  ml-project: { required: true }\nnormalize:"),
);

describe("tagledger audit --against", () => {
  test("says who would break by another schema, and how often", () => {
    const { status, stdout } = audit(LOG, "--config", CONFIG, "--against", HARDER, "--fail-on-findings");
    expect(status).toBe(1);
    expect(stdout).toContain("Against the other schema: 4 would break, 0 would mend");
    expect(stdout).toMatch(/^vision +4 +0$/m);
    expect(stdout).toMatch(/^missing +ml-project +4 /m);
    expect(stdout).toMatch(/role\/research\/researcher +4$/m);
  });

  test("prints what changes as JSON, and what does not change not", () => {
    const { lines } = auditLines(LOG, "--against", HARDER);
    expect(lines.filter(({ effect }) => effect === "breaks")).toHaveLength(4);
    expect(lines[0]).toMatchObject({
      team: "vision",
      before: "compliant",
      after: "undecided",
      effect: "breaks",
    });
    expect(auditLines(LOG, "--against", CONFIG).lines).toEqual([]);
  });
});

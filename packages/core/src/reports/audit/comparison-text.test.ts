import { describe, expect, test } from "vitest";
import { configOf } from "../../config/testing/config-of.ts";
import { widthOf } from "../render/text/width.ts";
import { AuditComparison } from "./comparison.ts";
import { renderComparisonText } from "./comparison-text.ts";
import { makeEvaluated, makeResource } from "./testing/make-audited.ts";

const SCHEMA = configOf("tags: { ml-team: { required: true } }");
const HARDER = configOf("tags: { ml-team: { required: true }, ml-project: { required: true } }");
const ANN = { type: "IAMUser", arn: "arn:aws:iam::111122223333:user/ann", userName: "ann" };

/** A comparison of resources with these tags, each of which is another event by Ann. */
function compared(before: typeof SCHEMA, after: typeof SCHEMA, ...tagged: Record<string, string>[]) {
  const comparison = new AuditComparison();
  for (const [index, tags] of tagged.entries()) {
    const record = { eventID: `event-${index}`, userIdentity: ANN };
    const seenBy = (config: typeof SCHEMA) => makeEvaluated([makeResource({ tags }, { config })], record);
    comparison.add(seenBy(before), seenBy(after));
  }
  return comparison;
}

const [ONE, TWO] = [{ "ml-team": "vision" }, { "ml-team": "vision", "ml-project": "ocr" }];

test("a comparison is told from the verdicts to the reasons", () => {
  expect(renderComparisonText(compared(SCHEMA, HARDER, ONE, ONE, TWO, {}))).toBe(
    `Against the other schema: 2 would break, 0 would mend

Verdicts now (down) and by the other schema (across)
verdict    undecided  compliant
─────────  ─────────  ─────────
undecided          1          0
compliant          2          1

Teams
team    would break  would mend
──────  ───────────  ──────────
vision            2           0

Who makes what would break
principal                           resources
──────────────────────────────────  ─────────
arn:aws:iam::111122223333:user/ann          2

What would be found there
reason   key         found
───────  ──────────  ─────  ─────────────────────────────
missing  ml-project      2  is required, and is not there
`,
  );
});

describe("the text of a comparison", () => {
  test("says nothing of who and what where nothing would break", () => {
    const text = renderComparisonText(compared(HARDER, SCHEMA, ONE));
    expect(text).toMatch(/^Against the other schema: 0 would break, 1 would mend\n/);
    expect(text).toMatch(/^vision +0 +1$/m);
    expect(text).not.toContain("Who makes");
    expect(text).not.toContain("What would be found");
  });

  test("is one line where there is nothing to compare", () => {
    expect(renderComparisonText(new AuditComparison())).toBe(
      "Against the other schema: 0 would break, 0 would mend\n",
    );
  });

  test("shows what the name of a team hides", () => {
    const text = renderComparisonText(compared(SCHEMA, HARDER, { "ml-team": "a\u001bb" }));
    expect(text).toContain("a\\u{1b}b");
    expect(text).not.toContain("\u001b");
  });

  test("tells of a resource that is nobody's", () => {
    const lax = configOf("tags: { ml-team: { required: false } }");
    expect(renderComparisonText(compared(lax, SCHEMA, {}))).toMatch(/^nobody's +1 +0$/m);
  });

  test.each([40, 80])("fits a terminal of %i columns", (width) => {
    const text = renderComparisonText(compared(SCHEMA, HARDER, { "ml-team": "x".repeat(300) }), { width });
    const [, , , ...lines] = text.split("\n");
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
  });
});

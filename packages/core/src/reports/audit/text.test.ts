import { describe, expect, test } from "vitest";
import { configOf } from "../../config/testing/config-of.ts";
import { GOOD } from "../../tags/testing/make-subject.ts";
import { widthOf } from "../render/text/width.ts";
import type { AuditItem } from "./audited.ts";
import { AuditSummary } from "./summary.ts";
import { makeEvaluated, makeResource, makeSkipped, makeUnreadable } from "./testing/make-audited.ts";
import { renderAuditText } from "./text.ts";

const SOMEBODYS = configOf("tags: { ml-team: { required: true }, ml-project: { required: true } }");

let events = 0;
/** The id of an event that no other has. */
const fresh = () => ({ eventID: `event-${events++}` });

function unknown(eventName: string) {
  return makeSkipped("unknown-event", { eventSource: "nova.amazonaws.com", eventName, ...fresh() });
}

function summaryOf(items: readonly AuditItem[]): AuditSummary {
  const summary = new AuditSummary();
  for (const item of items) summary.add(item);
  return summary;
}

function render(...items: AuditItem[]): string {
  return renderAuditText(summaryOf(items));
}

const ALL = [
  makeEvaluated([makeResource({ tags: GOOD }), makeResource({ account: null })], fresh()),
  makeEvaluated([makeResource({ tags: GOOD })], { kind: "tagging", ...fresh() }),
  makeSkipped("failed-call", { eventTime: "2026-09-02T00:00:00Z", ...fresh() }),
  unknown("CreateStar"),
  makeUnreadable(),
  makeUnreadable({ foreign: true }),
];

test("an audit is told from its events to what the catalog lacks", () => {
  expect(render(...ALL)).toBe(`Audit · 4 events · 2026-09-01T12:00:00Z to 2026-09-02T00:00:00Z

Events
outcome        events
─────────────  ──────  ─────────────────────────────────
evaluated           2  created or tagged something
failed-call         1  the call failed
unknown-event       1  a mutation that the catalog lacks
unreadable          1  damaged records and files
foreign             1  no records of CloudTrail

Resources
verdict    created  tagged
─────────  ───────  ──────
undecided        1       0
compliant        1       1
─────────  ───────  ──────
total            2       1

Teams
team      undecided  compliant
────────  ─────────  ─────────
vision            0          2
nobody's          1          0

Not compliant, per hour while it runs
team      created  unpriced
────────  ───────  ────────
nobody's        1         1
────────  ───────  ────────
total           1         1

Services
service  undecided  compliant
───────  ─────────  ─────────
ec2              1          2

Findings
reason   key               found
───────  ────────────────  ─────  ─────────────────────────────
missing  ml-environment        1  is required, and is not there
missing  ml-project            1  is required, and is not there
missing  ml-team               1  is required, and is not there
missing  ml-workload-type      1  is required, and is not there

Unknown events
service             event       events
──────────────────  ──────────  ──────
nova.amazonaws.com  CreateStar       1
`);
});

describe("the text of an audit", () => {
  test("leaves out what there is nothing to say about", () => {
    const titles = render(makeSkipped("own-action")).match(/^[A-Z].*$/gm);
    expect(titles).toEqual(["Audit · 1 event · 2026-09-01T12:00:00Z to 2026-09-01T12:00:00Z", "Events"]);
    expect(render()).toMatch(/^Audit · 0 events\n/);
    expect(render()).not.toMatch(/unreadable|foreign/);
  });

  test("tells what is not compliant by its price, and never says 0 where nobody knows", () => {
    const of = (tags: Record<string, string>, hourly?: string) =>
      makeResource({ tags }, { config: SOMEBODYS, ...(hourly === undefined ? {} : { hourly }) });
    const [vision, search] = [{ "ml-team": "vision" }, { "ml-team": "search" }];
    const all = [of(search, "0.0104"), of(vision, "0.5"), of(vision, "21.957642"), of(search), of({})];
    expect(render(makeEvaluated(all))).toContain(`
Not compliant, per hour while it runs
team      created  unpriced  USD/hour
────────  ───────  ────────  ────────
vision          2         0   22.4576
search          2         1    0.0104
nobody's        1         1   unknown
────────  ───────  ────────  ────────
total           5         2   22.4680
`);
    expect(render(makeEvaluated([makeResource({ tags: GOOD }, { hourly: "1" })]))).not.toContain("per hour");
  });

  test("says how many events came again", () => {
    const event = makeSkipped("failed-call");
    expect(render(event, event, event)).toMatch(/^Audit · 1 event · .* · 2 more came twice$/m);
  });

  test("puts the worst verdicts first", () => {
    const prod = makeResource({ tags: { ...GOOD, "ml-environment": "PROD" } });
    const legacy = makeResource({ arn: "arn:aws:s3:::legacy-logs", type: "s3:bucket" });
    const found = makeEvaluated([
      makeResource({ tags: GOOD }),
      legacy,
      prod,
      makeResource({}, { isComplete: true }),
    ]);
    expect(render(found, makeEvaluated([makeResource()], fresh())).match(/^\w+(?= +\d+ +0$)/gm)).toEqual([
      "violating",
      "undecided",
      "repairable",
      "exempt",
      "compliant",
      "total",
    ]);
  });

  test("shows the most frequent of many, and how many there are besides", () => {
    const many = Array.from({ length: 25 }, (_, n) => unknown(`Create${String(n).padStart(2, "0")}`));
    const text = render(...many, unknown("Create24"));
    expect(text.match(/^nova\.amazonaws\.com .*$/gm)).toHaveLength(20);
    expect(text).toMatch(/^nova\.amazonaws\.com +Create24 +2\nnova\.amazonaws\.com +Create00 +1$/m);
    expect(text).toMatch(/^5 more$/m);
  });

  test("counts those that were too many to be kept apart", () => {
    const most = Array.from({ length: 10_002 }, (_, n) => unknown(`Create${n}`));
    expect(
      render(...most)
        .trimEnd()
        .split("\n")
        .slice(-3),
    ).toEqual(["9,980 more", expect.stringMatching(/^─/), expect.stringMatching(/^others +2$/)]);
  });

  test("shows what a name hides", () => {
    const config = configOf("tags: { ml-team: { required: true } }");
    const spoof = makeResource({ tags: { "ml-team": "a\u202eb\n\u001b[31m" } }, { config });
    const text = render(makeEvaluated([spoof]));
    expect(text).toContain("a\\u{202e}b\\n\\u{1b}[31m");
    for (const secret of ["\u202e", "\u001b"]) expect(text).not.toContain(secret);
  });

  test.each([40, 60, 100])("fits a terminal of %i columns", (width) => {
    const long = makeResource({ tags: { "ml-team": "x".repeat(300) } }, { config: configOf("") });
    const text = renderAuditText(summaryOf([...ALL.slice(1, 3), makeEvaluated([long], fresh())]), { width });
    const [, ...lines] = text.split("\n");
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
  });
});

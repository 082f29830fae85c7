import { describe, expect, test } from "vitest";
import { GOOD } from "../../tags/testing/make-subject.ts";
import { AUDIT_CSV_HEAD, csvRowsOf } from "./csv.ts";
import { makeEvaluated, makeResource, makeSkipped } from "./testing/make-audited.ts";

const CALL = "2026-09-01T12:00:00Z,00000000-0000-4000-8000-000000000001,ec2.amazonaws.com,CreateVpc";
const WHO = "444455556666,eu-central-1,arn:aws:sts::111122223333:assumed-role/researcher/mira";
const WHAT =
  "vision,instance,i-0123456789abcdef0,arn:aws:ec2:eu-central-1:444455556666:instance/i-0123456789abcdef0";
const { "ml-project": _, ...unplanned } = GOOD;

describe("an audit as CSV has", () => {
  test("a row for a resource that complies, with nothing found", () => {
    expect(csvRowsOf(makeEvaluated([makeResource({ tags: GOOD })]))).toBe(
      `${CALL},${WHO},${WHAT},compliant,,,,,,,\n`,
    );
  });

  test("a row for each finding, all with the line that puts the resource right", () => {
    const tags = { ...unplanned, "ml-environment": "Production" };
    const rows = csvRowsOf(makeEvaluated([makeResource({ tags })]))
      .trimEnd()
      .split("\n");
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain(`${CALL},${WHO},${WHAT},undecided,ml-project,missing,,`);
    expect(rows[1]).toContain(`${CALL},${WHO},${WHAT},undecided,ml-environment,alias,Production,`);
    for (const row of rows) {
      expect(row.startsWith(CALL)).toBe(true);
      expect(row).toContain("Key=ml-environment,Value=prod");
    }
  });

  test("what a resource costs an hour on each of its rows, where that is known", () => {
    const { "ml-environment": _env, ...two } = unplanned;
    const priced = csvRowsOf(makeEvaluated([makeResource({ tags: two }, { hourly: "0.0960" })]));
    expect(priced.match(/,0\.096,USD$/gm)).toHaveLength(2);
    const good = makeResource({ tags: GOOD }, { hourly: "0" });
    expect(csvRowsOf(makeEvaluated([good]))).toMatch(/,compliant,,,,,,0,USD\n$/);
    expect(csvRowsOf(makeEvaluated([makeResource({ tags: unplanned })]))).toMatch(/,,\n$/);
  });

  test("rows for each of several resources", () => {
    const two = makeEvaluated([makeResource({ tags: GOOD }), makeResource({ id: "i-2", tags: GOOD })]);
    expect(csvRowsOf(two).trimEnd().split("\n")).toHaveLength(2);
  });

  test("no row for what was skipped", () => {
    expect(csvRowsOf(makeSkipped("not-taggable", { resources: [makeResource().resource] }))).toBe("");
  });

  test("an empty value that is there quoted, and one that is missing not", () => {
    const row = csvRowsOf(makeEvaluated([makeResource({ tags: { ...GOOD, "ml-team": "" } })]));
    expect(row).toContain(',ml-team,empty,"",');
    expect(csvRowsOf(makeEvaluated([makeResource({ tags: unplanned })]))).toContain(",ml-project,missing,,");
  });

  test("the name of an actor without an ARN", () => {
    const userIdentity = { type: "AWSService", invokedBy: "autoscaling.amazonaws.com" };
    const row = csvRowsOf(makeEvaluated([makeResource({ tags: GOOD })], { userIdentity }));
    expect(row).toContain(",eu-central-1,autoscaling.amazonaws.com,vision,");
  });

  test("as many cells in each row as in the head", () => {
    const commas = (row: string) => row.split(",").length;
    expect(commas(csvRowsOf(makeEvaluated([makeResource({ tags: GOOD })])))).toBe(commas(AUDIT_CSV_HEAD));
    expect(AUDIT_CSV_HEAD).toMatch(
      /^eventTime,eventId,.*,verdict,key,reason,actual,expected,fix,hourlyAmount,hourlyCurrency\n$/,
    );
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { audit, CONFIG, folder, write } from "./command.ts";
import { GOOD, LOG, log, queue } from "./log.ts";

describe("tagledger audit", () => {
  test("sums up by team, reason and service, and names events that the catalog lacks", () => {
    const { status, stdout } = audit(LOG, "--config", CONFIG);
    expect(status).toBe(0);
    expect(stdout).toContain("Audit · 10 events · 2026-09-01T12:00:00Z to 2026-09-01T13:30:00Z");
    expect(stdout).toMatch(/^vision +0 +1 +3$/m);
    expect(stdout).toMatch(/^sqs +3 +1 +3$/m);
    expect(stdout).toMatch(/^missing +ml-team +3 /m);
    expect(stdout).toMatch(/^groundstation\.amazonaws\.com +CreateSomethingNew +1$/m);
  });

  test("counts what was delivered twice once, and says so", () => {
    const twice = readFileSync(LOG);
    write("twice/a.json", twice);
    write("twice/b.json.gz", gzipSync(twice));
    const { stdout } = audit("twice", "--config", CONFIG);
    expect(stdout).toContain(
      "Audit · 10 events · 2026-09-01T12:00:00Z to 2026-09-01T13:30:00Z · 10 more came twice",
    );
  });

  test("fails on findings where that is wished, and only then", () => {
    const good = write("good.json", log(queue(0, "good", GOOD)));
    expect(audit(LOG, "--config", CONFIG, "--fail-on-findings").status).toBe(1);
    expect(audit(good, "--config", CONFIG, "--fail-on-findings").status).toBe(0);
  });

  test("writes CSV with a row for each finding", () => {
    const { stdout } = audit(LOG, "--config", CONFIG, "--format", "csv");
    const [head, ...rows] = stdout.trimEnd().split("\n");
    expect(head).toMatch(
      /^eventTime,eventId,.*,verdict,key,reason,actual,expected,fix,hourlyAmount,hourlyCurrency$/,
    );
    expect(rows.filter((row) => row.includes(",bare,"))).toHaveLength(2);
    expect(rows.find((row) => row.includes(",good,"))).toMatch(/,compliant,,,,,,,$/);
  });

  test("writes to a file whole, or leaves it as it was", () => {
    const out = write("out.jsonl", "before");
    expect(audit(LOG, "--json", "--out", out).status).toBe(0);
    expect(readFileSync(out, "utf8").trimEnd().split("\n")).toHaveLength(10);
    expect(audit(join(folder, "absent"), "--json", "--out", out).status).toBe(2);
    expect(readFileSync(out, "utf8").trimEnd().split("\n")).toHaveLength(10);
  });
});

import { describe, expect, test } from "vitest";
import { audit, auditLines, CONFIG, write } from "./command.ts";
import { GOOD, log, record, tagQueue } from "./log.ts";

describe("what a log created costs", () => {
  const launched = (minute: number, instanceId: string, instanceType: string, tags: typeof GOOD | object) =>
    record(minute, {
      eventName: "RunInstances",
      awsRegion: "us-east-1",
      requestParameters: {},
      responseElements: {
        instancesSet: {
          items: [
            {
              instanceId,
              instanceType,
              tagSet: { items: Object.entries(tags).map(([key, value]) => ({ key, value })) },
            },
          ],
        },
      },
    });
  const priced = write(
    "priced.json",
    log(
      launched(0, "i-00000000000000001", "m5.xlarge", GOOD),
      launched(1, "i-00000000000000002", "m5.xlarge", { "ml-team": "vision" }),
      launched(2, "i-00000000000000003", "p4d.24xlarge", { "ml-team": "vision" }),
      launched(3, "i-00000000000000004", "m5.xlarge", {}),
      launched(4, "i-00000000000000005", "x9.odd", { "ml-team": "vision" }),
      tagQueue(5, "q", GOOD),
    ),
  );

  test("is told an hour and to the last digit, and null where nobody knows", () => {
    const { lines } = auditLines(priced);
    expect(lines.map(({ resources }) => resources[0].hourly)).toEqual([
      { amount: "0.192", currency: "USD" },
      { amount: "0.192", currency: "USD" },
      { amount: "21.957642", currency: "USD" },
      { amount: "0.192", currency: "USD" },
      null,
      null,
    ]);
  });

  test("stands in CSV and in the summary, by team", () => {
    const csv = audit(priced, "--config", CONFIG, "--format", "csv").stdout;
    expect(csv.match(/,21\.957642,USD$/gm)).toHaveLength(1);
    expect(csv).toMatch(/i-00000000000000005.*,,$/m);
    const { stdout } = audit(priced, "--config", CONFIG);
    expect(stdout).toMatch(/^team +created +unpriced +USD\/hour$/m);
    expect(stdout).toMatch(/^vision +3 +1 +22\.1496$/m);
    expect(stdout).toMatch(/^nobody's +1 +0 +0\.1920$/m);
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { audit, auditLines, CONFIG, write } from "./command.ts";
import { LOG, log, queue, tagQueue } from "./log.ts";

describe("tagledger audit --json", () => {
  test("prints one line for each event, in the order of the log", () => {
    const { status, lines } = auditLines(LOG);
    expect(status).toBe(0);
    expect(
      lines.map(({ outcome, skipReason, resources }) => skipReason ?? resources[0]?.verdict ?? outcome),
    ).toEqual([
      "compliant",
      "compliant",
      "repairable",
      "undecided",
      "undecided",
      "undecided",
      "compliant",
      "failed-call",
      "not-a-creation",
      "unknown-event",
    ]);
  });

  test("says all that is known of a resource, and nothing else", () => {
    expect(auditLines(LOG).lines[2]).toEqual({
      eventId: expect.stringMatching(/^00000000-/),
      eventTime: "2026-09-01T12:01:00Z",
      eventSource: "sqs.amazonaws.com",
      eventName: "CreateQueue",
      account: "444455556666",
      region: "eu-central-1",
      outcome: "evaluated",
      skipReason: null,
      actor: {
        type: "AssumedRole",
        arn: "arn:aws:sts::111122223333:assumed-role/researcher/mira",
        display: "mira",
      },
      resources: [
        {
          arn: "arn:aws:sqs:eu-central-1:444455556666:spelt",
          id: "spelt",
          type: "queue",
          requestTags: { "ml-team": "VISION", "ml-environment": "Production" },
          verdict: "repairable",
          findings: [
            { key: "ml-team", reason: "not-normalized", actual: "VISION", expected: expect.any(String) },
            { key: "ml-environment", reason: "alias", actual: "Production", expected: expect.any(String) },
          ],
          remedies: [
            expect.objectContaining({ kind: "tag", set: { "ml-team": "vision", "ml-environment": "prod" } }),
          ],
          hourly: null,
        },
      ],
    });
  });

  test("decides where the log holds all tagging: what came within the grace counts, whatever its place in the log", () => {
    const { lines } = auditLines(LOG, "--assume-complete");
    const verdicts = lines.flatMap(({ eventName, resources }) =>
      resources.map(({ id, verdict }: { id: string; verdict: string }) => [eventName, id, verdict]),
    );
    expect(verdicts).toEqual([
      ["TagQueue", "late", "compliant"],
      ["CreateQueue", "good", "compliant"],
      ["CreateQueue", "spelt", "repairable"],
      ["CreateQueue", "bare", "violating"],
      ["CreateQueue", "late", "compliant"],
      ["CreateQueue", "too-late", "violating"],
      ["TagQueue", "too-late", "compliant"],
    ]);
  });

  test("takes nobody for an owner who only tags", () => {
    const tagged = write("tagged.json", log(tagQueue(0, "unseen", { Name: "x" })));
    const owners = write(
      "owners.yaml",
      `${readFileSync(CONFIG, "utf8")}teams: { vision: { principals: ["arn:aws:iam::*:role/*/researcher"] } }\n`,
    );
    const { stdout } = audit(tagged, "--config", owners, "--json");
    expect(JSON.parse(stdout).resources[0]).toMatchObject({ verdict: "undecided", remedies: [] });
  });

  test("leaves what Tagledger itself did alone", () => {
    const own = write(
      "own.json",
      log(
        queue(
          0,
          "q",
          {},
          {
            userIdentity: {
              type: "AssumedRole",
              arn: "arn:aws:sts::111122223333:assumed-role/tagledger-repair/x",
              accountId: "111122223333",
            },
          },
        ),
      ),
    );
    expect(auditLines(own).lines).toEqual([
      expect.objectContaining({ outcome: "skipped", skipReason: "own-action", resources: [] }),
    ]);
  });
});

import { describe, expect, test } from "vitest";
import type { Message } from "../message.ts";
import { makeItem, makeMessage } from "../testing/make-message.ts";
import { bytesOf } from "./bytes.ts";
import { localTimeIn } from "./instant.ts";
import { messageText } from "./text.ts";

function text(facts: Partial<Message> = {}, note: string | null = null) {
  return messageText(makeMessage(facts), { note, localTime: null });
}

test("a message says all that people need to know of a resource", () => {
  const factory = "# In the node class.\nspec:\n  tags:";
  const items = [makeItem({ factory, remarks: ["Its volume stays."] })];
  expect(messageText(makeMessage({ items }), { note: null, localTime: localTimeIn("Europe/Berlin") })).toBe(
    `Tagledger: 1 resource breaking the tag rules (vision)
As of 2026-09-01T12:00:00Z (2026-09-01 14:00 Europe/Berlin)

1. This resource breaks the tag rules
   Resource: arn:aws:ec2:eu-central-1:111122223333:instance/i-0123456789abcdef0
   Type: ec2:instance
   Account: 111122223333
   Region: eu-central-1
   Made by: arn:aws:iam::111122223333:role/vision-train
   Tag: ml-team is required, and is not there; expected: "one of fraud-detection, vision"
   Cost: 98.32 USD an hour, 1,234.51 USD so far
   Will be done: ec2:stop
   Not before: 2026-09-02T12:00:00Z (2026-09-02 14:00 Europe/Berlin)
   Decided by: enforcement.rules[1], configuration 0123456789ab
   Remark: Its volume stays.
   To put it right:
      aws ec2 create-tags --resources i-0123456789abcdef0 --tags Key=ml-team,Value=vision
   To put it right where it comes from:
      # In the node class.
      spec:
        tags:
   To exempt it, an entry for enforcement.exemptions in tagledger.yaml, to be put there by its keeper:
      - match: { resource: "arn:aws:ec2:eu-central-1:111122223333:instance/i-0123456789abcdef0" }
        reason: "CHANGE_ME" # why it may stay as it is
        owner: "vision"
        until: 2026-10-01
`,
  );
});

describe("a message", () => {
  test("says what nobody knows", () => {
    const items = [makeItem({ hourly: null, soFar: null, actor: null, account: null, region: null })];
    const lines = text({ items, to: "fallback" });
    expect(lines).toContain("Cost: unknown an hour, unknown so far");
    expect(lines).toContain("Made by: unknown\n");
    expect(lines).toContain("(no owner known)");
    expect(lines).toContain('owner: "CHANGE_ME" # who answers for it');
  });

  test("of something cheap does not say that it costs nothing", () => {
    const items = [makeItem({ hourly: { amount: "0.0001", currency: "USD" } })];
    expect(text({ items })).toContain("<0.01 USD an hour");
  });

  test("quotes what a tag holds", () => {
    const findings = [
      { key: "ml-team", reason: "not-listed", actual: 'x"; expected: y', expected: "vision" } as const,
    ];
    expect(text({ items: [makeItem({ findings })] })).toContain(
      'ml-team has a value that is not allowed: found "x\\"; expected: y"; expected: vision',
    );
  });

  test("begins with what costs most, and what costs an unknown amount is before what costs nothing", () => {
    const amounts = ["0", null, "2", "10", "9"];
    const items = amounts.map((amount) =>
      makeItem({ resource: `r${amount}`, hourly: amount === null ? null : { amount, currency: "USD" } }),
    );
    const order = [...text({ items }).matchAll(/Resource: (\S+)/g)].map(([, name]) => name);
    expect(order).toEqual(["r10", "r9", "r2", "rnull", "r0"]);
  });

  test("says that somebody undid a quarantine", () => {
    const items = [makeItem({ happened: "slipped", deadline: null })];
    const lines = text({ items }).split("\n");
    expect(lines[0]).toBe("Tagledger: 1 resource no longer quarantined, as somebody undid that (vision)");
    expect(lines).toContain("1. This resource is no longer quarantined, as somebody undid that by hand");
    expect(lines).toContain("   Was done, and somebody undid it: ec2:stop");
  });

  test("to the fallback says why it went there", () => {
    expect(text({}, "This is for\nanother.")).toContain("This is for\\nanother.\n");
  });

  test("of very many resources names or counts those that it has no room for", () => {
    const items = Array.from({ length: 3_000 }, (_, index) => makeItem({ resource: `resource-${index}` }));
    const long = text({ items });
    expect(bytesOf(long)).toBeLessThan(256_000);
    const told = long.match(/Resource: resource-/g)?.length ?? 0;
    const named = long.match(/^ {3}resource-\d+ breaks/gm)?.length ?? 0;
    const counted = Number(/and (\d+) that there is no room to name/.exec(long)?.[1]);
    expect(long).toContain(`and ${3_000 - told} more, together `);
    expect(told + named + counted).toBe(3_000);
    expect([told, named].every((count) => count > 100)).toBe(true);
  });
});

describe("the subject", () => {
  test("tells the worst, how often, and to whom", () => {
    const items = (["released", "quarantined", "violating"] as const).map((happened) =>
      makeItem({ happened }),
    );
    expect(text({ items }).split("\n")[0]).toBe("Tagledger: 1 of 3 resources quarantined (vision)");
  });

  test("stays one short line whatever a team is called", () => {
    const [subject = ""] = text({ to: { team: `a\nBcc: x\r${"b".repeat(500)}` } }).split("\n");
    expect(subject).toContain("(a\\nBcc: x\\rbbb");
    expect(subject.length).toBeLessThan(100);
  });
});

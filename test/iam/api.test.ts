import { periodKey } from "@tagledger/adapters/ledger/bills/keys";
import {
  approvalKey,
  contentPartition,
  DEEDS,
  eventPartition,
  historyPartition,
  leaseKey,
  outgoingKey,
  publishedKey,
} from "@tagledger/adapters/ledger/keys";
import { mailPartition } from "@tagledger/adapters/ledger/mail/keys";
import { requestKey } from "@tagledger/adapters/ledger/request-keys";
import { keptKey, stateKey } from "@tagledger/adapters/ledger/snapshots/keys";
import { uploadKey } from "@tagledger/adapters/ledger/uploads/keys";
import { describe, expect, test } from "vitest";
import { may } from "./asking.ts";
import { STORES } from "./settings.ts";

const RESOURCE = historyPartition("arn:aws:ec2:eu-central-1:111122223333:instance/i-0abc");

/** Whether the API may do something with the items of a partition. */
function mayWith(operation: string, partition: string): Promise<boolean> {
  const context = { "dynamodb:LeadingKeys": [partition] };
  return may("api", { action: `dynamodb:${operation}`, resource: STORES.table, context });
}

describe("the API", () => {
  test.each([
    ["what is asked for", requestKey("8c7e").partition],
    ["what is handed in", uploadKey("usage.csv").partition],
    ["its text", contentPartition("c0ffee")],
    ["the history of what was decided about", RESOURCE],
    ["what others hear of it", outgoingKey({ id: "event-1", at: 0 }).partition],
  ])("writes %s", async (_, partition) => {
    expect(await mayWith("PutItem", partition)).toBe(true);
  });

  test.each([
    ["turn a rule on", approvalKey("rule").partition],
    ["take a resource in hand", leaseKey("a").partition],
    ["make room under a breaker", DEEDS.partition],
    ["publish a report", publishedKey("2026-09", "effective").partition],
    ["claim an event", eventPartition("event-1")],
    ["have another snapshot read", stateKey({ period: "2026-09", basis: "effective" }).partition],
    ["write a snapshot", keptKey({ id: "8c7e", digest: "c0ffee" }).partition],
    ["note a mail as sent", mailPartition("2026-09")],
    ["close a month", periodKey("2026-09").partition],
  ])("may not %s", async (_, partition) => {
    for (const operation of ["PutItem", "DeleteItem"])
      expect(await mayWith(operation, partition)).toBe(false);
  });

  test("takes out nothing but what never was, of the history of a resource", async () => {
    expect(await mayWith("DeleteItem", RESOURCE)).toBe(true);
    for (const { partition } of [requestKey("8c7e"), uploadKey("usage.csv")])
      expect(await mayWith("DeleteItem", partition)).toBe(false);
  });

  test("may not write all at once what of it it may, and what not", async () => {
    const context = { "dynamodb:LeadingKeys": [requestKey("8c7e").partition, DEEDS.partition] };
    expect(await may("api", { action: "dynamodb:PutItem", resource: STORES.table, context })).toBe(false);
  });

  test("reads the ledger, and takes from no queue and publishes nothing", async () => {
    for (const resource of [STORES.table, `${STORES.table}/index/team`])
      expect(await may("api", { action: "dynamodb:Query", resource })).toBe(true);
    for (const [action, resource] of [
      ["sqs:ReceiveMessage", STORES.queue],
      ["events:PutEvents", STORES.bus],
      ["s3:PutObject", `${STORES.config.bucket}/${STORES.config.key}`],
      ["ses:SendEmail", "arn:aws:ses:eu-central-1:111122223333:identity/mail.example.com"],
      ["dynamodb:UpdateItem", STORES.table],
    ] as const)
      expect(await may("api", { action, resource }), action).toBe(false);
  });
});

import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { ChargeGroup } from "../charge.ts";
import { parseAmount } from "../money.ts";
import { makeFacts } from "../testing/make-charge.ts";
import { Fingerprint } from "./fingerprint.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const charge: ChargeGroup = {
  ...makeFacts({ account: "1", service: "AmazonEC2", tags: ["vision", ""] }),
  epoch: 0,
  followed: false,
  lines: 2,
  amount: parseAmount("3"),
  positive: parseAmount("4"),
  billed: parseAmount("5"),
};

function fingerprintOf(...charges: readonly Partial<ChargeGroup>[]): string {
  const fingerprint = new Fingerprint(sha256);
  for (const each of charges) fingerprint.add({ ...charge, ...each });
  return fingerprint.digest();
}

describe("the fingerprint of charges", () => {
  test("is a SHA-256", () => {
    expect(fingerprintOf()).toMatch(/^[0-9a-f]{64}$/);
  });

  test("is the same for charges in another order", () => {
    const [a, b, c] = [{ account: "2" }, { amount: -7n }, { tags: ["", "vision"] }];
    expect(fingerprintOf(a, b, c)).toBe(fingerprintOf(c, a, b));
  });

  test("is the same for charges of the same facts in one group or several", () => {
    const { amount, positive, billed } = charge;
    const parts = [
      { lines: 1, amount: amount + 10n, positive: positive - 1n, billed: -billed },
      { lines: 1, amount: -10n, positive: 1n, billed: 2n * billed },
    ];
    expect(fingerprintOf(...parts)).toBe(fingerprintOf({}));
  });

  test("is the same whether a policy follows a charge's resource", () => {
    expect(fingerprintOf({ followed: true })).toBe(fingerprintOf({ followed: false }));
  });

  test("is the same whether the ledger knows nothing or was not asked", () => {
    expect(fingerprintOf({ dated: ["", ""] })).toBe(fingerprintOf({}));
  });

  // As it was before there were dated tags: published snapshots stay what they are.
  test("of charges without dated tags stays as it is", () => {
    expect(fingerprintOf({})).toBe("2ce93ffd2b46790933856377e7aa615e614b3161337da48e54096d5f51497431");
  });

  test.each<[string, Partial<ChargeGroup>]>([
    ["amount", { amount: charge.amount + 1n }],
    ["amount above zero", { positive: charge.positive + 1n }],
    ["billed amount", { billed: charge.billed + 1n }],
    ["number of lines", { lines: 3 }],
    ["account", { account: "2" }],
    ["region", { region: "eu-central-1" }],
    ["service", { service: "AmazonS3" }],
    ["service name", { serviceName: "Amazon S3" }],
    ["usage type", { usageType: "BoxUsage" }],
    ["line item type", { lineItemType: "Tax" }],
    ["unused commitment", { unusedCommitment: true }],
    ["resource", { resource: "i-1" }],
    ["principal", { principal: "arn:aws:iam::1:user/ann" }],
    ["invoice", { invoice: "EUINV26-1" }],
    ["issuer", { issuer: "AWS EMEA" }],
    ["tag", { tags: ["vision", "x"] }],
    ["tag under another key", { tags: ["", "vision"] }],
    ["epoch", { epoch: 1 }],
    ["tag that the ledger remembers", { dated: ["vision", ""] }],
  ])("changes with the %s", (_, change) => {
    expect(fingerprintOf(change)).not.toBe(fingerprintOf({}));
  });

  test("changes with the facts of charges that cost nothing, for they make rows too", () => {
    const nothing = { amount: 0n, positive: 0n, billed: 0n };
    const others = [{ ...nothing, tags: ["vision", ""] }, { ...nothing, tags: ["nlp", ""] }, undefined];
    const fingerprints = others.map((each) => fingerprintOf({}, ...(each === undefined ? [] : [each])));
    expect(new Set(fingerprints).size).toBe(3);
  });

  test("changes where charges that cancel out trade places", () => {
    const [up, down] = [
      { amount: 1n, positive: 1n },
      { amount: -1n, positive: 0n },
    ];
    expect(fingerprintOf({ ...up, account: "1" }, { ...down, account: "2" })).not.toBe(
      fingerprintOf({ ...down, account: "1" }, { ...up, account: "2" }),
    );
  });

  test("changes where an amount becomes another kind of amount", () => {
    const nothing = { amount: 0n, positive: 0n, billed: 0n };
    const kinds = ["amount", "positive", "billed"].map((kind) => fingerprintOf({ ...nothing, [kind]: 1n }));
    expect(new Set(kinds).size).toBe(3);
  });
});

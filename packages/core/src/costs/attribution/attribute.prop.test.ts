import { createHash } from "node:crypto";
import {
  array,
  assert,
  asyncProperty,
  bigInt,
  boolean,
  constant,
  constantFrom,
  integer,
  option,
  record,
  shuffledSubarray,
  subarray,
  tuple,
} from "fast-check";
import { describe, expect, test } from "vitest";
import type { Config } from "../../config/definition.ts";
import type { ChargeGroup } from "../charge.ts";
import { formatAmount, sum } from "../money.ts";
import { chargeNeeds, OPTIONAL_FACTS, type OptionalFact } from "../query.ts";
import { attributed, chargesOf, configOf, type Line, placed } from "../testing/attribution.ts";

const TEAMS = ["infra", "nlp", "vision"];
const ACCOUNTS = ["111122223333", "444455556666"];
const ROLE = "arn:aws:sts::111122223333:assumed-role/nlp-fit/ann";

const match = subarray(
  [
    { account: "1111*" },
    { region: "us-gov-*" },
    { service: "s3" },
    { service: ["bedrock", "AmazonEC2"] },
    { usageType: "*:p5.*" },
    { lineItemType: ["Usage", "Fee"] },
    { resource: "data" },
    { resource: "arn:aws:s3:::data" },
    { resource: "arn:aws:ec2:eu-*:1*:instance/*" },
    { type: "s3:bucket" },
    { type: "ec2:*" },
    { principal: "arn:aws:iam::*:role/nlp-*" },
    { tags: { "aws:eks:cluster-name": "ml" } },
    { tags: { t: "*i*" } },
    { team: "nlp" },
    { environment: "prod" },
  ],
  { minLength: 1, maxLength: 2 },
).map((keys) => Object.assign({}, ...keys));

const rules = array(
  record(
    {
      match,
      set: constantFrom({ team: "nlp" }, { project: "x" }, { team: "vision", environment: "PROD" }),
      from: constantFrom("2026-09-10", "2026-09-12T12:00:00Z"),
      until: constantFrom("2026-09-14", "2026-09-20"),
    },
    { requiredKeys: ["match", "set"] },
  ),
  { maxLength: 3 },
);

const pools = array(record({ match, includeTagged: boolean() }), { maxLength: 4 }).map((all) => [
  ...all.map((each, index) => ({ name: `p${index}`, method: "even", ...each })),
  { name: "rest", method: "even" },
]);

const policy = option(constantFrom("follow", { pool: "rest" }, { team: "infra" }), { nil: undefined });

const config = record({
  dimensions: constant({ team: ["t", "user:team"], environment: "env" }),
  tags: constant({ t: { values: TEAMS }, env: { values: ["dev", "prod"] } }),
  scope: constantFrom({}, { accounts: ["1*"] }, { services: ["ec2", "s3", "bedrock"] }),
  assign: rules,
  policies: record({ tax: policy, credit: policy, support: policy, unusedCommitment: policy }),
  pools,
  teams: constantFrom(
    {},
    { nlp: { principals: ["arn:aws:iam::*:role/nlp-*"] } },
    { vision: { accounts: ["4444*"] } },
    { infra: { aliases: [{ name: "ops", until: "2026-09-13" }] } },
  ),
}).map((all) =>
  configOf(
    Object.entries(all)
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
      .join("\n"),
  ),
);

const line = record({
  account: constantFrom(...ACCOUNTS, ""),
  region: constantFrom("eu-central-1", "us-gov-west-1", ""),
  service: constantFrom("AmazonEC2", "AmazonS3", "AmazonBedrock", "AWSSupportBusiness", "a1b2"),
  serviceName: constantFrom("", "Claude (Amazon Bedrock Edition)"),
  usageType: constantFrom("EUC1-BoxUsage:p5.48xlarge", "TimedStorage-ByteHrs", ""),
  lineItemType: constantFrom("Usage", "Usage", "Usage", "Tax", "Credit", "Fee"),
  unusedCommitment: constantFrom(false, false, true),
  resource: constantFrom("", "data", "i-0123456789abcdef0", "arn:aws:s3:::data"),
  principal: constantFrom("", ROLE),
  invoice: constantFrom("", "1", "2"),
  tags: record({
    t: constantFrom("", "", "NLP", "vision", "bogus", "ops"),
    "user:team": constantFrom("", "infra"),
    env: constantFrom("", "Prod "),
    "aws:eks:cluster-name": constantFrom("", "ml"),
  }),
  at: integer({ min: 8, max: 16 }).map((day) => new Date(Date.UTC(2026, 8, day, 12)).toISOString()),
  amount: tuple(bigInt({ min: -2000n, max: 10_000n }), constantFrom(21n, 22n, 24n, 15n)).map(([n, zeros]) =>
    formatAmount(n * 10n ** zeros),
  ),
  billed: constantFrom("0", "1.5", "-3"),
});
const lines = array(line, { maxLength: 25 });
const runs = { numRuns: 300 };

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

async function outcome(given: Config, charges: readonly ChargeGroup[]) {
  const result = await attributed(given, charges, { sha256 });
  return {
    placed: placed(result),
    ruleHits: [...result.ruleHits].sort(([a], [b]) => (a < b ? -1 : 1)),
    bridge: result.reconciliation.bridge(),
    invoices: result.reconciliation.invoices(),
    fingerprint: result.fingerprint,
  };
}

describe("for any bill and configuration", () => {
  test("what counts somewhere adds up to the bill, and the bridge leads there from billed", () =>
    assert(
      asyncProperty(config, lines, async (given, bill) => {
        const charges = chargesOf(given, bill);
        const result = await attributed(given, charges);
        const total = sum(charges.map(({ amount }) => amount));
        expect(sum([...result.totals.values()].map(({ amount }) => amount))).toBe(total);
        const { billed, total: reconciled } = result.reconciliation;
        expect(reconciled).toBe(total);
        expect(billed + sum(result.reconciliation.bridge().map(({ amount }) => amount))).toBe(total);
        expect(sum(result.reconciliation.invoices().map((invoice) => invoice.billed))).toBe(billed);
      }),
      runs,
    ));

  test("the order of the charges changes nothing", () =>
    assert(
      asyncProperty(
        config,
        lines.chain((all) => tuple(constant(all), shuffledSubarray(all, { minLength: all.length }))),
        async (given, [bill, shuffled]) => {
          expect(await outcome(given, chargesOf(given, shuffled))).toEqual(
            await outcome(given, chargesOf(given, bill)),
          );
        },
      ),
      runs,
    ));

  test("charges of the same facts count the same one by one and as one group", () =>
    assert(
      asyncProperty(config, lines, async (given, bill) => {
        const charges = chargesOf(given, [...bill, ...bill]);
        expect(await outcome(given, grouped(charges))).toEqual(await outcome(given, charges));
      }),
      runs,
    ));

  test("what follows others on a further basis is what follows them where that is the basis", () =>
    assert(
      asyncProperty(config, lines, async (given, bill) => {
        const onList = chargesOf(
          given,
          bill.map((each) => ({ ...each, amount: each.billed })),
        );
        const charges = chargesOf(given, bill).map((charge, index): ChargeGroup => {
          const { amount = 0n, positive = 0n } = onList[index] ?? {};
          return { ...charge, besides: { list: { amount, positive } } };
        });
        const { followedBesides } = await attributed(given, charges, { besides: ["list"] });
        const { followed } = await attributed(given, onList);
        const withoutPlace = ({ index: _, ...rest }: (typeof followed)[number]) => rest;
        expect(followedBesides.list?.map(withoutPlace)).toEqual(followed.map(withoutPlace));
      }),
      runs,
    ));

  test("what is out of scope is excluded, and nothing else", () =>
    assert(
      asyncProperty(config, lines, async (given, bill) => {
        const outside = bill.filter((each) => !inScope(given, each));
        const { excluded = "0" } = placed(await attributed(given, chargesOf(given, bill)));
        expect(excluded).toBe(formatAmount(sum(chargesOf(given, outside).map(({ amount }) => amount))));
      }),
      runs,
    ));

  test("facts and tags that the configuration does not ask for decide nothing", () =>
    assert(
      asyncProperty(config, lines, async (given, bill) => {
        const charges = chargesOf(given, bill);
        const { placed: known, ruleHits } = await outcome(given, charges);
        const blank = await outcome(
          given,
          charges.map((charge) => withoutNeedless(given, charge)),
        );
        expect([blank.placed, blank.ruleHits]).toEqual([known, ruleHits]);
      }),
      { numRuns: 1000 },
    ));

  test("every moment between two instants that the configuration asks for is the same", () =>
    assert(
      asyncProperty(config, lines, async (given, bill) => {
        const { instants } = chargeNeeds(given);
        const earliest = bill.map((each): Line => {
          const at = instants.findLast((instant) => instant <= Date.parse(each.at)) ?? 0;
          return { ...each, at: new Date(at).toISOString() };
        });
        expect(await outcome(given, chargesOf(given, earliest))).toEqual(
          await outcome(given, chargesOf(given, bill)),
        );
      }),
      runs,
    ));
});

function grouped(charges: readonly ChargeGroup[]): ChargeGroup[] {
  const groups = new Map<string, ChargeGroup>();
  for (const charge of charges) {
    const { lines: count, amount, positive, billed, ...facts } = charge;
    const key = JSON.stringify(facts);
    const known = groups.get(key);
    groups.set(key, {
      ...charge,
      lines: (known?.lines ?? 0) + count,
      amount: (known?.amount ?? 0n) + amount,
      positive: (known?.positive ?? 0n) + positive,
      billed: (known?.billed ?? 0n) + billed,
    });
  }
  return [...groups.values()];
}

function inScope(
  { scope }: Config,
  { account, service, serviceName }: { account: string; service: string; serviceName: string },
) {
  const accounts = scope.accounts.includes("*") || account.startsWith("1");
  const known = ["AmazonEC2", "AmazonS3", "AmazonBedrock"].includes(service) || serviceName !== "";
  return accounts && (scope.services.includes("*") || known);
}

/** A charge as a bill hands it over: without the facts that nobody asks for, unless others follow its resource. */
function withoutNeedless(given: Config, charge: ChargeGroup): ChargeGroup {
  const { facts } = chargeNeeds(given);
  const needless = OPTIONAL_FACTS.filter(
    (fact) => !facts.has(fact) && !(fact === "resource" && charge.followed),
  );
  const blank = (fact: OptionalFact) =>
    fact === "service" ? { service: "", serviceName: "" } : { [fact]: "" };
  return Object.assign({}, charge, ...needless.map(blank));
}

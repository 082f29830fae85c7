import { expect, test } from "vitest";
import { formatAmount } from "../costs/money.ts";
import { attributed, chargesOf, configOf, type Line } from "../costs/testing/attribution.ts";
import { difference } from "./difference.ts";
import { holderKey } from "./holder.ts";
import { PlacedSums } from "./placed-sums.ts";

const CONFIG = configOf(`
dimensions: { team: t }
tags: { t: { values: [vision, nlp, infra] } }
policies: { tax: follow }
pools: [{ name: eks, match: { service: eks }, method: even }]`);

const EC2 = { account: "1", service: "AmazonEC2" };

async function sumsOf(lines: readonly Line[]) {
  const sums = new PlacedSums();
  return sums.of(await attributed(CONFIG, chargesOf(CONFIG, lines), sums));
}

/** The causes of each change, as texts. */
async function causes(before: readonly Line[], after: readonly Line[]) {
  const { changes } = difference(await sumsOf(before), await sumsOf(after), "USD");
  const entries = changes.map(({ holder, causes: all }): [string, string[]] => [
    nameOf(holderKey(holder)),
    all.map(({ kind, amount, other, account, service, lineItemType }) => {
      const whom = other === null ? "" : ` ${nameOf(holderKey(other))}`;
      return `${kind} ${formatAmount(amount)}${whom}: ${account} ${service} ${lineItemType}`;
    }),
  ]);
  return Object.fromEntries(entries);
}

function nameOf(key: string): string {
  return key.replace("\u0001", " ");
}

const vision = (amount: string, line: Line = EC2): Line => ({ ...line, tags: { t: "vision" }, amount });
const nlp = (amount: string, line: Line = EC2): Line => ({ ...line, tags: { t: "nlp" }, amount });
const infra = (amount: string, line: Line = EC2): Line => ({ ...line, tags: { t: "infra" }, amount });
const nobody = (amount: string, line: Line = EC2): Line => ({ ...line, amount });

test("the same charges with other tags changed hands, from whom to whom", async () => {
  expect(await causes([nobody("5"), vision("1")], [vision("6")])).toEqual({
    "team vision": ["retagged 5 unallocated: 1 AmazonEC2 Usage"],
    unallocated: ["retagged -5 team vision: 1 AmazonEC2 Usage"],
  });
});

test("what one gave to several is told of each", async () => {
  expect(await causes([nobody("5")], [vision("2"), nlp("3")])).toEqual({
    "team nlp": ["retagged 3 unallocated: 1 AmazonEC2 Usage"],
    "team vision": ["retagged 2 unallocated: 1 AmazonEC2 Usage"],
    unallocated: ["retagged -3 team nlp: 1 AmazonEC2 Usage", "retagged -2 team vision: 1 AmazonEC2 Usage"],
  });
});

test("between several on both sides nobody can tell who gave what to whom", async () => {
  expect(await causes([nobody("4"), vision("4")], [infra("5"), nlp("3")])).toEqual({
    "team infra": ["retagged 5: 1 AmazonEC2 Usage"],
    "team nlp": ["retagged 3: 1 AmazonEC2 Usage"],
    "team vision": ["retagged -4: 1 AmazonEC2 Usage"],
    unallocated: ["retagged -4: 1 AmazonEC2 Usage"],
  });
});

test("another amount for the same is restated", async () => {
  expect(await causes([vision("5"), nlp("1")], [vision("4.999"), nlp("1")])).toEqual({
    "team vision": ["restated -0.001: 1 AmazonEC2 Usage"],
  });
});

test("where charges are restated and change hands, what runs against the whole changed hands", async () => {
  expect(await causes([vision("10"), nlp("10")], [vision("8"), nlp("15"), infra("1")])).toEqual({
    "team infra": ["restated 0.67: 1 AmazonEC2 Usage", "retagged 0.33 team vision: 1 AmazonEC2 Usage"],
    "team nlp": ["restated 3.33: 1 AmazonEC2 Usage", "retagged 1.67 team vision: 1 AmazonEC2 Usage"],
    "team vision": [
      "retagged -1.67 team nlp: 1 AmazonEC2 Usage",
      "retagged -0.33 team infra: 1 AmazonEC2 Usage",
    ],
  });
});

test("charges of a kind that was not there are added, and of one that is not any more removed", async () => {
  const s3 = { account: "1", service: "AmazonS3" };
  const credit = { ...EC2, lineItemType: "Credit" };
  expect(await causes([vision("5"), vision("-1", credit)], [vision("5"), nlp("2", s3)])).toEqual({
    "team nlp": ["added 2: 1 AmazonS3 Usage"],
    "team vision": ["removed 1: 1 AmazonEC2 Credit"],
  });
});

test("charges of a kind that comes to nothing are still of a kind that is there", async () => {
  expect(await causes([vision("1"), nlp("-1")], [vision("2")])).toEqual({
    "team nlp": ["restated 1: 1 AmazonEC2 Usage"],
    "team vision": ["restated 1: 1 AmazonEC2 Usage"],
  });
});

test("what follows others changes hands with them", async () => {
  const tax: Line = { ...EC2, lineItemType: "Tax", amount: "2" };
  expect(await causes([nobody("10"), tax], [vision("10"), tax])).toEqual({
    "team vision": ["retagged 10 unallocated: 1 AmazonEC2 Usage", "retagged 2 unallocated: 1 AmazonEC2 tax"],
    unallocated: ["retagged -10 team vision: 1 AmazonEC2 Usage", "retagged -2 team vision: 1 AmazonEC2 tax"],
  });
});

test("what goes one way in one kind and back in another is told, though nothing is left of it", async () => {
  const s3 = { account: "1", service: "AmazonS3" };
  expect(await causes([vision("5"), nlp("5", s3)], [nlp("5"), vision("5", s3)])).toEqual({
    "team nlp": ["retagged 5 team vision: 1 AmazonEC2 Usage", "retagged -5 team vision: 1 AmazonS3 Usage"],
    "team vision": ["retagged -5 team nlp: 1 AmazonEC2 Usage", "retagged 5 team nlp: 1 AmazonS3 Usage"],
  });
});

import { describe, expect, test } from "vitest";
import { formatAmount } from "../money.ts";
import { attributed, chargesOf, configOf, destinationName, type Line } from "../testing/attribution.ts";

const CONFIG = configOf(`
dimensions: { team: t }
tags: { t: { values: [vision, nlp] } }
policies: { tax: follow }
pools: [{ name: eks, match: { service: eks }, method: even }]`);

const EC2 = { account: "1", service: "AmazonEC2" };
const S3 = { account: "1", service: "AmazonS3" };

async function observed(lines: readonly Line[]) {
  const heard: (number | null)[] = [];
  const result = await attributed(CONFIG, chargesOf(CONFIG, lines), {
    placed: (_, destination) => heard.push(destination),
  });
  const names = [...result.totals.values()].map(({ destination }) => destinationName(destination));
  const followed = result.followed.map(({ destination, account, service, amount }) => [
    destinationName(destination),
    account,
    service,
    formatAmount(amount),
  ]);
  return { heard: heard.map((index) => (index === null ? null : names[index])), followed };
}

describe("whoever wants to hear of each charge", () => {
  test("hears where it counts, and nothing definite of what follows others", async () => {
    const { heard } = await observed([
      { ...EC2, tags: { t: "vision" } },
      { account: "1", service: "AmazonEKS" },
      { ...EC2, lineItemType: "Tax" },
      { ...S3 },
      { ...S3, tags: { t: "vision" } },
    ]);
    expect(heard).toEqual(["vision", "pool eks", null, "no-team", "vision"]);
  });
});

describe("what followed others", () => {
  const spent = [
    { ...EC2, tags: { t: "vision" }, amount: "1" },
    { ...EC2, tags: { t: "nlp" }, amount: "3" },
  ];

  test("is known on its own by where it counts, with its account and service", async () => {
    const { followed } = await observed([...spent, { ...EC2, lineItemType: "Tax", amount: "4" }]);
    expect(followed).toEqual([
      ["vision", "1", "AmazonEC2", "1"],
      ["nlp", "1", "AmazonEC2", "3"],
    ]);
  });

  test("has no service where charges of several followed the same", async () => {
    const tax = { account: "1", lineItemType: "Tax", amount: "2" };
    const { followed } = await observed([
      ...spent,
      { ...tax, service: "AmazonECR" },
      { ...tax, service: "AmazonS3" },
    ]);
    expect(followed).toEqual([
      ["vision", "1", "", "1"],
      ["nlp", "1", "", "3"],
    ]);
  });

  test("counts as an ordinary charge where there is nothing to follow", async () => {
    expect((await observed([{ ...S3, lineItemType: "Tax", tags: { t: "nlp" } }])).followed).toEqual([
      ["nlp", "1", "AmazonS3", "1"],
    ]);
  });
});

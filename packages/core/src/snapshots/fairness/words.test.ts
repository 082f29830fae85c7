import { expect, test } from "vitest";
import { sharingConfig, used } from "../../costs/sharing/testing/share.ts";
import { madeSnapshot } from "../testing/made-snapshot.ts";
import { fairness } from "./fairness.ts";
import { fairnessWarnings } from "./words.ts";

const LINES = [
  { service: "AmazonEC2", amount: "15" },
  { service: "AmazonCloudWatch", amount: "15" },
];
const POOLS = `
  - { name: gpu, match: { service: AmazonEC2 }, method: usage, metric: { use: 1 } }
  - { name: watch, match: { service: AmazonCloudWatch }, method: even }`;

test("a warning says who bears how much more than alone, and of which pools", async () => {
  const usage = [used("gpu", "nlp", "1"), used("gpu", "ranking", "1"), used("watch", "vision", "1")];
  const bill = await madeSnapshot(sharingConfig(["idle", "nlp", "ranking", "vision"], POOLS), LINES, usage);
  expect(fairnessWarnings(fairness(bill), "USD")).toEqual([
    "idle bears 3.75 USD of shared cost; alone it would bear 0: it is not known to use 3.75 of watch, which others use",
    "idle, nlp and ranking together bear 26.25 USD of measured pools; without the others they would bear 15",
  ]);
});

test("nobody is warned where everybody bears no more than alone", async () => {
  const usage = [used("gpu", "nlp", "1"), used("watch", "nlp", "1")];
  const bill = await madeSnapshot(sharingConfig(["nlp"], POOLS), LINES, usage);
  expect(fairnessWarnings(fairness(bill), "USD")).toEqual([]);
});

import { beforeAll, beforeEach, expect, test } from "vitest";
import { type Laptop, makeLaptops } from "../ingest/laptop.ts";
import { deliver, divideOn, handIn, NOW, SHARING } from "./allocating.ts";

const { newLaptop } = makeLaptops();
const WATCHED = `${SHARING}budgets:
  - { match: { team: fraud-detection }, monthly: "100", alert: [0.5, 1.0] }
  - { match: { team: personalization }, monthly: "1000000", alert: [0.5] }
`;

let begun: string;
let laptop: Laptop;

beforeAll(async () => {
  const first = await newLaptop();
  begun = first.folder;
  await first.take(await deliver(begun, 1), { rules: SHARING });
  handIn(begun, ["gpu,fraud-detection,gpu-hours,3", "machines,personalization,cpu-core-hours,7"]);
});

beforeEach(async () => {
  laptop = await newLaptop(begun);
});

async function told(): Promise<unknown[]> {
  const events = await laptop.ledger.outgoing(1000);
  return events.filter(({ type }) => type === "BudgetCrossed").map(({ detail }) => detail.threshold);
}

test("each threshold is told of once, with the snapshot in which it was crossed, on effective cost only", async () => {
  const [effective, billed] = await divideOn(laptop, { rules: WATCHED, bases: ["effective", "billed"] });
  expect(effective?.crossed.map(({ threshold }) => threshold)).toEqual(["0.5", "1"]);
  expect(billed?.crossed).toEqual([]);
  expect((await told()).sort()).toEqual(["0.5", "1"]);
  const crossed = (await laptop.ledger.outgoing(1000)).find(({ type }) => type === "BudgetCrossed");
  expect(crossed?.detail.snapshot).toBe(effective?.snapshot?.id);
  await laptop.take(await deliver(laptop.folder, 2), { rules: SHARING });
  const [later] = await divideOn(laptop, { rules: WATCHED, now: NOW + 1, bases: ["effective"] });
  expect([later?.outcome, later?.crossed]).toEqual(["published", []]);
  expect(await told()).toHaveLength(2);
});

test("a budget that is lowered below what was spent is told of", async () => {
  await divideOn(laptop, { rules: WATCHED });
  const lowered = WATCHED.replace("1000000", "10");
  const [effective] = await divideOn(laptop, { rules: lowered, now: NOW + 1 });
  expect(effective?.crossed.map(({ budget }) => budget.match)).toEqual([{ team: "personalization" }]);
  expect(await told()).toHaveLength(3);
});

test("more thresholds than one transaction holds are all told of, each once", async () => {
  const alert = Array.from({ length: 230 }, (_, index) => (index + 1) / 1000);
  const many = `${SHARING}budgets: [{ match: { team: fraud-detection }, monthly: "100", alert: [${alert}] }]\n`;
  const [effective] = await divideOn(laptop, { rules: many });
  expect(effective?.crossed).toHaveLength(230);
  expect(new Set(await told()).size).toBe(230);
  const [again] = await divideOn(laptop, { rules: many, now: NOW + 1 });
  expect([again?.outcome, again?.crossed]).toEqual(["again", []]);
  expect(await told()).toHaveLength(230);
});

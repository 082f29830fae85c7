import { loadConfig } from "@tagledger/core/config/load";
import { sum } from "@tagledger/core/costs/money";
import { closePeriod } from "@tagledger/core/flows/close-period";
import { diffVersions } from "@tagledger/core/flows/diff-versions";
import { reopenPeriod } from "@tagledger/core/flows/reopen-period";
import { expect, test } from "vitest";
import { makeCharges, PERIOD } from "../bills/charge.ts";
import { RULES } from "../bills/config.ts";
import { deliverCur2 } from "../bills/deliver.ts";
import { type Laptop, makeLaptops, totalOf } from "./laptop.ts";

const { newLaptop } = makeLaptops();
let laptop: Laptop;

const [DAY, AT] = [86_400_000, Date.UTC(2026, 9, 2)];
const ANN = { period: PERIOD, by: "ann", reason: "the invoice is paid", now: AT };
const { config } = loadConfig(RULES, "tagledger.yaml");

function deliver(seed: number): Promise<string> {
  return deliverCur2(laptop.folder, makeCharges(400, seed), { run: `run-${seed}`, at: AT + seed * DAY });
}

test("a closed period is not replaced; what differs can be told to the digit, and is read once it is open again", async () => {
  laptop = await newLaptop();
  const { records } = laptop.ports;
  await laptop.take(await deliver(1));
  await closePeriod({ records }, ANN);
  const before = await laptop.read();
  const place = await deliver(2);
  for (let time = 0; time < 2; time++) {
    const [held] = await laptop.take(place);
    expect([held?.outcome, held?.reason]).toEqual([
      "held",
      "the period was closed on 2026-10-02T00:00:00.000Z",
    ]);
  }
  expect(await laptop.read()).toEqual(before);
  // Other rules change nothing of it either.
  const [again] = await laptop.take(place, {
    rules: `${RULES}  - { name: more, match: { service: ec2 }, method: even }\n`,
  });
  expect(again?.outcome).toBe("held");
  expect(await laptop.read()).toEqual(before);

  const compared = await diffVersions(laptop.ports, {
    config,
    period: PERIOD,
    before: "1",
    after: "2",
    basis: "effective",
  });
  await reopenPeriod({ records }, ANN);
  const [opened] = await laptop.take(place);
  expect(opened?.outcome).toBe("published");
  const after = await laptop.read();
  const { changes } = compared.difference;
  expect(changes.length).toBeGreaterThan(1);
  expect(sum(changes.map(({ delta }) => delta))).toBe(totalOf(after) - totalOf(before));
  for (const { holder, delta, causes } of changes) {
    const days = (all: typeof after) =>
      all.filter((month) => JSON.stringify(month.holder) === JSON.stringify(holder));
    expect(delta, JSON.stringify(holder)).toBe(totalOf(days(after)) - totalOf(days(before)));
    expect(sum(causes.map(({ amount }) => amount))).toBe(delta);
  }
});

test("a period is closed while its bill is being taken in: nothing is replaced", async () => {
  laptop = await newLaptop();
  const { records, engine } = laptop.ports;
  await laptop.take(await deliver(1));
  const before = await laptop.read();
  const stage: typeof engine.stage = async (...given) => {
    const staged = await engine.stage(...given);
    await closePeriod({ records }, ANN);
    return staged;
  };
  Object.assign(laptop.ports, { engine: { stage, open: engine.open } });
  expect((await laptop.take(await deliver(2)))[0]?.outcome).toBe("held");
  expect(await laptop.read()).toEqual(before);
});

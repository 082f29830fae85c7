import { memoryLedger } from "@tagledger/adapters/memory/ledger";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { loadConfig } from "@tagledger/core/config/load";
import { drainDue } from "@tagledger/core/flows/drain-due";
import { enforce } from "@tagledger/core/flows/enforce";
import { enforceMany } from "@tagledger/core/flows/enforce-many";
import { rulesOf } from "@tagledger/core/flows/rules";
import type { AccrualRecord } from "@tagledger/core/ledger/accrual";
import type { Inventory, Ledger } from "@tagledger/core/ports";
import { accrued } from "@tagledger/core/spend/accrual";
import type { PriceBook } from "@tagledger/core/spend/price";
import { priceBook } from "@tagledger/core/spend/price-book";
import { fixedRates } from "@tagledger/core/spend/testing/rates";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BEGIN, END, type Happened, histories } from "./arbitrary/history.ts";

const { config } = loadConfig(
  `version: 1
dimensions: { team: ml-team, project: ml-project }
tags:
  ml-team: { required: true, values: [vision, ranking] }
  ml-project: { required: true, pattern: "[a-z]{2,20}" }
enforcement: { default: { mode: observe, grace: 1h } }
`,
  "rules.yaml",
);
const RULES = rulesOf(config, "c0ffee");
const PRICES = priceBook(fixedRates({ "ec2-linux m5.large": "0.1" }));
const HOUR = 3_600_000;

interface Ports {
  readonly ledger: Ledger;
  readonly inventory: Inventory & { now: number };
  readonly prices: PriceBook;
}

/** What is true at an instant, as reads show it that neither lag nor fail. */
function truth(happened: readonly Happened[]): Ports["inventory"] {
  return {
    now: 0,
    async look(sought) {
      return sought.map(({ arn }) => {
        const last = happened.findLast(
          (each) => each.arn === arn && each.leaves !== undefined && each.at <= this.now,
        );
        return last?.leaves == null ? { miss: "absent" } : { tags: last.leaves };
      });
    },
    async *list() {},
    lists: () => false,
  };
}

function portsOf(happened: readonly Happened[]): Ports {
  return { ledger: memoryLedger(), inventory: truth(happened), prices: PRICES };
}

async function deliver(ports: Ports, { record }: Happened, now: number): Promise<void> {
  await enforce({ ...ports, hash: nodeHash }, RULES, { record, now });
}

async function drain(ports: Ports, now: number): Promise<void> {
  ports.inventory.now = now;
  while ((await drainDue(ports, RULES, { now, limit: 10 })).done > 0);
}

/** Lets time pass, doing what is due when it is. */
async function pass(ports: Ports, until: number): Promise<void> {
  for (;;) {
    const [next] = await ports.ledger.due(until, 1);
    if (next?.due == null) return;
    await drain(ports, next.due);
  }
}

/** All that the ledger holds of the resources in the end, but for when it was found out. */
async function known({ ledger }: Ports, happened: readonly Happened[]) {
  const names = [...new Set(happened.map(({ arn }) => arn))].sort();
  return Promise.all(
    names.map(async (name) => {
      const { incarnations, accruals, facts } = await ledger.history(name);
      const told = facts.filter(({ kind }) => kind !== "decided" && kind !== "read" && kind !== "missed");
      return { incarnations, accruals, told };
    }),
  );
}

async function inOrder(happened: readonly Happened[]): Promise<Ports> {
  const ports = portsOf(happened);
  for (const each of happened) await deliver(ports, each, each.at);
  await drain(ports, END);
  return ports;
}

/** The same events in another order, some twice. */
const shuffled = histories.chain((happened) =>
  fc.tuple(
    fc.constant(happened),
    fc
      .tuple(
        fc.shuffledSubarray([...happened], { minLength: happened.length, maxLength: happened.length }),
        fc.subarray([...happened]),
      )
      .map(([all, twice]) => [...all, ...twice]),
  ),
);

describe("after all due work is done, the ledger holds the same", () => {
  test("in whatever order events come, and however often", async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, async ([happened, delivered]) => {
        const ports = portsOf(happened);
        for (const each of delivered) await deliver(ports, each, END);
        await drain(ports, END);
        expect(await known(ports, happened)).toEqual(await known(await inOrder(happened), happened));
      }),
      { numRuns: 300 },
    );
  });

  test("however late they come, with work done in between by what was known then", async () => {
    const delayed = histories.chain((happened) =>
      fc.tuple(
        fc.constant(happened),
        fc.array(fc.integer({ min: 0, max: 20 * HOUR }), {
          minLength: happened.length,
          maxLength: happened.length,
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(delayed, async ([happened, delays]) => {
        const ports = portsOf(happened);
        const arrivals = happened.map((each, index) => ({ each, now: each.at + (delays[index] ?? 0) }));
        for (const { each, now } of arrivals.sort((a, b) => a.now - b.now)) {
          await pass(ports, now);
          await deliver(ports, each, now);
        }
        await pass(ports, END);
        expect(await known(ports, happened)).toEqual(await known(await inOrder(happened), happened));
      }),
      { numRuns: 300 },
    );
  });

  test("when many are taken in together", async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, async ([happened, delivered]) => {
        const ports = portsOf(happened);
        const events = (async function* () {
          for (const { record } of delivered) yield { record, now: END };
        })();
        const outcomes: boolean[] = [];
        for await (const { again } of enforceMany({ ...ports, hash: nodeHash }, RULES, events))
          outcomes.push(again);
        await drain(ports, END);
        expect(await known(ports, happened)).toEqual(await known(await inOrder(happened), happened));
        expect(outcomes).toHaveLength(delivered.length);
        expect(outcomes.filter((again) => !again)).toHaveLength(happened.length);
      }),
      { numRuns: 200 },
    );
  });

  test("when several work at once", async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, async ([happened, delivered]) => {
        const ports = portsOf(happened);
        ports.inventory.now = END;
        const early = delivered.slice(0, delivered.length / 2);
        await Promise.all([...early.map((each) => deliver(ports, each, END)), drain(ports, END)]);
        await Promise.all([
          ...delivered.map((each) => deliver(ports, each, END)),
          drain(ports, END),
          drain(ports, END),
        ]);
        await drain(ports, END);
        expect(await known(ports, happened)).toEqual(await known(await inOrder(happened), happened));
      }),
      { numRuns: 200 },
    );
  });

  test("wherever it crashed, when events are delivered again", async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.array(fc.nat(40), { maxLength: 12 }), async (happened, crashes) => {
        const ports = portsOf(happened);
        const crashing = unreliable(ports, new Set(crashes));
        for (const each of happened) await insist(() => deliver(crashing, each, END));
        await insist(() => drain(crashing, END));
        expect(await known(ports, happened)).toEqual(await known(await inOrder(happened), happened));
      }),
      { numRuns: 300 },
    );
  });
});

describe("what resources cost", () => {
  test("is known for each moment of a life once, and never negative", async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (happened) => {
        const ports = await inOrder(happened);
        for (const { incarnations, accruals } of await known(ports, happened)) {
          expect(accruals.map(({ incarnation }) => incarnation).sort()).toEqual(
            incarnations.map(({ incarnation }) => incarnation).sort(),
          );
          for (const accrual of accruals) expectOrdered(accrual);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("adds up over any two halves of a time", async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(Math.floor((END - BEGIN) / 1000)), async (happened, seconds) => {
        const ports = await inOrder(happened);
        const middle = BEGIN + seconds * 1000;
        for (const { accruals } of await known(ports, happened)) {
          for (const { intervals } of accruals) {
            const sum = (from: number, until: number) =>
              accrued(intervals, { from, until }).amountMilliseconds.get("USD") ?? 0n;
            expect(sum(BEGIN, middle) + sum(middle, END)).toBe(sum(BEGIN, END));
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

function expectOrdered({ intervals, start }: AccrualRecord): void {
  let end: number | null = start;
  for (const { from, until } of intervals) {
    expect(end).not.toBeNull();
    expect(from).toBeGreaterThanOrEqual(end ?? 0);
    if (until !== null) expect(until).toBeGreaterThan(from);
    end = until;
  }
}

/** Ports of which some calls, counted over all, fail before or after they did what they should. */
function unreliable(ports: Ports, crashes: ReadonlySet<number>): Ports {
  let calls = 0;
  const crash = () => {
    if (crashes.has(calls++)) throw new Error("crashed");
  };
  const shaky = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name, receiver) {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member !== "function") return member;
        return async (...given: unknown[]) => {
          crash();
          const answer: unknown = await member.apply(target, given);
          crash();
          return answer;
        };
      },
      set: (target, name, value) => Reflect.set(target, name, value),
    });
  return { ledger: shaky(ports.ledger), inventory: shaky(ports.inventory), prices: shaky(ports.prices) };
}

/** Does something again until it succeeds, as queues do. */
async function insist(act: () => Promise<void>): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      await act();
      return;
    } catch (error) {
      if (!(error instanceof Error && error.message === "crashed")) throw error;
    }
  }
  throw new Error("it never succeeded");
}

import { beforeEach, describe, expect, test } from "vitest";
import type { OutgoingEvent } from "../ledger/outbox.ts";
import { START } from "../ledger/testing/records.ts";
import type { EventBus } from "../ports.ts";
import { type PublishPorts, publishEvents } from "./publish-events.ts";

/** The events that wait, and those that the bus has heard. */
let waiting: Map<string, OutgoingEvent>;
let heard: string[];

beforeEach(() => {
  waiting = new Map();
  heard = [];
});

/** The part of a ledger that keeps events until they are sent. */
const ledger: PublishPorts["ledger"] = {
  async outgoing(limit) {
    return [...waiting.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).slice(0, limit);
  },
  async transact(writes) {
    if (writes.length > 100) throw new RangeError(`${writes.length} are too many`);
    for (const write of writes) if (write.kind === "sent") waiting.delete(write.event.id);
    return { done: true };
  },
};

/** A bus that takes what it is not told to refuse. */
function busRefusing(...refused: string[]): EventBus {
  return {
    async put(events) {
      heard.push(...events.map(({ id }) => id));
      return events.map(({ id }) => !refused.includes(id));
    },
  };
}

function keep(...ids: string[]): void {
  for (const [place, id] of ids.entries())
    waiting.set(id, { id, type: "ResourceViolating", at: START + place, detail: { id } });
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, place) => `event-${String(place).padStart(4, "0")}`);

test("events go out in the order in which they happened, and wait no more", async () => {
  keep("c", "a", "b");
  expect(await publishEvents({ ledger, bus: busRefusing() }, { limit: 10 })).toEqual({ sent: 3, refused: 0 });
  expect(heard).toEqual(["c", "a", "b"]);
  expect(waiting.size).toBe(0);
});

test("where none waits the bus is not asked", async () => {
  expect(await publishEvents({ ledger, bus: busRefusing() }, { limit: 10 })).toEqual({ sent: 0, refused: 0 });
  expect(heard).toEqual([]);
});

test("no more go out than are asked for, and the next run goes on", async () => {
  keep("a", "b", "c");
  expect(await publishEvents({ ledger, bus: busRefusing() }, { limit: 2 })).toEqual({ sent: 2, refused: 0 });
  expect([...waiting.keys()]).toEqual(["c"]);
});

test("more than a transaction holds go out in one run", async () => {
  keep(...numbered(250));
  expect(await publishEvents({ ledger, bus: busRefusing() }, { limit: 250 })).toMatchObject({ sent: 250 });
  expect(waiting.size).toBe(0);
});

describe("an event that the bus refuses", () => {
  test("waits for the next run, and is heard then under the same id", async () => {
    keep("a", "b");
    expect(await publishEvents({ ledger, bus: busRefusing("a") }, { limit: 10 })).toEqual({
      sent: 1,
      refused: 1,
    });
    expect([...waiting.keys()]).toEqual(["a"]);
    expect(await publishEvents({ ledger, bus: busRefusing() }, { limit: 10 })).toEqual({
      sent: 1,
      refused: 0,
    });
    expect(heard).toEqual(["a", "b", "a"]);
  });

  test("is asked for once in a run", async () => {
    keep("a");
    expect(await publishEvents({ ledger, bus: busRefusing("a") }, { limit: 10 })).toEqual({
      sent: 0,
      refused: 1,
    });
    expect(heard).toEqual(["a"]);
  });

  test("holds up nothing behind it, however many of them there are", async () => {
    const all = numbered(30);
    keep(...all);
    const bus = busRefusing(...all.slice(0, 25));
    expect(await publishEvents({ ledger, bus }, { limit: 5 })).toEqual({ sent: 5, refused: 25 });
    expect([...waiting.keys()]).toEqual(all.slice(0, 25));
  });
});

test("what was handed over and not noted is handed over again", async () => {
  keep("a");
  const dying = { ...ledger, transact: () => Promise.reject(new Error("the worker died")) };
  await expect(publishEvents({ ledger: dying, bus: busRefusing() }, { limit: 10 })).rejects.toThrow("died");
  expect(await publishEvents({ ledger, bus: busRefusing() }, { limit: 10 })).toEqual({ sent: 1, refused: 0 });
  expect(heard).toEqual(["a", "a"]);
});

test("a list that still shows what was sent a moment ago sends nothing twice in a run", async () => {
  keep("a", "b", "c", "d");
  const before = await ledger.outgoing(10);
  const behind = { ...ledger, outgoing: async (limit: number) => before.slice(0, limit) };
  expect(await publishEvents({ ledger: behind, bus: busRefusing() }, { limit: 10 })).toMatchObject({
    sent: 4,
  });
  expect(heard).toEqual(["a", "b", "c", "d"]);
});

test("what another run forgot meanwhile is no reason to keep the rest", async () => {
  keep("a", "b");
  const shared: PublishPorts["ledger"] = {
    ...ledger,
    async transact(writes) {
      const gone = writes.flatMap((write, place) =>
        write.kind === "sent" && write.event.id === "a" ? [place] : [],
      );
      return gone.length > 0 ? { done: false, refused: gone } : ledger.transact(writes);
    },
  };
  await publishEvents({ ledger: shared, bus: busRefusing() }, { limit: 2 });
  expect([...waiting.keys()]).toEqual(["a"]);
});

import type { ResourceRequest } from "@tagledger/core/ledger/request";
import { START } from "@tagledger/core/ledger/testing/records";
import { makeRequest } from "@tagledger/core/ledger/testing/requests";
import type { Ledger } from "@tagledger/core/ports";
import { expect, test } from "vitest";
import { TEXTS } from "./texts.ts";

/** What every ledger holds of what people ask for. */
export function requestContract(open: () => Promise<Ledger>): void {
  const write = (ledger: Ledger, given: Partial<ResourceRequest>, revision = 0) =>
    ledger.transact([{ kind: "request", request: makeRequest(given), revision }]);
  const idsOf = async (ledger: Ledger, query: Partial<Parameters<Ledger["requests"]>[0]> = {}) =>
    (await ledger.requests({ limit: 100, ...query })).items.map(({ id }) => id);

  test("are none at first", async () => {
    const ledger = await open();
    expect(await ledger.requests({ limit: 10 })).toEqual({ items: [], next: null });
    expect(await ledger.request("5d41402abc4b2a76")).toBeNull();
  });

  test("come back as they were written, with their revision", async () => {
    const ledger = await open();
    const told = { reason: "#5", note: null, until: null, kind: "release" } as const;
    expect(await write(ledger, told)).toEqual({ done: true });
    expect(await ledger.request(makeRequest().id)).toEqual(makeRequest({ ...told, revision: 1 }));
    expect((await ledger.requests({ limit: 1 })).items).toEqual([makeRequest({ ...told, revision: 1 })]);
  });

  test("are not written over what was not seen", async () => {
    const ledger = await open();
    await write(ledger, {});
    expect(await write(ledger, { state: "refused" })).toEqual({ done: false, refused: [0] });
    expect(await write(ledger, { state: "approved" }, 1)).toEqual({ done: true });
    expect(await write(ledger, { state: "refused" }, 1)).toEqual({ done: false, refused: [0] });
    expect(await ledger.request(makeRequest().id)).toMatchObject({ state: "approved", revision: 2 });
  });

  test("are listed the newest first, all or a team's, a page at a time", async () => {
    const ledger = await open();
    const given = [
      { id: "a", at: START + 1, team: "vision" },
      { id: "b", at: START + 3, team: null },
      { id: "c", at: START + 2, team: "ranking" },
      { id: "d", at: START, team: "vision" },
    ];
    for (const each of given) await write(ledger, each);
    expect(await idsOf(ledger)).toEqual(["b", "c", "a", "d"]);
    expect(await idsOf(ledger, { team: "vision" })).toEqual(["a", "d"]);
    expect(await idsOf(ledger, { team: null })).toEqual(["b"]);
    expect(await idsOf(ledger, { team: "none" })).toEqual([]);
    const first = await ledger.requests({ limit: 3 });
    expect(first.items.map(({ id }) => id)).toEqual(["b", "c", "a"]);
    const last = await ledger.requests({ limit: 3, after: first.next ?? "" });
    expect([last.items.map(({ id }) => id), last.next]).toEqual([["d"], null]);
  });

  test("are refused to go on where no list does", async () => {
    const ledger = await open();
    await expect(ledger.requests({ limit: 1, after: "here" })).rejects.toThrow("no place");
    await expect(ledger.requests({ limit: 0 })).rejects.toThrow("1 to 1000");
  });

  test("are of any team", async () => {
    const ledger = await open();
    for (const [index, team] of TEXTS.entries()) await write(ledger, { id: `${index}`, team });
    for (const [index, team] of TEXTS.entries()) expect(await idsOf(ledger, { team })).toEqual([`${index}`]);
  });

  test("name nobody any more when that is forgotten, and keep all else", async () => {
    const ledger = await open();
    const decided = { id: "a", state: "approved", decidedBy: "bob", decidedAt: START } as const;
    await write(ledger, decided);
    await write(ledger, { id: "b", at: START + 10 });
    const forgetting = { personalBefore: START + 5, expiredBy: 0 };
    expect(await ledger.forget(forgetting)).toMatchObject({ personal: 1 });
    expect(await ledger.request("a")).toEqual(
      makeRequest({ ...decided, requester: "forgotten", decidedBy: "forgotten", revision: 2 }),
    );
    expect(await ledger.request("b")).toMatchObject({ requester: "ann" });
    expect(await ledger.forget(forgetting)).toMatchObject({ personal: 0 });
  });
}

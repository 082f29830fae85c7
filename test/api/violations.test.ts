import { OPEN_VIEWER } from "@tagledger/core/access/viewer";
import {
  makeAccrual,
  makeCreated,
  makeRecord,
  recorded,
  START,
} from "@tagledger/core/ledger/testing/records";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Laptop, openLaptop } from "../ingest/laptop.ts";
import { ask } from "./ask.ts";
import { handlerOn, NOW, newFolder, systemOn } from "./company.ts";
import { expectConforming } from "./conforming.ts";
import { type Issuer, startIssuer } from "./issuer.ts";

const { folder, remove } = newFolder();
let issuer: Issuer;
let own: Laptop;

beforeAll(async () => {
  issuer = await startIssuer();
  own = await openLaptop(folder);
});
afterAll(async () => {
  await own.close();
  await issuer.close();
  remove();
});

describe("violations", () => {
  test("come in pages as of the first, none twice and none left out, whatever comes and goes", async () => {
    let now = NOW;
    const handler = handlerOn(
      systemOn(own, issuer, { authenticate: async () => OPEN_VIEWER, now: () => now }),
    );
    const add = async (name: string, created: number, cost: bigint) => {
      const named = {
        resource: `arn:aws:s3:::${name}`,
        arn: `arn:aws:s3:::${name}`,
        id: name,
        incarnation: name,
      };
      const record = makeRecord({ ...named, team: "vision", verdict: "violating", created });
      const base = makeAccrual({
        resource: named.resource,
        dimensions: { ...makeAccrual().dimensions, team: "vision" },
      });
      const facts = [makeCreated({})];
      const { done } = await own.ledger.transact([
        recorded(record, { facts, accruals: cost === 0n ? [] : [{ ...base, resource: named.resource }] }),
      ]);
      expect(done).toBe(true);
    };
    for (let index = 0; index < 9; index += 1)
      await add(`bucket-${index}`, START + (index % 3), index % 2 === 0 ? 1n : 0n);
    const page = async (query: string) => {
      const answered = await ask(handler, { path: "/api/v1/violations", query });
      expectConforming("listViolations", answered);
      expect(answered.status).toBe(200);
      return JSON.parse(answered.text);
    };
    const whole: string[] = (await page("limit=100")).items.map(({ id }: { id: string }) => id);
    expect(whole).toHaveLength(9);
    const found: string[] = [];
    let after = "";
    do {
      const { items, next, at } = await page(`limit=2${after === "" ? "" : `&after=${after}`}`);
      expect(at).toBe(new Date(NOW).toISOString());
      found.push(...items.map(({ id }: { id: string }) => id));
      after = next ?? "";
      now += 3_600_000;
      // One that is newer than all, and one that is older.
      await add(`new-${found.length}`, START + 100 + found.length, 0n);
      await add(`old-${found.length}`, START - 100 - found.length, 0n);
    } while (after !== "");
    expect(new Set(found).size).toBe(found.length);
    expect(found.filter((id) => id.startsWith("bucket"))).toEqual(whole);
    for (const wrong of ["x", Buffer.from('{"at":99999999999999,"cost":"1"}').toString("base64url")]) {
      const { status } = await ask(handler, { path: "/api/v1/violations", query: `after=${wrong}` });
      expect(status).toBe(400);
    }
  });
});

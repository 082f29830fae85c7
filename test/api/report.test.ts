import { jsonReport } from "@tagledger/core/reports/render/json";
import { describe, expect, test } from "vitest";
import { divideOn, handIn } from "../allocate/allocating.ts";
import { readFocus } from "../focus/read.ts";
import { openLaptop } from "../ingest/laptop.ts";
import { ask } from "./ask.ts";
import { askedCompany } from "./asked-company.ts";
import { handlerOn, makeCompany, NOW, newFolder, RULES } from "./company.ts";

const HOUR = 3_600_000;
const REPORT = "/api/v1/months/2026-09/report";
const company = askedCompany();
const { asked, read, system } = company;

describe("a report", () => {
  test("has the digits of its snapshot, by any grouping", async () => {
    const { snapshot } = company;
    const { period, currency, basis, totals, rows } = jsonReport(snapshot.report);
    expect(await read({ path: REPORT })).toEqual({
      ...{ period, currency, basis, totals, rows },
      snapshot: snapshot.id,
      at: new Date(snapshot.at).toISOString(),
      ...{ teams: null, groupBy: ["team"], where: {}, next: null },
    });
    const { rows: finer } = await read({ path: REPORT, query: "groupBy=project,environment" });
    expect(Object.keys(finer[0])).toEqual(["project", "environment", "direct", "shared", "total"]);
    const cents = (all: { total: string }[]) => all.reduce((sum, { total }) => sum + parse(total), 0n);
    expect(cents(finer)).toBe(parse(totals.direct) + parse(totals.shared));
  });

  test("comes in pages that together are the whole", async () => {
    const whole = await read({ path: REPORT, query: "groupBy=team,project" });
    const rows: unknown[] = [];
    let after = "";
    do {
      const query = `groupBy=team,project&limit=2${after === "" ? "" : `&after=${after}`}`;
      const page = await read({ path: REPORT, query });
      expect(page.rows.length).toBeLessThanOrEqual(2);
      rows.push(...page.rows);
      after = page.next ?? "";
    } while (after !== "");
    expect(rows).toEqual(whole.rows);
    expect(rows.length).toBeGreaterThan(2);
  });

  test("is continued by an address that is short, however many teams there are", async () => {
    const { next } = await read({ path: REPORT, query: "limit=1" });
    expect(next.length).toBeLessThan(200);
  });

  test("is not continued in another version of itself, nor from nowhere", async () => {
    const { next } = await read({ path: REPORT, query: "groupBy=team,project&limit=1" });
    for (const query of [
      "groupBy=team,project&basis=billed",
      "groupBy=project",
      "groupBy=team,project&compare=before",
    ]) {
      const other = await asked({ path: REPORT, query: `${query}&after=${next}` });
      expect([other.status, JSON.parse(other.text).detail]).toEqual([
        400,
        expect.stringMatching(/made anew/),
      ]);
    }
    for (const after of ["x", "bnVsbA", Buffer.from('{"version":"x","from":-1}').toString("base64url")])
      expect((await asked({ path: REPORT, query: `after=${after}` })).status).toBe(400);
  });

  test("is said not to have changed while its snapshot is read", async () => {
    const first = await asked({ path: REPORT });
    const again = await asked({ path: REPORT, headers: { "If-None-Match": first.headers.etag ?? "" } });
    expect([again.status, again.text, again.headers.etag]).toEqual([304, "", first.headers.etag]);
    const tags = [first.headers.etag];
    for (const query of ["groupBy=project", "basis=billed", "format=csv", "team="])
      tags.push((await asked({ path: REPORT, query })).headers.etag);
    expect(new Set(tags).size).toBe(tags.length);
  });

  test("is of the snapshot that its tag is of, also where a newer one is published meanwhile", async () => {
    const own = await openLaptop(newFolder().folder);
    const first = await makeCompany(own);
    const question = { path: REPORT, query: "groupBy=team,pool" };
    const quiet = await ask(handlerOn(system({ snapshots: async () => own.snapshots })), question);
    for (const [index, when] of (["state", "details", "readDetailOf"] as const).entries()) {
      let isFirst = true;
      const publishing = async (records: typeof own.snapshots) => {
        if (!isFirst) return records;
        isFirst = false;
        handIn(own.folder, [`gpu,fraud-detection,gpu-hours,${index + 9}`]);
        await divideOn(own, { rules: RULES, withoutFailed: true });
        return records;
      };
      const snapshots = {
        ...own.snapshots,
        [when]: async (...args: never[]) => {
          const read = own.snapshots[when] as (...all: never[]) => Promise<unknown>;
          const found = await read(...args);
          await publishing(own.snapshots);
          return found;
        },
      };
      const before = await ask(handlerOn(system({ snapshots: async () => own.snapshots })), question);
      const during = await ask(handlerOn(system({ snapshots: async () => snapshots })), question);
      const after = await ask(handlerOn(system({ snapshots: async () => own.snapshots })), question);
      expect([during.status, during.text, during.headers.etag]).toEqual([
        200,
        before.text,
        before.headers.etag,
      ]);
      expect(after.headers.etag).not.toBe(before.headers.etag);
      expect(JSON.parse(after.text).snapshot).not.toBe(JSON.parse(before.text).snapshot);
    }
    expect(JSON.parse(quiet.text).snapshot).toBe(first.id);
    await own.close();
  });

  test("of days has another tag on another day, as it ends with the one that has begun", async () => {
    const days = `${REPORT.slice(0, REPORT.lastIndexOf("/"))}/days`;
    const question = { path: days, query: "where=service=none" };
    const on = (now: number) => ask(handlerOn(system({ now: () => now })), question);
    const [noon, evening, tomorrow] = [await on(NOW), await on(NOW + HOUR), await on(NOW + 24 * HOUR)];
    expect([evening.headers.etag, evening.text]).toEqual([noon.headers.etag, noon.text]);
    expect(tomorrow.text).not.toBe(noon.text);
    expect(tomorrow.headers.etag).not.toBe(noon.headers.etag);
  });

  test("has another tag where its days are others and its snapshot is the same", async () => {
    const { laptop } = company;
    const { details } = laptop.snapshots;
    const snapshots = {
      ...laptop.snapshots,
      details: async (id: string) =>
        (await details(id))?.map((entry) => ({ ...entry, hash: entry.hash.replace(/^./, "x") })) ?? null,
    };
    const one = await asked({ path: REPORT });
    const headers = { "if-none-match": one.headers.etag ?? "" };
    expect((await asked({ path: REPORT, headers })).status).toBe(304);
    const other = await ask(handlerOn(system({ snapshots: async () => snapshots })), {
      path: REPORT,
      headers,
    });
    expect(other.status).not.toBe(304);
  });

  test("keeps what filters keep, by service and day as well", async () => {
    const whole = await read({ path: REPORT, query: "groupBy=service,day" });
    const service = whole.rows.find((row: { service: string | null }) => row.service !== null)?.service;
    expect(service).toBe("AmazonEC2");
    const kept = await read({ path: REPORT, query: `groupBy=service,day&where=service=${service}` });
    expect(kept.rows).toEqual(whole.rows.filter((row: { service: string }) => row.service === service));
    expect(kept.where).toEqual({ service: [service] });
    const { rows } = await read({ path: REPORT, query: "groupBy=pool&compare=before" });
    expect(rows.find((row: { pool: string | null }) => row.pool === "gpu")).toBeDefined();
  });

  test("as it is stored is handed on without being opened, for readers who take that", async () => {
    const { laptop, snapshot } = company;
    const holder = { kind: "team", name: "personalization" } as const;
    const stored = await laptop.snapshots.readDetailBytes(snapshot.id, holder);
    const question = { path: REPORT.replace("report", "cells"), query: "team=personalization" };
    const brotli = await asked({ ...question, headers: { "accept-encoding": "br" } });
    expect(brotli.headers["content-encoding"]).toBe("br");
    expect(brotli.bytes.equals(Buffer.from(stored?.bytes ?? []))).toBe(true);
    const plain = await asked(question);
    expect([plain.headers["content-encoding"], plain.text]).toEqual([undefined, brotli.text]);
    const known = await asked({ ...question, headers: { "if-none-match": plain.headers.etag ?? "" } });
    expect(known.status).toBe(304);
  });

  test("as CSV and FOCUS holds the same money", async () => {
    const { snapshot } = company;
    const { totals } = snapshot.report;
    const csv = await asked({ path: REPORT, query: "format=csv" });
    expect(csv.headers["content-type"]).toBe("text/csv; charset=utf-8");
    const [header, ...lines] = csv.text.trimEnd().split("\n");
    expect(header).toBe("team,direct,shared,total");
    const sum = lines.reduce((all, line) => all + parse(line.split(",").at(-1) ?? ""), 0n);
    expect(sum).toBe(totals.direct + totals.shared);
    const focus = await asked({ path: REPORT, query: "format=focus&team=personalization" });
    const { rows } = readFocus(focus.text);
    const own = snapshot.report.rows.find(({ group }) => group[0] === "personalization");
    expect(rows.reduce((all, row) => all + parse(row.EffectiveCost ?? ""), 0n)).toBe(own?.total);
  });
});

function parse(amount: string): bigint {
  const [, sign = "", whole = "0", places = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  return BigInt(`${sign}${whole}${places.padEnd(24, "0")}`);
}

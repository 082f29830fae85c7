import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatAmount } from "@tagledger/core/costs/money";
import { csvText } from "@tagledger/core/reports/render/csv-text";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cruelMonth } from "../outputs/bills.ts";
import { divideMonth, type Month, PERIOD } from "../outputs/month.ts";
import { csvRows } from "../outputs/read.ts";
import { type Answered, ask, type Question } from "./ask.ts";
import { AUDIENCE, handlerOn, NOW, systemOn, TEAMS_CLAIM } from "./company.ts";
import { type Issuer, startIssuer } from "./issuer.ts";

const place = mkdtempSync(join(tmpdir(), "tagledger-names-"));
let [issuer, month]: [Issuer?, Month?] = [];

beforeAll(async () => {
  issuer = await startIssuer();
  month = await divideMonth(place, cruelMonth.lines, cruelMonth.use);
});
afterAll(async () => {
  await month?.close();
  await issuer?.close();
  rmSync(place, { recursive: true });
});

function made(): Month {
  if (month === undefined) throw new Error("nothing was divided");
  return month;
}

/** Asks as somebody of these groups, by a token that is signed. */
async function asked(teams: readonly string[], question: Question): Promise<Answered> {
  if (issuer === undefined) throw new Error("nobody signs");
  const system = systemOn(made().stores, issuer);
  const claims = { iss: issuer.url, aud: AUDIENCE, sub: "ann", [TEAMS_CLAIM]: teams };
  return ask(handlerOn(system), { ...question, token: await issuer.sign(claims, { now: NOW }) });
}

function part(name: string, values: Record<string, string> = {}): Question {
  return { path: `/api/v1/months/${PERIOD}/${name}`, query: new URLSearchParams(values).toString() };
}

describe("a team of whatever name", () => {
  test("sees its own figures, whole and exact, and those of no other, in every form", async () => {
    const { rows, leaves } = made().snapshot.report;
    expect(rows.length).toBeGreaterThan(15);
    const all = rows.map(({ group }) => group[0] ?? "");
    for (const { group, direct, shared, total } of rows) {
      const team = group[0] ?? "";
      const row = { direct: formatAmount(direct), shared: formatAmount(shared), total: formatAmount(total) };
      for (const values of [{}, { team }, { where: `team=${team}` }]) {
        const { status, text } = await asked([team], part("report", values));
        expect([team, status]).toEqual([team, 200]);
        const report = JSON.parse(text);
        expect(report.rows).toEqual([{ team, ...row }]);
        const { total: bill, ...own } = row;
        expect(report.totals).toEqual({ ...own, bill, unallocated: null, excluded: null });
      }
      const csv = await asked([team], part("report", { format: "csv", groupBy: "team,project" }));
      expect(new Set(csvRows(csv.text, false).map((each) => each.team))).toEqual(new Set([csvText(team)]));
      const focus = await asked([team], part("report", { format: "focus" }));
      expect(new Set(csvRows(focus.text).map((each) => each.x_Team))).toEqual(new Set([team]));
      const cells = await asked([team], part("cells", { team }));
      expect(JSON.parse(cells.text).holder).toEqual({ kind: "team", name: team });
      const why = await asked([team], part("explain", { team, pool: "registry, all" }));
      expect([team, why.status, JSON.parse(why.text).team]).toEqual([team, 200, team]);
      const pools = JSON.parse((await asked([team], part("pools"))).text).pools;
      for (const { shares, unallocated } of pools) {
        expect(shares.map((share: { team: string }) => share.team)).toEqual([team]);
        expect(unallocated).toBeNull();
      }
      const days = JSON.parse((await asked([team], part("days"))).text);
      expect(days.total).toBe(row.total);
      const coverage = JSON.parse((await asked([team], part("coverage"))).text);
      expect(coverage.teams.map((each: { team: string }) => each.team)).toEqual(direct === 0n ? [] : [team]);
      expect(coverage.direct).toBe(row.direct);
      const own = new Set(leaves.filter(({ leaf }) => leaf.team === team).map(({ leaf }) => leaf.experiment));
      const experiments = JSON.parse((await asked([team], part("experiments"))).text).experiments;
      for (const each of experiments) {
        expect(each.team).toBe(team);
        expect(own.has(each.experiment)).toBe(true);
      }
      const other = all.find((name) => name !== team) ?? "";
      const hidden = [
        ...["report", "days", "pools", "coverage", "experiments", "cells"].map((name) =>
          part(name, { team: other }),
        ),
        part("report", { where: `team=${other}` }),
        part("explain", { team: other, pool: "registry, all" }),
        part("unallocated"),
      ];
      for (const question of hidden) expect((await asked([team], question)).status).toBe(404);
    }
  });

  test("finds by what others call their work nothing but what it calls so itself", async () => {
    const { leaves } = made().snapshot.report;
    const [one] = leaves.filter(
      ({ leaf, direct }) => leaf.team !== null && leaf.project !== null && direct !== 0n,
    );
    const [team, project] = [one?.leaf.team ?? "", one?.leaf.project ?? ""];
    const [stranger] = leaves.filter(
      ({ leaf }) =>
        leaf.team !== null &&
        !leaves.some((each) => each.leaf.team === leaf.team && each.leaf.project === project),
    );
    const find = (where: string) =>
      asked([stranger?.leaf.team ?? ""], part("report", { where, groupBy: "project" }));
    const [theirs, nobodys] = [await find(`project=${project}`), await find("project=never heard of")];
    const { where: _, ...told } = JSON.parse(theirs.text);
    const { where: __, ...absent } = JSON.parse(nobodys.text);
    expect([theirs.status, told]).toEqual([nobodys.status, absent]);
    expect(told.rows).toEqual([]);
    const own = JSON.parse((await asked([team], part("report", { where: `project=${project}` }))).text);
    expect(own.rows).not.toEqual([]);
  });
});

describe("a request", () => {
  const path = `/api/v1/months/${PERIOD}/report`;

  test("with a long address is answered or refused in words, never otherwise", async () => {
    const long = "x".repeat(100_000);
    for (const query of [
      `team=${long}`,
      `where=project=${long}`,
      `${long}=1`,
      `groupBy=${long}`,
      `after=${long}`,
    ])
      expect((await asked(["finance"], { path, query })).status).toBe(400);
    const many = Array.from({ length: 60 }, () => "where=project=a").join("&");
    expect((await asked(["finance"], { path, query: many })).status).toBe(400);
    const some = Array.from({ length: 50 }, () => "where=project=a").join("&");
    expect((await asked(["finance"], { path, query: some })).status).toBe(200);
  });

  test("that asks for one thing twice is refused, of whatever route", async () => {
    for (const query of ["team=a&team=a", "basis=list&basis=list", "format=csv&format=json"])
      expect((await asked(["finance"], { path, query })).status).toBe(400);
    const twice = { path: `/api/v1/months/${PERIOD}/explain`, query: "team=a&pool=b&pool=c" };
    expect((await asked(["finance"], twice)).status).toBe(400);
  });

  test("is read once: what is encoded twice is another name", async () => {
    const { rows } = made().snapshot.report;
    const team = rows.map(({ group }) => group[0] ?? "").find((name) => name.startsWith("%")) ?? "";
    expect((await asked([team], { path, query: `team=${encodeURIComponent(team)}` })).status).toBe(200);
    expect((await asked([team], { path, query: `team=${team}` })).status).toBe(404);
    expect((await asked(["/"], { path, query: `team=${encodeURIComponent(team)}` })).status).toBe(404);
  });

  test("by a method that is none is told which there are, without what is there", async () => {
    for (const method of ["PATCH", "TRACE", "CONNECT", "get", "FOO", "OPTIONS"]) {
      const { status, headers, text } = await asked(["finance"], { path, method });
      expect([method, status, headers.allow]).toEqual([method, 405, "GET, HEAD"]);
      expect(text).not.toContain("bill");
    }
  });
});

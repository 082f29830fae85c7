import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { START } from "@tagledger/core/ledger/testing/records";
import type { Ledger } from "@tagledger/core/ports";
import { sampleReport } from "@tagledger/core/reports/render/testing/sample";
import type { Report } from "@tagledger/core/reports/report";
import { expect, test } from "vitest";
import { TEXTS } from "./texts.ts";

/** What every ledger holds of reports. */
export function reportContract(open: () => Promise<Ledger>): void {
  test("are not there before", async () => {
    const ledger = await open();
    expect(await ledger.readReport("2026-09", "effective")).toBeNull();
    expect(await ledger.periods()).toEqual([]);
  });

  test("come back to the last digit", async () => {
    const ledger = await open();
    const huge = 123_456_789_012_345_678_901_234_567_890n * 10n ** 24n;
    const report = sampleReport();
    const [first] = report.leaves;
    const leaves = [1n, -1n, huge, -huge, huge + 1n].map((direct) => ({
      leaf: first?.leaf ?? report.leaves[0]?.leaf,
      direct,
      shared: 0n,
    })) as Report["leaves"];
    expect(await ledger.publishReport({ ...report, leaves }, START)).toBe(true);
    expect(await ledger.readReport("2026-09", "effective")).toEqual({
      report: { ...report, leaves },
      asOf: START,
    });
  });

  test("keep texts that look like numbers of ours, and all others", async () => {
    const ledger = await open();
    const unallocated = TEXTS.map((value) => ({ reason: "invalid-team", value, amount: 5n }));
    const report = sampleReport({ unallocated });
    await ledger.publishReport(report, START);
    expect((await ledger.readReport("2026-09", "effective"))?.report.unallocated).toEqual(unallocated);
  });

  test("are published for each period and basis by themselves", async () => {
    const ledger = await open();
    await ledger.publishReport(sampleReport({ period: "2026-10" }), START + 2);
    await ledger.publishReport(sampleReport({ basis: "list" }), START + 1);
    await ledger.publishReport(sampleReport({ currency: "EUR" }), START);
    const { snapshot } = sampleReport();
    expect(await ledger.periods()).toEqual([
      { period: "2026-09", basis: "effective", currency: "EUR", snapshot, asOf: START },
      { period: "2026-09", basis: "list", currency: "USD", snapshot, asOf: START + 1 },
      { period: "2026-10", basis: "effective", currency: "USD", snapshot, asOf: START + 2 },
    ]);
    expect((await ledger.readReport("2026-09", "list"))?.report.basis).toBe("list");
    expect(await ledger.readReport("2026-10", "list")).toBeNull();
  });

  test("are replaced by what knows as much or more, never by what knows less", async () => {
    const ledger = await open();
    const publish = (snapshot: string, asOf: number) =>
      ledger.publishReport(sampleReport({ snapshot }), asOf);
    const published = async () => (await ledger.readReport("2026-09", "effective"))?.report.snapshot;
    expect(await publish("b", START)).toBe(true);
    expect(await publish("a", START - 1)).toBe(false);
    expect(await published()).toBe("b");
    expect(await publish("c", START)).toBe(true);
    expect(await publish("d", START + 1)).toBe(true);
    expect(await published()).toBe("d");
    expect(await publish("b", START + 2)).toBe(true);
    expect(await published()).toBe("b");
  });

  test("hold fifty thousand leaves", async () => {
    const ledger = await open();
    const report = largeReport("large");
    await ledger.publishReport(report, START);
    const read = await ledger.readReport("2026-09", "effective");
    expect(read?.report.leaves).toHaveLength(50_000);
    expect(digest(read?.report)).toBe(digest(report));
  });

  test("are read whole, the old one or the new one, while they are replaced", async () => {
    const ledger = await open();
    const versions = ["a", "b", "c", "d"].map((name) => largeReport(name, 3000));
    const known = new Set(versions.map(digest));
    let publishing = true;
    const publish = async () => {
      for (const [index, version] of versions.entries()) await ledger.publishReport(version, START + index);
      publishing = false;
    };
    const read = async () => {
      const seen: string[] = [];
      while (publishing) {
        const found = await ledger.readReport("2026-09", "effective");
        if (found !== null) seen.push(digest(found.report));
        await setImmediate();
      }
      return seen;
    };
    const [seen] = await Promise.all([read(), publish()]);
    expect(seen.filter((each) => !known.has(each))).toEqual([]);
    const last = await ledger.readReport("2026-09", "effective");
    expect(digest(last?.report)).toBe(digest(versions.at(-1)));
  });

  test("need an instant", async () => {
    for (const asOf of [Number.NaN, 0, -1]) {
      await expect((await open()).publishReport(sampleReport(), asOf)).rejects.toThrow(RangeError);
    }
  });
}

/** A report that no compression makes small, so that it takes several items to hold. */
function largeReport(name: string, count = 50_000): Report {
  const report = sampleReport({ snapshot: name });
  const leaves = Array.from({ length: count }, (_, index) => {
    const noise = createHash("sha256").update(`${name} ${index}`).digest("hex");
    const leaf = {
      team: `team-${index % 40}`,
      project: noise.slice(0, 32),
      workload: null,
      environment: "prod",
      experiment: noise,
    };
    return { leaf, direct: BigInt(`0x${noise}`), shared: -BigInt(`0x${noise.slice(3)}`) };
  });
  return { ...report, leaves };
}

function digest(report: Report | undefined): string {
  const text = JSON.stringify(report, (_key, value) => (typeof value === "bigint" ? `${value}n` : value));
  return createHash("sha256").update(text).digest("hex");
}

import { memoryTimelines } from "@tagledger/adapters/memory/timelines";
import { createRandom } from "@tagledger/cli/sample/random";
import { services } from "@tagledger/core/catalog/services/all";
import { makeRecord } from "@tagledger/core/catalog/testing/make-event";
import { changeAt, ODD_VALUES } from "@tagledger/core/catalog/testing/mutate";
import { rowCall } from "@tagledger/core/catalog/testing/row-call";
import { defaultConfig } from "@tagledger/core/config/load";
import { audit, auditComplete } from "@tagledger/core/flows/audit";
import type { Trail, TrailItem } from "@tagledger/core/ports";
import { type AuditItem, isUnreadableItem } from "@tagledger/core/reports/audit/audited";
import { csvRowsOf } from "@tagledger/core/reports/audit/csv";
import { lineOf } from "@tagledger/core/reports/audit/line";
import { AuditSummary } from "@tagledger/core/reports/audit/summary";
import { expect, test } from "vitest";

const VERDICTS = ["compliant", "repairable", "exempt", "undecided", "violating", null];
const TAGS = [{ "ml-team": "vision" }, { ML_Team: " Vision " }, {}, { "ml-environment": "production" }];

const calls = services.flatMap((service) =>
  service.creations.map((row, index) => rowCall(service, row, TAGS[index % TAGS.length] ?? {}, 2)),
);

/** A log of so many events of all kinds, each changed in up to four places; the same every time it is read. */
function mutatedLog(count: number): Trail {
  return {
    async *read(): AsyncGenerator<TrailItem> {
      const random = createRandom("mutations");
      for (let n = 0; n < count; n++) {
        const record = structuredClone(makeRecord(calls[n % calls.length]));
        for (let times = random.integer(0, 4); times > 0; times--) {
          const text = ODD_VALUES[random.integer(0, ODD_VALUES.length - 1)] ?? "null";
          changeAt(record, random.integer(0, 200), JSON.parse(text));
        }
        yield { record, place: `log:${n}` };
      }
    },
  };
}

async function expectOutcomes(items: AsyncIterable<AuditItem>, count: number): Promise<void> {
  const summary = new AuditSummary();
  let seen = 0;
  for await (const item of items) {
    summary.add(item);
    if (isUnreadableItem(item)) expect(item.place).toBe(`log:${seen}`);
    else {
      const line = lineOf(item);
      if (line.outcome === "skipped") expect(line.skipReason).not.toBeNull();
      else expect(line.resources.length).toBeGreaterThan(0);
      for (const { verdict } of line.resources) expect(VERDICTS).toContain(verdict);
      expect(() => JSON.parse(JSON.stringify(line))).not.toThrow();
      csvRowsOf(item);
    }
    seen++;
  }
  expect(seen).toBe(count);
  expect(summary.outcomes.total + summary.again + summary.unreadable + summary.foreign).toBe(count);
}

test("100,000 mutated events end in an outcome each", async () => {
  await expectOutcomes(
    audit({ trail: mutatedLog(100_000) }, { config: defaultConfig(), paths: [] }),
    100_000,
  );
});

test("10,000 mutated events end in an outcome each where the log holds all tagging", async () => {
  const ports = { trail: mutatedLog(10_000), timelines: memoryTimelines() };
  await expectOutcomes(auditComplete(ports, { config: defaultConfig(), paths: [] }), 10_000);
});

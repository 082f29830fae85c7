import { array, assert, property, record, stringMatching } from "fast-check";
import { describe, expect, test } from "vitest";
import { baseName, lookup } from "../catalog/lookup.ts";
import type { Service } from "../catalog/row.ts";
import { services } from "../catalog/services/all.ts";
import { runningServices } from "../spend/events/all.ts";
import { type EventRule, eventRules } from "./event-rules.ts";
import { HEARD } from "./heard-calls.ts";

const rules = eventRules();
const changes = runningServices.flatMap(({ source, rows }) => rows.map(({ event }) => ({ source, event })));

/** What a rule matches, written as `ec2.amazonaws.com CreateVpc`; a star stands for what may follow. */
function matchedBy({ pattern: { detail } }: EventRule): string[] {
  const groups = "$or" in detail ? detail.$or : [detail];
  return groups.flatMap(({ eventSource = ["any"], eventName }) =>
    eventSource.flatMap((source) => eventName.map((name) => `${textOf(source)} ${textOf(name)}`)),
  );
}

function textOf(text: string | { readonly prefix: string }): string {
  return typeof text === "string" ? text : `${text.prefix}*`;
}

/** By the name of each rule what it matches. */
function contents(all: readonly EventRule[]): Map<string, string[]> {
  return new Map(all.map((rule) => [rule.name, matchedBy(rule)]));
}

describe("the rules", () => {
  test("are few, short, and named as EventBridge allows", () => {
    expect(rules.length).toBeLessThan(25);
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    for (const { name, pattern } of rules) {
      expect(name).toMatch(/^[a-z][a-z0-9-]{1,39}$/);
      expect(JSON.stringify(pattern).length, name).toBeLessThanOrEqual(2048);
    }
  });

  test("need none beside those of their ranges", () => {
    expect(rules.filter(({ name }) => /-\d+$/.test(name))).toEqual([]);
  });

  test("hold each call of the catalog and each change of what runs once", () => {
    const all = rules.flatMap(matchedBy);
    expect(all.filter((call, index) => all.indexOf(call) !== index)).toEqual([]);
    const rows = services.flatMap(({ source, creations, taggings = [], endings = [] }) =>
      [...creations, ...taggings, ...endings].map(({ event }) => ({ source, event })),
    );
    expect(rows.length).toBeGreaterThan(1000);
    for (const { source, event } of [...rows, ...changes]) {
      const name = baseName(event);
      const found = all.filter((call) => call === `${source}* ${name}` || call === `any ${name}`);
      expect(found, `${source} ${event}`).toHaveLength(1);
      if (event !== name) expect(all).toContain(`${source}* ${name}2*`);
    }
  });

  test("hold no call that tells of nothing", () => {
    for (const call of rules.flatMap(matchedBy)) {
      const [source = "", name = ""] = call.replace(/2\*$/, "").replace("*", "").split(" ");
      const isChange = changes.some((change) => change.source === source && change.event === name);
      expect(isChange || typeof lookup(source, name) === "object", call).toBe(true);
    }
  });

  test("let no call pass that failed or only read", () => {
    for (const { pattern } of rules) {
      expect(pattern.detail.errorCode).toEqual([{ exists: false }]);
      expect(pattern.detail.readOnly).toEqual([false, { exists: false }]);
    }
  });

  test("give a choice only where there are two things to choose from", () => {
    for (const { pattern } of rules) {
      if ("$or" in pattern.detail) expect(pattern.detail.$or.length).toBeGreaterThan(1);
    }
  });

  test("are the same whatever the order of the catalog", () => {
    const reversed = services.toReversed().map((service) => ({
      ...service,
      creations: service.creations.toReversed(),
      endings: service.endings?.toReversed() ?? [],
    }));
    const again = eventRules({ services: reversed, running: runningServices.toReversed() });
    expect(JSON.stringify(again)).toBe(JSON.stringify(rules));
  });
});

const name = stringMatching(/^(Create|Delete|Tag)[A-Z][a-z]{2,12}$/);
const service = record({
  source: stringMatching(/^[a-z][a-z0-9]{1,14}\.amazonaws\.com$/),
  names: array(name, { minLength: 1, maxLength: 12 }),
}).map(
  ({ source, names }): Service => ({
    source,
    creations: [],
    endings: [...new Set(names)].map((event) => ({ event, resources: [] })),
  }),
);

describe("services that join the catalog", () => {
  test("rename no rule, and move no call to another", () =>
    assert(
      property(array(service, { minLength: 1, maxLength: 2 }), (more) => {
        const before = contents(rules);
        const after = contents(eventRules({ ...HEARD, services: [...services, ...more] }));
        for (const [name, calls] of before) {
          const now = after.get(name) ?? [];
          // Of a rule that is full, what no longer fits goes into a new one.
          const overflow = [...after].filter(([other]) => !before.has(other) && other.startsWith(`${name}-`));
          const kept = new Set([...now, ...overflow.flatMap(([, others]) => others)]);
          expect(calls.filter((call) => !kept.has(call))).toEqual([]);
        }
      }),
    ));

  test("make rules that fit, however many they are", () =>
    assert(
      property(array(service, { maxLength: 60 }), (more) => {
        const all = eventRules({ ...HEARD, services: [...services, ...more] });
        for (const { name, pattern } of all) {
          expect(JSON.stringify(pattern).length).toBeLessThanOrEqual(2048);
          expect(name.length).toBeLessThanOrEqual(40);
        }
        const calls = all.flatMap(matchedBy);
        expect(new Set(calls).size).toBe(calls.length);
        for (const { source, endings = [] } of more) {
          for (const { event } of endings) expect(calls).toContain(`${source}* ${event}`);
        }
      }),
      { numRuns: 20 },
    ));
});

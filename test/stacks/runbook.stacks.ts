import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ofType } from "./graph/function-of.ts";
import { graphOf, SCENARIOS } from "./scenarios.ts";

const TEXT = readFileSync(join(import.meta.dirname, "../../docs/operations/alarms.md"), "utf8");
const SECTIONS = new Map(
  TEXT.split(/^## /m)
    .slice(1)
    .map((section): [string, string] => {
      const [name = "", ...lines] = section.split("\n");
      return [name, lines.join("\n")];
    }),
);
/** What each section says, in this order. */
const PARTS = ["**Means.**", "**Look.**", "**Causes.**", "**Mend.**", "**No trouble**"];

/** The alarms of a deployment, without what all names begin with. */
async function alarmsOf(scenario: string) {
  const graph = await graphOf(scenario);
  return ofType(graph, "aws:cloudwatch/metricAlarm:MetricAlarm").map(({ inputs }) => ({
    name: String(inputs.name).replace(`tagledger-${graph.app.stage}-`, ""),
    description: String(inputs.alarmDescription),
  }));
}

describe.each(Object.keys(SCENARIOS))("the alarms of a deployment for %s", (scenario) => {
  let alarms: Awaited<ReturnType<typeof alarmsOf>>;
  beforeAll(async () => {
    alarms = await alarmsOf(scenario);
  });

  test("have a section each, and no section is of another", () => {
    expect([...SECTIONS.keys()].sort()).toEqual(alarms.map(({ name }) => name).sort());
  });

  test("say where it stands", () => {
    const wrong = alarms.filter(
      ({ name, description }) => !description.endsWith(`docs/operations/alarms.md#${name.toLowerCase()}`),
    );
    expect(wrong).toEqual([]);
  });
});

test.each([...SECTIONS])(
  "the section of %s says what it means, where to look, why, and what to do",
  (_, text) => {
    const places = PARTS.map((part) => text.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(text).toMatch(/```\n(aws|npx tagledger) /);
  },
);

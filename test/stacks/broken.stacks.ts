import { beforeAll, describe, expect, test } from "vitest";
import { BREAKS, TYPES } from "./breaks/all.ts";
import { CHECKS } from "./checks/all.ts";
import type { Graph, Resource } from "./graph/types.ts";
import { graphOf } from "./scenarios.ts";

let graph: Graph;
beforeAll(async () => {
  graph = await graphOf("one account, acting");
});

/** What the checks say, by the names of resources. */
function problemsOf(broken: Graph): readonly string[] {
  return Object.values(CHECKS).flatMap((check) => {
    try {
      return check(broken);
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  });
}

const replaced = (one: Resource, by: Resource): Graph => ({
  ...graph,
  resources: graph.resources.map((each) => (each === one ? by : each)),
});

describe("a deployment is refused", () => {
  test.each(BREAKS)("that %s: any %s", (_, kind, how) => {
    const all = graph.resources.filter(({ type }) => type === TYPES[kind]);
    const broken = all.flatMap((resource) => {
      const inputs = how({ ...resource.inputs }, graph);
      return inputs === null ? [] : [[resource, { ...resource, inputs }] as const];
    });
    expect(broken.length).toBeGreaterThan(0);
    for (const [resource, by] of broken) {
      const problems = problemsOf(replaced(resource, by));
      expect(problems, `nobody sees ${resource.name}`).not.toEqual([]);
      expect(problems.join("\n")).toContain(resource.name);
    }
  });

  test("that lacks any one of what alarms, policies and settings it has", () => {
    const needed = [
      ...[
        "alarm",
        "block",
        "bucketPolicy",
        "invoked",
        "lifecycle",
        "log",
        "queuePolicy",
        "role",
        "target",
        "versioning",
      ],
    ] as const;
    const types: readonly string[] = needed.map((kind) => TYPES[kind as keyof typeof TYPES]);
    for (const resource of graph.resources.filter(({ type }) => types.includes(type))) {
      const left = { ...graph, resources: graph.resources.filter((each) => each !== resource) };
      expect(problemsOf(left), `nobody misses ${resource.name}`).not.toEqual([]);
    }
  });

  test("whose table or bucket would be replaced, or is called otherwise", () => {
    const kept = graph.resources.filter(({ isProtected }) => isProtected);
    expect(kept.map(({ name }) => name).sort()).toEqual(["CellsBucket", "ConfigBucket", "LedgerTable"]);
    for (const resource of kept) {
      for (const change of [{ isProtected: false }, { name: "Other" }]) {
        const problems = problemsOf(replaced(resource, { ...resource, ...change }));
        expect(problems.join("\n")).toContain(resource.name);
      }
    }
  });

  test("that leaves anything without our tags", () => {
    const taggable = graph.resources.filter(({ tags }) => tags !== null);
    expect(taggable.length).toBeGreaterThan(30);
    for (const resource of taggable) {
      const problems = problemsOf(replaced(resource, { ...resource, tags: { "ml-team": "vision" } }));
      expect(problems.join("\n")).toContain(resource.name);
    }
  });
});

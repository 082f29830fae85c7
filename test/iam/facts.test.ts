import { expect, test } from "vitest";
import { actionOf } from "./actions.ts";
import { ASKERS, granted, statementsIn } from "./granted.ts";
import { EVERYTHING } from "./settings.ts";

/** Keys that are in every request. */
const ALWAYS = ["aws:requestedregion"];

const statements = ASKERS.flatMap((asker) =>
  statementsIn(granted(asker, EVERYTHING)).map(
    (statement) => [`${asker} ${statement.Sid}`, statement] as const,
  ),
);

test.each(statements)("%s names actions that there are, and no wildcard", async (_, { Action }) => {
  const unknown = [];
  for (const name of Action) if ((await actionOf(name)) === null) unknown.push(name);
  expect(unknown).toEqual([]);
  expect(Action.filter((name) => name.includes("*"))).toEqual([]);
});

test.each(statements.filter(([, { Effect }]) => Effect === "Allow"))(
  "%s is conditioned by what its actions show, or would allow nothing",
  async (_, { Action, Condition = {} }) => {
    const keys = Object.values(Condition)
      .flatMap(Object.keys)
      .map((key) => (key.split("/")[0] ?? "").toLowerCase())
      .filter((key) => !ALWAYS.includes(key));
    const blind = [];
    for (const name of Action) {
      const action = await actionOf(name);
      if (keys.some((key) => action?.keys.has(key) !== true)) blind.push(name);
    }
    expect(blind).toEqual([]);
  },
);

test.each(statements.filter(([, { Effect }]) => Effect === "Allow"))(
  "%s is for all resources only where its actions are of none, else for some that they are of",
  async (_, { Action, Resource }) => {
    const wrong = [];
    for (const name of Action) {
      const { resources = [] } = (await actionOf(name)) ?? {};
      const isRight = Resource.includes("*")
        ? resources.length === 0
        : resources.some(({ arn }) => Resource.some((pattern) => couldMean(pattern, arn)));
      if (!isRight) wrong.push(name);
    }
    expect(wrong).toEqual([]);
  },
);

/** Whether an ARN that is published with places to fill in may be one that a pattern stands for. */
function couldMean(pattern: string, published: string): boolean {
  const service = (arn: string) => arn.split(":")[2];
  const rest = (arn: string) =>
    arn
      .split(":")
      .slice(5)
      .join(":")
      .replace(/[*$].*$/, "");
  if (service(pattern) !== service(published)) return false;
  const [ours, theirs] = [rest(pattern), rest(published)];
  return ours.startsWith(theirs) || theirs.startsWith(ours);
}

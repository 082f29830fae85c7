import { typeFacts } from "@tagledger/core/catalog/facts-of-type";
import { configOf } from "@tagledger/core/config/testing/config-of";
import { sizeOf } from "@tagledger/core/policy/iam/document";
import { TYPES } from "@tagledger/core/policy/iam/types";
import { array, assert, constant, constantFrom, oneof, pre, property, record, uniqueArray } from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { actionOf, changes } from "./actions.ts";
import { ASKERS, allowedActions, granted, statementsIn } from "./granted.ts";
import { EVERYTHING, HOME, MEMBER } from "./settings.ts";

const remedies = TYPES.flatMap((type) => typeFacts(type).remedies);
const final = new Set(remedies.flatMap(({ class: kind, call }) => (kind === "final" ? [call] : [])));
const calls = (name: string) =>
  remedies
    .filter((each) => each.name === name)
    .flatMap(({ call, undo }) => [call, ...(undo === null ? [] : [undo])]);

const steps = oneof(
  constant("observe"),
  uniqueArray(constantFrom("notify", "repair", "quarantine"), { minLength: 1 }),
);
const rule = record({
  match: record(
    {
      type: oneof(constantFrom(...TYPES), constantFrom("*", "ec2:*", "sagemaker:*", "s3:bucket")),
      account: constantFrom(HOME, MEMBER, "*"),
      environment: constantFrom("dev", "prod", "p*"),
    },
    { requiredKeys: [] },
  ),
  mode: steps,
  // Also those that nobody may do.
  allow: uniqueArray(constantFrom(...remedies.map(({ name }) => name)), { maxLength: 4 }),
});
const configurations = record({ default: record({ mode: steps }), rules: array(rule, { maxLength: 4 }) }).map(
  (enforcement) => ({ enforcement, config: configOf(`enforcement: ${JSON.stringify(enforcement)}`) }),
);

/** All that may ever be done. */
const everything = new Map(ASKERS.map((asker) => [asker, allowedActions(granted(asker, EVERYTHING))]));
/** What changes something of others. */
const writing = new Set<string>();

beforeAll(async () => {
  const own = new Set(ASKERS.flatMap((asker) => allowedActions(granted(asker, configOf("")))));
  for (const asker of ASKERS) {
    for (const name of allowedActions(granted(asker, EVERYTHING))) {
      const action = await actionOf(name);
      if (!own.has(name) && (action === null || changes(action))) writing.add(name);
    }
  }
});

test("under no configuration anything final may be done, nor anything that is not named", () =>
  assert(
    property(configurations, constantFrom(...ASKERS), ({ config }, asker) => {
      const allowed = allowedActions(granted(asker, config));
      expect(allowed.filter((name) => final.has(name as never))).toEqual([]);
      expect(
        statementsIn(granted(asker, config)).filter(({ Action }) => Action.join().includes("*")),
      ).toEqual([]);
    }),
    { numRuns: 150 },
  ));

test("whatever is permitted under a configuration is under one where more is turned on, and fits", () =>
  assert(
    property(configurations, constantFrom(...ASKERS), ({ config }, asker) => {
      const documents = granted(asker, config);
      expect(everything.get(asker)).toEqual(
        expect.arrayContaining([...allowedActions(documents)].filter((name) => !name.startsWith("sns:"))),
      );
      expect(documents.length).toBeLessThanOrEqual(9);
      for (const document of documents) expect(sizeOf(document)).toBeLessThanOrEqual(6_144);
    }),
    { numRuns: 100 },
  ));

test("nothing is written where no rule repairs or quarantines", () =>
  assert(
    property(configurations, constantFrom(...ASKERS), ({ config, enforcement }, asker) => {
      const modes = [enforcement.default.mode, ...enforcement.rules.map(({ mode }) => mode)].flat();
      pre(!modes.includes("repair") && !modes.includes("quarantine"));
      expect(allowedActions(granted(asker, config)).filter((name) => writing.has(name))).toEqual([]);
    }),
    { numRuns: 100 },
  ));

test("what loses something may be done only where it is allowed by name, and what else needs the same call", () =>
  assert(
    property(configurations, ({ config, enforcement }) => {
      const allowed = new Set(allowedActions(granted("on-due", config)));
      const names = new Set([
        ...remedies.filter(({ class: kind }) => kind === "reversible").map(({ name }) => name),
        ...enforcement.rules.flatMap(({ allow }) => allow),
      ]);
      const may = new Set([...names].flatMap(calls));
      const lossy = remedies.filter(({ name, class: kind }) => kind === "lossy" && !names.has(name));
      // The group that quarantined instances are put into is kept empty.
      may.add("ec2:RevokeSecurityGroupIngress");
      const done = lossy.flatMap(({ name }) => calls(name)).filter((call) => !may.has(call as never));
      expect(done.filter((call) => allowed.has(call))).toEqual([]);
    }),
    { numRuns: 100 },
  ));

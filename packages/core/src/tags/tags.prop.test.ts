import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TagMap } from "../catalog/tags.ts";
import { evaluator } from "./evaluate/evaluator.ts";
import { fixLine, remediesOf } from "./remedies/remedies.ts";
import { repaired } from "./repair/apply.ts";
import type { Subject } from "./subject.ts";
import { company } from "./testing/make-config.ts";
import { AT, makeActor, makeSubject, state } from "./testing/make-subject.ts";
import { judge } from "./verdict/judge.ts";
import { replay, type TagChange } from "./verdict/replay.ts";

const config = company();
const schema = evaluator(config);
const mine = judge(config);

const KEYS = [
  "ml-team",
  "ml-project",
  "ml-workload-type",
  "ml-environment",
  "ml-experiment-id",
  "team",
  "env",
];
const SPELLINGS = [
  "ML-Team",
  "ml_team",
  "mlteam",
  "ml-taem",
  "ML_Environment",
  "Env",
  "owner",
  "aws:x",
  "__proto__",
];
const VALUES = [
  "vision",
  "VISION",
  "fd",
  "visoin",
  "prod",
  "Production",
  "stagin",
  "training",
  "Trainig",
  "ocr",
];
const ODD = ["", " ", "exp-0001", "EXP-ABCD", "'", '"', "$(x)", "\u202e", "\n", "a,b=c", "__proto__"];

const key = fc.oneof(fc.constantFrom(...KEYS, ...SPELLINGS), fc.string({ unit: "binary", maxLength: 20 }));
const value = fc.oneof(fc.constantFrom(...VALUES, ...ODD), fc.string({ unit: "binary", maxLength: 300 }));
const pairs = fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 12 });
const tags: fc.Arbitrary<TagMap> = pairs.map((all) => Object.fromEntries(all));

const subject: fc.Arbitrary<Subject> = fc
  .record({
    tags,
    type: fc.constantFrom(
      "ec2:instance",
      "sagemaker:training-job",
      "s3:bucket",
      "glue:job",
      "iam:role",
      "odd",
    ),
    account: fc.constantFrom("111122223333", "222233334444", "444455556666", null),
    actor: fc.constantFrom(
      null,
      makeActor({ type: "IAMUser", arn: "arn:aws:iam::1:user/ann", userName: "ann" }),
      makeActor({ roleName: "vision-ml", roleArn: "arn:aws:iam::1:role/vision-ml", sessionName: "fraud" }),
      makeActor({ type: "AWSService" }),
    ),
    hidden: fc.subarray([...KEYS.slice(0, 3), "*"]),
    known: fc.constantFrom("all" as const, new Set(KEYS.slice(0, 2))),
  })
  .map(({ hidden, known, ...facts }) =>
    makeSubject({ ...facts, state: state(facts.tags, { hidden, known }) }),
  );

describe("whatever the tags", () => {
  test("no order of them changes what is found", () => {
    fc.assert(
      fc.property(pairs, fc.nat(), (all, seed) => {
        const shuffled = all.toSorted(
          ([a], [b]) => ((a.length * 31 + seed) % 7) - ((b.length * 31 + seed) % 7),
        );
        const found = (order: typeof all) => schema.evaluate(state(Object.fromEntries(order)), AT);
        expect(found(shuffled)).toEqual(found(all));
        expect(found(all.toReversed())).toEqual(found(all));
      }),
    );
  });

  test("a repair removes what it was proposed for, and leaves no work for another", () => {
    fc.assert(
      fc.property(subject, (one) => {
        const { findings, repairs, remaining } = mine.atSight(one);
        const done = new Set(repairs.map((repair) => repair.key));
        expect(remaining.filter((finding) => done.has(finding.key))).toEqual([]);
        for (const repair of repairs) expect(findings.map((finding) => finding.key)).toContain(repair.key);
        const after = mine.atSight({ ...one, state: repaired(one.state, repairs) });
        if (remaining.length === 0) expect(after.verdict).toBe("compliant");
        expect(after.findings).toEqual(remaining);
      }),
    );
  });

  test("a meaning is its own meaning", () => {
    fc.assert(
      fc.property(fc.constantFrom(...KEYS.slice(0, 5)), value, (name, text) => {
        const meant = schema.meaning(name, text, AT);
        if (meant === null) return;
        expect(schema.meaning(name, meant, AT)).toBe(meant);
        const found = schema.evaluate(state({ [name]: meant }), AT).map((finding) => finding.key);
        expect(found).not.toContain(name);
      }),
    );
  });

  test("a request proves no violation, and a violation is of something known", () => {
    fc.assert(
      fc.property(subject, (one) => {
        expect(mine.atSight(one).verdict).not.toBe("violating");
        const { verdict, remaining } = mine.afterGrace(one, []);
        if (verdict === "violating") expect(remaining.some(({ reason }) => reason !== "hidden")).toBe(true);
        if (one.state.hidden.includes("*") && Object.keys(one.state.tags).length === 0)
          expect(verdict).not.toBe("violating");
      }),
    );
  });

  test("confidence is a fraction, and somebody only where evidence says so", () => {
    fc.assert(
      fc.property(subject, (one) => {
        const { team, confidence, evidence } = mine.atSight(one).owner;
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        if (team === null) expect(confidence).toBe(0);
        else expect(evidence.map((each) => each.team)).toContain(team);
      }),
    );
  });

  test("a shell reads the words of a line as they were meant", () => {
    fc.assert(
      fc.property(subject, (one) => {
        const judged = mine.atSight(one);
        for (const { set, command } of remediesOf(judged)) {
          if (command === null) continue;
          const words = shellWords(command);
          for (const [name, text] of Object.entries(set)) {
            expect(words.some((word) => says(word, name, text))).toBe(true);
          }
        }
        const line = fixLine(judged);
        if (line !== null) expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
    );
  });
});

test("changes of tags come out the same in whichever order they are delivered", () => {
  const change = fc.record({
    eventId: fc.uuid(),
    at: fc.integer({ min: AT, max: AT + 3 }),
    change: fc.constantFrom("set" as const, "remove" as const, "replace" as const),
    tags,
    keys: fc.array(key, { maxLength: 3 }),
    hiddenTags: fc.array(key, { maxLength: 2 }),
  });
  fc.assert(
    fc.property(
      tags,
      fc.uniqueArray(change, { selector: ({ eventId }) => eventId, maxLength: 6 }),
      (before, changes: TagChange[]) => {
        const after = replay(state(before), changes);
        expect(replay(state(before), changes.toReversed())).toEqual(after);
        expect(replay(state(before), [...changes, ...changes])).toEqual(after);
      },
    ),
  );
});

/** Splits a line as a POSIX shell does, of which it uses no more than plain words and single quotes. */
function shellWords(line: string): string[] {
  const words: string[] = [];
  for (const [written] of line.matchAll(/(?:'[^']*'|\\'|[^\s'\\])+/g)) {
    words.push(written.replace(/'([^']*)'|\\'/g, (_, quoted?: string) => quoted ?? "'"));
  }
  return words;
}

function says(word: string, name: string, text: string): boolean {
  if (word.startsWith("[") || word.startsWith("{"))
    return JSON.stringify(JSON.parse(word)).includes(JSON.stringify(text));
  return word.includes(`=${text}`) && word.includes(name);
}

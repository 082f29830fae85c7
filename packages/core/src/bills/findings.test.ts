import { describe, expect, test } from "vitest";
import { chargeNeeds } from "../costs/query.ts";
import { chargesOf, configOf, type Line } from "../costs/testing/attribution.ts";
import { type BillTags, findingsOf } from "./findings.ts";
import { RequiredKeys } from "./required-keys.ts";

const CONFIG = configOf(`
dimensions: { team: ml-team, workload: w, experiment: e }
tags:
  ml-team: { required: true }
  w: { values: [training, inference] }
  e: { required: { when: { w: [training] } } }
  class: { required: true }
  retention: { required: { when: { class: [secret] } } }
  free: {}`);

function found(lines: readonly Line[], given: Partial<BillTags> = {}) {
  const required = new RequiredKeys(CONFIG, chargeNeeds(CONFIG).tagKeys);
  for (const group of chargesOf(CONFIG, lines)) required.add(group);
  return findingsOf(CONFIG, { tagNames: ["user_class"], required, costAllocationTags: null, ...given });
}

describe("a required tag", () => {
  test("that stands on no line is found, with whether it is active where that is known", () => {
    const empty = { kind: "empty-key", key: "ml-team" };
    expect(found([{}])).toEqual([{ ...empty, active: null }]);
    expect(found([{}], { costAllocationTags: [{ key: "ml-team", active: true }] })).toEqual([
      { ...empty, active: true },
    ]);
    for (const costAllocationTags of [[], [{ key: "ml-team", active: false }]]) {
      expect(found([{}], { costAllocationTags })).toEqual([{ ...empty, active: false }]);
    }
  });

  test("that stands on one line of many is not", () => {
    expect(found([{}, { tags: { "ml-team": "x" } }, {}])).toEqual([]);
  });

  test("that no rule reads is known by the keys of the bill", () => {
    const lines = [{ tags: { "ml-team": "x" } }];
    expect(found(lines, { tagNames: [] })).toEqual([{ kind: "empty-key", key: "class", active: null }]);
    for (const name of ["user:class", "user_class", "resourceTags/user:class"]) {
      expect(found(lines, { tagNames: ["resource", name] })).toEqual([]);
    }
    expect(found(lines, { tagNames: ["accountTag/class"] })).toHaveLength(1);
  });

  test("that is required of some is missed only where there are some", () => {
    const team = { "ml-team": "x" };
    expect(found([{ tags: { ...team, w: "inference" } }])).toEqual([]);
    expect(found([{ tags: { ...team, w: " Training" } }])).toEqual([
      { kind: "empty-key", key: "e", active: null },
    ]);
    expect(found([{ tags: { ...team, w: "training" } }, { tags: { e: "exp-1" } }])).toEqual([]);
  });

  test("of a bill without lines is not missed", () => {
    expect(found([])).toEqual([]);
  });
});

describe("tag keys that exports write as one", () => {
  const tagged = [{ tags: { "ml-team": "x" } }];
  const of = (key: string, ...keys: string[]) => ({ kind: "collapsed-keys", key, keys });

  test("are found among the tags that are active and in the schema", () => {
    const costAllocationTags = [{ key: "ml.team", active: true }];
    expect(found(tagged, { tagNames: ["class"], costAllocationTags })).toEqual([
      of("ml_team", "ml-team", "ml.team"),
    ]);
  });

  test.each<[string, readonly string[], ...string[]]>([
    ["a legacy report in CSV", ["user:class", "user:ml_team"], "ml-team", "ml.team"],
    ["the bill and the schema", ["class", "user:ml.team"], "ml-team", "ml.team"],
    ["a map of FOCUS", ["class", "ml-team", "ml.team", "ml_team"], "ml-team", "ml.team", "ml_team"],
  ])("are found in a bill that writes them as they are, and keeps them apart: %s", (_, tagNames, ...keys) => {
    const costAllocationTags = [{ key: "ml.team", active: true }];
    expect(found(tagged, { tagNames, costAllocationTags })).toEqual([
      { ...of("ml_team", ...keys), apart: true },
    ]);
  });

  test("are found in a bill that keeps them apart whoever asks for them", () => {
    expect(found(tagged, { tagNames: ["class", "cost:centre", "cost_centre", "user:cost-centre"] })).toEqual([
      { ...of("cost_centre", "cost-centre", "cost:centre", "cost_centre"), apart: true },
    ]);
    expect(found(tagged, { tagNames: ["class", "aws:team", "aws_team"] })).toEqual([
      { ...of("aws_team", "aws:team", "aws_team"), apart: true },
    ]);
  });

  test("are found among active tags whatever an export made of them", () => {
    const active = ["a.b", "a_b"].map((key) => ({ key, active: true }));
    expect(found(tagged, { tagNames: ["class", "user_a_b"], costAllocationTags: active })).toEqual([
      of("a_b", "a.b", "a_b"),
    ]);
  });

  test("are not what an export made of the schema's own", () => {
    expect(found(tagged, { tagNames: ["class", "user_ml_team"] })).toEqual([]);
  });

  test("are not tags that are not active, and not another case", () => {
    const costAllocationTags = [{ key: "ml.team", active: false }];
    expect(found(tagged, { tagNames: ["class", "ML-Team"], costAllocationTags })).toEqual([]);
  });
});

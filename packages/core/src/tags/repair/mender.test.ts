import { expect, test } from "vitest";
import { evaluator } from "../evaluate/evaluator.ts";
import { evidence } from "../resolve/evidence.ts";
import { NOBODY, weigh } from "../resolve/resolution.ts";
import type { Subject } from "../subject.ts";
import { company } from "../testing/make-config.ts";
import { makeSubject } from "../testing/make-subject.ts";
import { mender } from "./mender.ts";

const schema = evaluator(company());
const mend = mender(company(), schema);

function valuesOf(facts: Partial<Subject>, owner = NOBODY): string[] {
  const subject = makeSubject(facts);
  const { repairs } = mend(subject, schema.evaluate(subject.state, subject.at), owner);
  return repairs.map(({ value }) => value);
}

test("bare resources of one type differ by their environment, their units and their owner", () => {
  const vision = weigh([evidence("principal", "vision", "principal vision")]);
  for (let round = 0; round < 2; round++) {
    expect(valuesOf({})).toEqual([]);
    expect(valuesOf({ account: "222233334444" })).toEqual(["dev"]);
    expect(valuesOf({ organizationalUnits: ["ou-dev-1"] })).toEqual(["dev"]);
    expect(valuesOf({}, vision)).toEqual(["vision"]);
    expect(valuesOf({ type: "sagemaker:training-job" })).toEqual(["training"]);
  }
});

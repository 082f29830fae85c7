import { DIMENSIONS } from "../../../config/definition/match.ts";
import type { Interval } from "../../../spend/accrual.ts";
import { makePrice } from "../../../spend/testing/rates.ts";
import type { Spender } from "../dimensions.ts";

/** What a test says of a resource; a dimension that is left out is nothing. */
type SpenderFacts = Partial<Omit<Spender, "dimensions">> & {
  readonly dimensions?: Partial<Spender["dimensions"]>;
  readonly intervals?: readonly Interval[];
};

/** A running time at ten cents an hour that goes on. */
export function makeInterval(given: Partial<Interval> = {}): Interval {
  return { from: 0, until: null, isRunning: true, price: makePrice("0.1"), endsEarlier: false, ...given };
}

/** An instance of the vision team that costs ten cents an hour from the beginning of time on. */
export function makeSpender({ dimensions = { team: "vision" }, ...given }: SpenderFacts = {}) {
  const none = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, null]));
  return {
    resource: "arn:aws:ec2:us-east-1:111122223333:instance/i-0abc",
    type: "ec2:instance",
    account: "111122223333",
    region: "us-east-1",
    intervals: [makeInterval()],
    ...given,
    dimensions: { ...(none as Spender["dimensions"]), ...dimensions },
  };
}

import type { Life } from "../../tags/lifecycle/life.ts";
import { makeSubject } from "../../tags/testing/make-subject.ts";
import type { Fact } from "../fact.ts";
import { type Incarnation, incarnationsOf } from "../incarnations.ts";
import { lifeOf } from "../life.ts";
import { timelineOf } from "../timeline.ts";

const { state: _state, at: _at, ...INSTANCE } = makeSubject();

/** A life as the state machine sees it, of an instance. */
export function instanceLife(incarnation: Incarnation, facts: readonly Fact[] = []): Life {
  return lifeOf(incarnation, facts, INSTANCE);
}

/** The first life that facts tell of, as the state machine sees it. */
export function onlyLife(...facts: readonly Fact[]): Life {
  const [first] = incarnationsOf(timelineOf(facts));
  if (first === undefined) throw new TypeError("nothing happened");
  return instanceLife(first, facts);
}

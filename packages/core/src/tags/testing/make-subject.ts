import type { Actor } from "../../catalog/actor.ts";
import type { TagMap } from "../../catalog/tags.ts";
import type { Subject } from "../subject.ts";
import type { TagState } from "../tag-state.ts";

/** An instant at which every alias of the company in these tests still holds. */
export const AT = Date.parse("2026-09-01T12:00:00Z");

/** Tags of a resource that was seen from its creation. */
export function state(tags: TagMap, more: Partial<TagState> = {}): TagState {
  return { tags, hidden: [], known: "all", ...more };
}

/** Someone who acted; nobody in particular where nothing is said. */
export function makeActor(facts: Partial<Actor> = {}): Actor {
  return {
    type: "AssumedRole",
    arn: null,
    accountId: null,
    display: null,
    userName: null,
    roleName: null,
    roleArn: null,
    sessionName: null,
    ...facts,
  };
}

/** An instance in an account that says nothing, made by nobody that is known. */
export function makeSubject(facts: Partial<Subject> & { readonly tags?: TagMap } = {}): Subject {
  const { tags = {}, ...given } = facts;
  return {
    arn: "arn:aws:ec2:eu-central-1:444455556666:instance/i-0123456789abcdef0",
    id: "i-0123456789abcdef0",
    type: "ec2:instance",
    account: "444455556666",
    region: "eu-central-1",
    actor: null,
    state: state(tags),
    at: AT,
    ...given,
  };
}

/** Tags that the company's schema has nothing to say about. */
export const GOOD: TagMap = {
  "ml-team": "vision",
  "ml-project": "ocr",
  "ml-workload-type": "inference",
  "ml-environment": "prod",
};

import type { Actor } from "../../catalog/actor.ts";
import { remember } from "../../text/remember.ts";
import type { Subject } from "../subject.ts";
import type { ActorEvidence } from "./actor-evidence.ts";
import { type Evidence, evidence } from "./evidence.ts";
import type { Owners } from "./owners.ts";
import { type Resolution, weigh } from "./resolution.ts";

/** What the maker and the account of a resource say of its owner. */
export type Voice = {
  readonly evidence: readonly Evidence[];
  /** What it comes to where no tag speaks. */
  readonly alone: Resolution;
  /** What it comes to together with tags, by what they say. */
  readonly together: (said: string, subject: Subject) => Resolution;
};

/** All that a voice depends on. */
type Speaker = Pick<Subject, "account"> & { readonly actor: Heard | null; readonly epoch: number };

/** All of an actor that evidence is read from. */
type Heard = ReturnType<typeof heardOf>;

/** The same people make much the same things, so that answers repeat. */
const REMEMBERED = 4096;
const TOGETHER = 8;

/**
 * Compiles what the maker and the account of a resource say, at instants between which nobody's name changes.
 *
 * @example voices(owners(config), actorEvidence(…), epochs(config))(subject).alone.team // "vision"
 */
export function voices(
  owners: Owners,
  byActor: ActorEvidence,
  byTags: (subject: Subject) => readonly Evidence[],
  epochOf: (at: number) => number,
): (subject: Subject) => Voice {
  const hear = ({ actor, account, at }: Subject): Voice => {
    const all = [
      ...(actor === null ? [] : byActor(actor, at)),
      ...(account === null ? [] : owners.byAccount(account)).map((team) =>
        evidence("account", team, `account ${account}`),
      ),
    ];
    const together = (_: string, subject: Subject) => weigh([...all, ...byTags(subject)]);
    return { evidence: all, alone: weigh(all), together: remember(together, TOGETHER) };
  };
  // One ARN nearly always is one speaker, and much quicker looked up than all that could differ; an account speaks
  // where nobody is known.
  const latestOf = remember(
    (_arn: string): { known: (Speaker & { voice: Voice }) | null } => ({ known: null }),
    REMEMBERED,
  );
  return (subject) => {
    const { actor, account, at } = subject;
    const epoch = epochOf(at);
    const latest = latestOf(actor?.arn ?? account ?? "");
    const { known } = latest;
    if (known !== null && known.epoch === epoch && known.account === account && isSame(known.actor, actor)) {
      return known.voice;
    }
    const voice = hear(subject);
    latest.known = { actor: actor && heardOf(actor), account, epoch, voice };
    return voice;
  };
}

/** A copy, as engines take actors to be lasting where many are kept, and then all of them cost more to make. */
function heardOf(actor: Actor) {
  const { arn, type, roleArn, roleName, sessionName, userName, sourceIdentity, issuedTo } = actor;
  return { arn, type, roleArn, roleName, sessionName, userName, sourceIdentity, issuedTo };
}

/** Whether an actor is the same in all that evidence is read from. */
function isSame(one: Heard | null, other: Actor | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.arn === other.arn &&
    one.type === other.type &&
    one.roleArn === other.roleArn &&
    one.roleName === other.roleName &&
    one.sessionName === other.sessionName &&
    one.userName === other.userName &&
    one.sourceIdentity === other.sourceIdentity &&
    one.issuedTo === other.issuedTo
  );
}

import type { Finding } from "../finding.ts";
import type { Repair } from "../repair/repair.ts";
import type { ControlledBy, PossibleRemedy } from "./input.ts";

/** What somebody is told about a resource. */
export type Notice = {
  /** The team whose it is, or `notify.fallback` where that is not sure. */
  readonly to: { readonly team: string } | "fallback";
  /** The place in the configuration that decided, as `enforcement.rules[1]`. */
  readonly rule: string;
  /** How its tags deviate. */
  readonly reasons: readonly Finding[];
  /** Epoch milliseconds from which it may be quarantined; null where nothing of the kind is planned. */
  readonly deadline: number | null;
  /** What makes it, where the tags have to be put right instead. */
  readonly controller: ControlledBy | null;
};

/** Tags to write. */
export type TagStep = { readonly remedy: "tag"; readonly repairs: readonly Repair[] };

/** Something to do to a resource until it complies. */
export type QuarantineStep = { readonly remedy: "quarantine" } & PossibleRemedy;

/** The fix where the resource comes from, for the owner of its controller: the tags that it should give. */
export type FactoryStep = { readonly remedy: "factory"; readonly repairs: readonly Repair[] } & ControlledBy;

/** A remedy to do, or to propose to a person. */
export type Step = TagStep | QuarantineStep | FactoryStep;

/** Somebody to tell. */
export type NotifyStep = { readonly remedy: "notify"; readonly notice: Notice };

/** Everything that a plan may hold. */
export type Effect = Step | NotifyStep;

import type { Config } from "../../config/definition.ts";
import { remember } from "../../text/remember.ts";
import { environmentOf } from "../environment.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import type { Finding } from "../finding.ts";
import { epochs } from "../resolve/epochs.ts";
import type { Resolution } from "../resolve/resolution.ts";
import type { Subject } from "../subject.ts";
import { repaired } from "./apply.ts";
import { isSure } from "./inferred.ts";
import type { Repair } from "./repair.ts";
import { repairer } from "./repairer.ts";

/** What would put findings right, and what would still deviate then. */
export type Mending = { readonly repairs: readonly Repair[]; readonly remaining: readonly Finding[] };

/** Mends the findings of a resource, given whose it is. */
export type Mender = (subject: Subject, findings: readonly Finding[], owner: Resolution) => Mending;

/** All besides its type and its owner that the mending of a bare resource hangs on. */
type Place = { readonly environment: string | null; readonly account: string | null; readonly epoch: number };

const TYPES = 4096;

/** The latest mending of the bare resources of a type that have one owner, or none. */
type Latest = (type: string) => { known: (Place & { readonly mending: Mending }) | null };

/**
 * Compiles how findings are mended. Most resources say nothing: of one type and owner, all that is known of them is
 * much the same, so that the latest answer is kept, for as long as the owner is remembered.
 *
 * @example mender(config, evaluator(config))(subject, findings, owner).repairs
 * // [{ key: "ml-environment", value: "prod", by: "alias", from: "Production", removes: [] }]
 */
export function mender(config: Config, schema: Evaluator): Mender {
  const propose = repairer(config, schema);
  const environmentIn = environmentOf(config);
  const epochOf = epochs(config);
  const ofNobody = latestByType();
  const ofOwner = new WeakMap<Resolution, Latest>();

  const latestOf = (owner: Resolution): Latest => {
    // What is not sure enough to be written down mends nothing.
    if (!isSure(config, owner)) return ofNobody;
    const known = ofOwner.get(owner);
    if (known !== undefined) return known;
    const latest = latestByType();
    ofOwner.set(owner, latest);
    return latest;
  };

  const mend: Mender = (subject, findings, owner) => {
    const { state, at } = subject;
    const repairs = propose(subject, findings, owner);
    const remaining = repairs.length === 0 ? findings : schema.evaluate(repaired(state, repairs), at);
    return { repairs, remaining };
  };

  return (subject, findings, owner) => {
    const { type, state, at } = subject;
    if (state.known !== "all" || !schema.isBare(state)) return mend(subject, findings, owner);
    const environment = environmentIn(subject);
    const account = environment === null ? null : subject.account;
    const epoch = epochOf(at);
    const latest = latestOf(owner)(type);
    const { known } = latest;
    if (known?.environment === environment && known.account === account && known.epoch === epoch) {
      return known.mending;
    }
    const mending = mend(subject, findings, owner);
    latest.known = { environment, account, epoch, mending };
    return mending;
  };
}

function latestByType(): Latest {
  return remember(() => ({ known: null }), TYPES);
}

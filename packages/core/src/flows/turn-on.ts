import { canonicalPart } from "../config/canonical.ts";
import type { Config } from "../config/definition.ts";
import type { Approval } from "../ledger/approval.ts";
import type { Hash } from "../ports.ts";
import type { Permission, TurnedOn } from "../tags/plan/rule.ts";

/** A rule of enforcement as people turn it on: what it matches and may do. */
export interface SwitchableRule {
  /** Its place in the configuration, as `enforcement.rules[0]` or `enforcement.default`. */
  readonly place: string;
  /** The way to it in the configuration. */
  readonly path: readonly (string | number)[];
  /**
   * The hash of what it matches, may do and by when, of what is required of all, and of what counts as which environment:
   * whoever changes that has another rule, which nobody turned on.
   */
  readonly fingerprint: string;
  /** What it may do, in the order of the file; empty where it only observes. */
  readonly mode: readonly Permission[];
}

/**
 * All rules of enforcement, the default last.
 *
 * @example switchableRules(config, hash)[0] // { place: "enforcement.rules[0]", fingerprint: "9f2c…", mode: ["notify"], … }
 */
export function switchableRules({ enforcement, tags }: Config, hash: Hash): SwitchableRule[] {
  const { rules, default: byDefault, environments, production } = enforcement;
  // What a rule comes to also depends on what is required of all, and on what counts as which environment.
  const required = Object.fromEntries(Object.entries(tags).map(([key, rule]) => [key, rule.required]));
  const shared = [
    canonicalPart({ environments, production }, ["enforcement"]),
    canonicalPart(required, []),
  ].join("");
  const written = rules.map(({ match, mode, allow, deadline }, index) => ({
    place: `enforcement.rules[${index}]`,
    path: ["enforcement", "rules", index],
    // What it does not say, the default says for it.
    content: { match, mode: mode ?? byDefault.mode, allow, deadline: deadline ?? byDefault.deadline },
  }));
  const all = [
    ...written,
    {
      place: "enforcement.default",
      path: ["enforcement", "default"],
      content: { mode: byDefault.mode, deadline: byDefault.deadline },
    },
  ];
  return all.map(({ place, path, content }) => ({
    place,
    path,
    fingerprint: hash.sha256(canonicalPart(content, path.map(String)) + shared),
    mode: [content.mode].flat().filter((each) => each !== "observe"),
  }));
}

/**
 * Says which rules of a configuration somebody turned on, so that they may quarantine.
 *
 * @example rulesOf(config, hash, turnedOn(config, await ledger.approvals(), nodeHash))
 */
export function turnedOn(config: Config, approvals: readonly Approval[], hash: Hash): TurnedOn {
  const approved = new Set(approvals.map(({ rule }) => rule));
  const places = new Set(
    switchableRules(config, hash)
      .filter(({ fingerprint }) => approved.has(fingerprint))
      .map(({ place }) => place),
  );
  return (place) => places.has(place);
}

import { canonicalConfig } from "../config/canonical.ts";
import type { LoadedConfig } from "../config/load.ts";
import { badConfiguration, type ConfigProblem } from "../config/problem.ts";
import { badInput } from "../errors.ts";
import type { Approval } from "../ledger/approval.ts";
import type { Hash, Ledger, Publisher } from "../ports.ts";
import type { RuleReadiness, Thresholds } from "../reports/readiness/figures.ts";
import { figuresText } from "../reports/readiness/shortfalls.ts";
import { type LaxThresholds, laxThresholds } from "./lax-thresholds.ts";
import { readiness } from "./readiness.ts";
import { rulesOf } from "./rules.ts";
import { type UnwantedQuarantine, unwantedQuarantines } from "./standing-quarantines.ts";
import { type SwitchableRule, switchableRules, turnedOn } from "./turn-on.ts";

/** That somebody turns a rule on whatever its figures say. */
export interface Override {
  /** The rule, as `enforcement.rules[0]`. */
  readonly place: string;
  /** Who answers for it. */
  readonly by: string;
  readonly reason: string;
}

/** What is to come into force. */
export interface Publication {
  readonly loaded: LoadedConfig;
  /** What it was loaded from, which is published as it is. */
  readonly text: string;
  /** The name that messages give the file. */
  readonly file: string;
  readonly overrides: readonly Override[];
  /** Who publishes it. */
  readonly by: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What publishing needs. */
export interface PublishPorts {
  readonly ledger: Ledger;
  readonly hash: Hash;
  readonly publisher: Publisher;
}

/** What came of it. */
export interface PublishedConfig {
  /** Where it is, as people name it. */
  readonly place: string;
  /** The rules that this turned on, in the order of the file. */
  readonly turnedOn: readonly Approval[];
  /** What stands quarantined though no rule of it wants that, and stays so for the time being. */
  readonly unwanted: readonly UnwantedQuarantine[];
}

/**
 * Brings a configuration into force. A rule that may quarantine, and that nobody turned on as it is, is turned on by
 * this where it is ready in every account, or where somebody answers for it by name; the ledger remembers both before
 * the configuration is published. So it is where the configuration itself asks for less than usual of its rules. What
 * stands quarantined though no rule wants that any more is listed.
 *
 * @throws bad-configuration with all figures where a rule is not ready and nobody overrides that; nothing is published
 * @throws bad-input where an override names no such rule
 * @example (await publishConfig(ports, publication)).turnedOn[0]?.place // "enforcement.rules[0]"
 */
export async function publishConfig(ports: PublishPorts, publication: Publication): Promise<PublishedConfig> {
  const { loaded, text, overrides } = publication;
  const rules = switchableRules(loaded.config, ports.hash);
  const lax = laxThresholds(loaded.config, ports.hash);
  for (const { place } of overrides) {
    if (place !== lax?.place && !rules.some((rule) => rule.place === place && isSwitch(rule))) {
      throw badInput(`--override ${place}: there is no such rule that quarantines`, { place });
    }
  }
  const approved = new Set((await ports.ledger.approvals()).map(({ rule }) => rule));
  const wanted = rules.filter((rule) => isSwitch(rule) && !approved.has(rule.fingerprint));
  const answered =
    wanted.length === 0 || lax === null || approved.has(lax.fingerprint) ? [] : [answerFor(lax, publication)];
  const approvals = wanted.length === 0 ? [] : [...answered, ...(await approve(ports, publication, wanted))];
  // Of rules that are the same, one approval counts for all.
  const byRule = new Map(approvals.map((approval) => [approval.rule, approval]));
  for (const approval of byRule.values()) await ports.ledger.transact([{ kind: "approval", approval }]);
  const unwanted = await unwantedBy(ports, publication);
  return { place: await ports.publisher.publish(text), turnedOn: approvals, unwanted };
}

async function unwantedBy(
  { ledger, hash }: PublishPorts,
  { loaded: { config }, now }: Publication,
): Promise<UnwantedQuarantine[]> {
  const isTurnedOn = turnedOn(config, await ledger.approvals(), hash);
  return unwantedQuarantines(ledger, rulesOf(config, hash.sha256(canonicalConfig(config)), isTurnedOn), now);
}

/** Whoever judges by less than usual answers for that by name, as for a rule that is not ready. */
function answerFor(lax: LaxThresholds, { loaded, file, overrides, now }: Publication): Approval {
  const { place, path, fingerprint: rule, figures } = lax;
  const override = overrides.find((each) => each.place === place);
  if (override !== undefined) {
    return { rule, place, at: now, figures, by: override.by, override: override.reason };
  }
  const position = loaded.locate(path) ?? { line: 1, column: 1 };
  const message = [
    "it asks for less than usual before a rule may quarantine:",
    ...figures.map((each) => `  ${each}`),
    `  whoever answers for it adds --override "${place}" --by NAME --reason TEXT`,
  ].join("\n");
  throw badConfiguration([{ path, ...position, message, severity: "error" }], file);
}

async function approve(
  ports: PublishPorts,
  { loaded, file, overrides, by, now }: Publication,
  wanted: readonly SwitchableRule[],
): Promise<Approval[]> {
  const { rules, thresholds } = await readiness(ports, { config: loaded.config, now });
  const approvals: Approval[] = [];
  const problems: ConfigProblem[] = [];
  for (const { place, path, fingerprint: rule } of wanted) {
    const read = rules.find((each) => each.place === place);
    const figures = read === undefined ? [] : figuresOf(read, thresholds, now);
    const override = overrides.find((each) => each.place === place);
    const said = { rule, place, at: now, figures };
    if (read?.isReady === true) approvals.push({ ...said, by, override: null });
    else if (override !== undefined) approvals.push({ ...said, by: override.by, override: override.reason });
    else {
      const position = loaded.locate(path) ?? { line: 1, column: 1 };
      const message = refusal(place, read, figures);
      problems.push({ path, ...position, message, severity: "error" });
    }
  }
  if (problems.length > 0) throw badConfiguration(problems, file);
  return approvals;
}

function isSwitch({ mode }: SwitchableRule): boolean {
  return mode.includes("quarantine");
}

/** All figures of all accounts, one line each. */
function figuresOf({ accounts }: RuleReadiness, thresholds: Thresholds, now: number): string[] {
  if (accounts.length === 0) return ["nothing fell under it"];
  return accounts.map(
    (each) => `account ${each.account ?? "unknown"}: ${figuresText(each, thresholds, now).join(", ")}`,
  );
}

function refusal(place: string, read: RuleReadiness | undefined, figures: readonly string[]): string {
  const why = (read?.accounts ?? []).flatMap(({ account, shortfalls }) =>
    shortfalls.map((each) => `account ${account ?? "unknown"}: ${each}`),
  );
  return [
    "it may quarantine, and is not ready for that:",
    ...(why.length === 0 ? [] : [`  ${why.join("; ")}`]),
    ...figures.map((each) => `  ${each}`),
    `  whoever answers for it adds --override "${place}" --by NAME --reason TEXT`,
  ].join("\n");
}

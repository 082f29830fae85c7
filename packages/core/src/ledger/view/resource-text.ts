import { parseAmount } from "../../costs/money.ts";
import { hourlyText, spentText } from "../../reports/live/money-text.ts";
import { visible } from "../../text/visible.ts";
import type { ExplainedView, QuarantineView } from "./explained.ts";
import type { PlanView } from "./plan.ts";
import type { IncarnationView, MomentView } from "./story.ts";

/**
 * Renders all that is known of a resource as plain text: what it is and where it stands, what is to be done about it,
 * and everything that happened to it, the oldest first.
 *
 * @example renderResourceText(explained).split("\n")[0] // "arn:aws:ec2:eu-central-1:111122223333:instance/i-1"
 */
export function renderResourceText(explained: ExplainedView): string {
  const [newest, ...older] = explained.incarnations;
  const lines = [
    visible(explained.resource),
    ...(newest === undefined ? [] : standing(explained, newest)),
    ...section("Found", newest?.findings.map(({ key, says, actual }) => found(key, says, actual)) ?? []),
    ...section("Planned", planned(explained.plan)),
    ...section("Quarantines", [...explained.quarantines.flatMap(quarantine), ...unwanted(explained)]),
    ...section("Whose it is", newest?.evidence.map(evidence) ?? []),
    ...section("Tags", newest?.tags.map(dated) ?? []),
    ...section("What happened", newest?.moments.map(moment) ?? []),
    ...older.flatMap((each) => section(`Before, from ${each.created}`, each.moments.map(moment))),
  ];
  return `${lines.join("\n")}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}

function standing(
  { state, hourly, soFar, controller }: ExplainedView,
  { type, account, region, created, deleted, actor, team, exemption, fix, remediation }: IncarnationView,
): string[] {
  return [
    `  ${type} in account ${account ?? "unknown"}, ${region ?? "no region"}`,
    `  created ${created} by ${visible(actor?.display ?? actor?.arn ?? "nobody known")}`,
    ...(deleted === null ? [] : [`  deleted ${deleted}`]),
    `  ${state}, ${team === null ? "nobody's" : `of ${visible(team)}`}`,
    `  costs ${money(hourly, hourlyText)} an hour, so far ${money(soFar, spentText)}`,
    ...(controller === null
      ? []
      : [
          `  kept by ${controller.controller}${controller.name === null ? "" : ` ${visible(controller.name)}`}`,
        ]),
    ...(exemption === null ? [] : [`  exempt until ${exemption.until}: ${visible(exemption.reason)}`]),
    ...(remediation === undefined
      ? []
      : [
          `  ${remediation.stage} since ${remediation.since}${remediation.remedy === null ? "" : `, ${remediation.remedy}`}${
            remediation.deadline === null ? "" : `; quarantine from ${remediation.deadline}`
          }`,
        ]),
    ...(fix === null ? [] : [`  to put it right: ${visible(fix)}`]),
  ];
}

function money(value: ExplainedView["hourly"], text: typeof hourlyText): string {
  if (value === null) return "unknown";
  const { amount, currency } = value;
  return `${text(parseAmount(amount), currency, 0)} ${currency}`;
}

function found(key: string, says: string, actual: string | null): string {
  return `${visible(key)} ${says}${actual === null ? "" : `: ${visible(actual)}`}`;
}

function planned({ rule, mode, notify, due, withheld, propose, ...plan }: PlanView): string[] {
  return [
    `by ${rule}, which ${mode.length === 0 ? "only observes" : `may ${mode.join(", ")}`}`,
    ...(notify === null
      ? []
      : [
          `now: tell ${visible(notify.to)}${notify.deadline === null ? "" : `, quarantine from ${notify.deadline}`}`,
        ]),
    ...plan.do.map((what) => `now: ${visible(what)}`),
    ...propose.map((what) => `for a person to decide: ${visible(what)}`),
    ...withheld.map(
      ({ what, guard, reason, until }) =>
        `held back: ${visible(what)} by ${guard}: ${visible(reason)}${until === null ? "" : `, until ${until}`}`,
    ),
    ...(due === null ? [] : [`planned again ${due}`]),
  ];
}

function quarantine({ remedy, rule, began, inForce, ended, before, ours, asked }: QuarantineView): string[] {
  const end = ended === null ? "goes on" : `${ended.how} ${ended.at}`;
  return [
    `${remedy} by ${rule}, begun ${began}, in force ${inForce === null ? "not surely" : `since ${inForce}`}, ${end}`,
    `  before: ${visible(JSON.stringify(before))}`,
    `  ours:   ${visible(JSON.stringify(ours))}`,
    ...(asked === null
      ? []
      : [
          `  asked back ${asked.at} by ${visible(asked.by)}${asked.reason === null ? "" : `: ${visible(asked.reason)}`}`,
        ]),
  ];
}

function unwanted({ resource, unwantedUntil }: ExplainedView): string[] {
  if (unwantedUntil === null) return [];
  const command = `tagledger release ${visible(resource)}`;
  return [
    `no rule wants it quarantined any more; it stays so until ${unwantedUntil}`,
    `  to give it back now: ${command}`,
  ];
}

function evidence({ kind, detail, team, weight }: IncarnationView["evidence"][number]): string {
  return `${weight} ${visible(team)}: ${kind.replaceAll("-", " ")} ${visible(detail)}`.trimEnd();
}

function dated({ key, value, hidden, since }: IncarnationView["tags"][number]): string {
  const shown = value === null ? (hidden ? "hidden" : "removed") : visible(value);
  return `${since}  ${visible(key)}=${shown}`;
}

function moment({ at, what, actor, tags, keys, hidden, verdict, detail }: MomentView): string {
  const said = [
    ...Object.entries(tags).map(([key, value]) => `${key}=${value}`),
    ...keys.map((key) => `-${key}`),
    ...hidden.map((key) => `${key}=(hidden)`),
    ...(verdict === null ? [] : [verdict]),
    ...(detail === undefined ? [] : [detail]),
    ...(actor?.display == null ? [] : [`by ${actor.display}`]),
  ];
  return visible(`${at}  ${what}${said.length === 0 ? "" : `: ${said.join(" · ")}`}`);
}

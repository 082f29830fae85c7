import { visible } from "../../text/visible.ts";
import { figure, NARROWEST, right, WIDTH } from "../audit/tables.ts";
import { currenciesOf, hourlyText, spentText } from "../live/money-text.ts";
import { layOut, type TextTable } from "../render/text/table.ts";
import type { AccountReadiness, Readiness, RuleReadiness } from "./figures.ts";

/**
 * Renders readiness as plain text for a terminal of so many columns (default 100): a table of accounts for each rule,
 * and below it what is missing.
 *
 * @example renderReadinessText(readiness).split("\n")[0] // "Readiness · 14 days until 2026-09-15T12:00:00.000Z"
 */
export function renderReadinessText(
  { at, days, thresholds, rules }: Readiness,
  { width = WIDTH }: { readonly width?: number | undefined } = {},
): string {
  const { days: needed, decided, disputed } = thresholds;
  const columns = Math.max(NARROWEST, width);
  return [
    `Readiness · ${days} days until ${new Date(at).toISOString()}`,
    `Needed: ${needed} days of observation, ${decided} decided, at most ${disputed} disputed`,
    ...rules.flatMap((rule) => ["", ...ruleLines(rule, columns)]),
    "",
  ].join("\n");
}

function ruleLines(rule: RuleReadiness, width: number): string[] {
  const { place, mode, turnedOnBy, accounts, isReady } = rule;
  const title = [
    place,
    mode.length === 0 ? "observe" : mode.join(", "),
    isReady ? "ready" : "not ready",
    ...(turnedOnBy === null ? [] : [`turned on by ${visible(turnedOnBy)}`]),
  ].join(" · ");
  if (accounts.length === 0) return [title, "nothing fell under it"];
  return [title, ...layOut(tableOf(accounts), width), ...accounts.flatMap(notesOf)];
}

function tableOf(accounts: readonly AccountReadiness[]): TextTable {
  const currencies = currenciesOf(
    ...accounts.flatMap(({ hourly, sinceDeadline }) => [hourly, sinceDeadline]),
  );
  const titles = [
    "resources",
    "decided",
    "violating",
    "disputed",
    "fixed in grace",
    "owner known",
    "unpriced",
  ];
  const money = currencies.flatMap((each) => [`${each}/hour`, `${each} past deadline`]);
  return {
    // An account is worth nothing without its last digit, so it stands with the figures.
    columns: [right("account"), ...[...titles, ...money].map(right)],
    rows: accounts.map((each) => [
      nameOf(each),
      figure(each.resources),
      `${figure(each.decided)}/${figure(each.graceOver)}`,
      figure(each.violating),
      `${figure(each.disputed)}/${figure(each.accused)}`,
      figure(each.fixedInGrace),
      figure(each.ownerKnown),
      figure(each.unpriced),
      ...currencies.flatMap((currency) => [
        hourlyText(each.hourly.get(currency), currency, each.unpriced),
        spentText(each.sinceDeadline.get(currency), currency, each.unpriced),
      ]),
    ]),
  };
}

function notesOf(account: AccountReadiness): string[] {
  const { controllers, mildest, shortfalls } = account;
  const { lossy, final, none } = mildest;
  const worse = [
    ...(lossy === 0 ? [] : [`${figure(lossy)} only with loss`]),
    ...(final === 0 ? [] : [`${figure(final)} only for good`]),
    ...(none === 0 ? [] : [`${figure(none)} not at all`]),
  ];
  const kept = controllers.map(({ controller, count }) => `${visible(controller)} ${figure(count)}`);
  const say = (text: string) => `account ${nameOf(account)}: ${text}`;
  return [
    ...(kept.length === 0 ? [] : [say(`kept by something else: ${kept.join(", ")}`)]),
    ...(worse.length === 0 ? [] : [say(`of the violating ones could be quarantined: ${worse.join(", ")}`)]),
    ...shortfalls.map(say),
  ];
}

function nameOf({ account }: AccountReadiness): string {
  return account === null ? "(unknown)" : visible(account);
}

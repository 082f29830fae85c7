import type { Config } from "../config/definition.ts";
import { parsePeriod } from "../costs/period.ts";
import { badInput } from "../errors.ts";
import type { BillContent } from "../ports.ts";

/** The period and the currency that a report is about. */
export interface ChosenContents {
  readonly period: string;
  readonly currency: string;
}

/**
 * Chooses what to report of a bill: what was asked for, or the only thing there is.
 *
 * @throws bad-input listing what the bill holds when there are several periods or currencies and none was chosen,
 * or what was chosen is not there
 */
export function chooseContents(
  contents: readonly BillContent[],
  asked: { readonly period?: string | undefined; readonly currency?: string | undefined },
  config: Config,
): ChosenContents {
  const period = asked.period === undefined ? undefined : parsePeriod(asked.period).name;
  const periods = distinct(contents.map((content) => content.period));
  const chosenPeriod = choose("period", periods, period);
  const inPeriod = contents.filter((content) => content.period === chosenPeriod);
  const currencies = distinct(inPeriod.map(({ currency }) => currency).filter((currency) => currency !== ""));
  const wanted =
    asked.currency ?? (currencies.length > 1 ? undefined : (currencies[0] ?? config.reports.currency));
  if (wanted === undefined && currencies.length === 0) {
    throw badInput("the bill names no currency; say which it is with --currency, such as --currency USD");
  }
  const chosenCurrency =
    currencies.length === 0 && wanted !== undefined ? wanted : choose("currency", currencies, wanted);
  const unnamed = inPeriod.some(({ currency }) => currency === "");
  if (unnamed && currencies.length > 1) {
    throw badInput(`some lines name no currency in a bill of several: ${currencies.join(", ")}`, {
      currencies,
    });
  }
  return { period: chosenPeriod, currency: chosenCurrency };
}

function choose(what: "period" | "currency", present: readonly string[], asked: string | undefined): string {
  const list = present.join(", ");
  const plural = what === "period" ? "periods" : "currencies";
  if (asked !== undefined) {
    if (present.includes(asked)) return asked;
    throw badInput(`the bill has no lines of the ${what} ${asked}; it has ${list}`, { [what]: asked });
  }
  const [only, ...others] = present;
  if (only === undefined || others.length > 0) {
    throw badInput(`the bill holds several ${plural} (${list}); choose one with --${what}`, {
      [plural]: [...present],
    });
  }
  return only;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

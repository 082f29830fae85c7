import type { Config } from "../config/definition.ts";
import { parsePeriod } from "../costs/period.ts";
import { badInput } from "../errors.ts";
import type { Bill, BillContent, BillSource } from "../ports.ts";

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
  { contents, sources }: Pick<Bill, "contents" | "sources">,
  asked: { readonly period?: string | undefined; readonly currency?: string | undefined },
  config: Config,
): ChosenContents {
  const period = asked.period === undefined ? undefined : parsePeriod(asked.period).name;
  const periods = distinct(contents.map((content) => content.period));
  const where = sourceNames(sources);
  const chosenPeriod = choose(where, "period", periods, period);
  const inPeriod = contents.filter((content) => content.period === chosenPeriod);
  const currencies = distinct(inPeriod.map(({ currency }) => currency).filter((currency) => currency !== ""));
  const wanted =
    asked.currency ?? (currencies.length > 1 ? undefined : (currencies[0] ?? config.reports.currency));
  if (wanted === undefined && currencies.length === 0) {
    throw badInput(
      `${where}: the bill names no currency; say which it is with --currency, such as --currency USD`,
    );
  }
  const chosenCurrency =
    currencies.length === 0 && wanted !== undefined ? wanted : choose(where, "currency", currencies, wanted);
  const unnamed = inPeriod.some(({ currency }) => currency === "");
  if (unnamed && currencies.length > 1) {
    throw badInput(`${where}: some lines name no currency in a bill of several: ${currencies.join(", ")}`, {
      currencies,
    });
  }
  return { period: chosenPeriod, currency: chosenCurrency };
}

/** The lines of a period in a currency, or in none that the bill names. */
export function contentsOf(
  contents: readonly BillContent[],
  { period, currency }: ChosenContents,
): BillContent[] {
  return contents.filter(
    (each) => each.period === period && (each.currency === currency || each.currency === ""),
  );
}

/** The files of a bill, shortened where they are many. */
export function sourceNames(sources: readonly BillSource[]): string {
  const [first, ...others] = sources.map(({ path }) => path);
  if (others.length < 2) return [first, ...others].join(" and ");
  return `${first} and ${others.length} other files`;
}

function choose(
  where: string,
  what: "period" | "currency",
  present: readonly string[],
  asked: string | undefined,
): string {
  const list = present.join(", ");
  const plural = what === "period" ? "periods" : "currencies";
  if (asked !== undefined) {
    if (present.includes(asked)) return asked;
    throw badInput(`${where}: the bill has no lines of the ${what} ${asked}; it has ${list}`, {
      [what]: asked,
    });
  }
  const [only, ...others] = present;
  if (only === undefined || others.length > 0) {
    throw badInput(`${where}: the bill holds several ${plural} (${list}); choose one with --${what}`, {
      [plural]: [...present],
    });
  }
  return only;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

import { type Amount, displayAmount, sum } from "@tagledger/core/costs/money";
import type { Estimate, Line } from "./estimate.ts";
import { PRICES } from "./prices.ts";

/** A table of what loads cost, side by side, dearest first; what comes to nothing in all of them is left out. */
export function tableOf(estimates: readonly Estimate[]): string {
  const of = (estimate: Estimate, service: string, what: string): Amount =>
    sum(estimate.lines.filter((line) => isOf(line, service, what)).map(({ amount }) => amount));
  const all = estimates.flatMap(({ lines }) => lines).map((line) => [serviceOf(line), line.what] as const);
  const rows = [...new Map(all.map((row) => [row.join("\n"), row])).values()]
    .map(([service, what]) => ({ service, what, amounts: estimates.map((each) => of(each, service, what)) }))
    .filter(({ amounts }) => amounts.some((amount) => displayAmount(amount, 2) !== "0.00"))
    .sort((a, b) => ((a.amounts.at(-1) ?? 0n) < (b.amounts.at(-1) ?? 0n) ? 1 : -1));
  const heads = estimates.map(({ load }) => `${load.events.toLocaleString("en")} events`);
  return [
    `| USD a month | | ${heads.join(" | ")} |`,
    `|---|---|${heads.map(() => "---:|").join("")}`,
    ...rows.map(({ service, what, amounts }) => `| ${service} | ${what} | ${shown(amounts)} |`),
    `| **all of it** | | ${shown(estimates.map(({ total }) => total))} |`,
  ].join("\n");
}

/** The prices that were used, with where they are from. */
export function pricesTable(): string {
  const rows = Object.values(PRICES).map(({ usd, per, unit, listed, quoted }) => {
    const from =
      quoted === null ? "not found quoted" : quoted === listed ? "read there" : `quoted by ${quoted}`;
    return `| ${usd} | ${per.toLocaleString("en")} ${unit} | <${listed}> | ${from} |`;
  });
  return ["| USD | for | listed at | |", "|---|---|---|---|", ...rows].join("\n");
}

function isOf(line: Line, service: string, what: string): boolean {
  return serviceOf(line) === service && line.what === what;
}

/** As `dynamodb`, of `aws:dynamodb/table:Table`. */
function serviceOf({ type }: Line): string {
  return /:([^/]+)\//.exec(type)?.[1] ?? type;
}

function shown(amounts: readonly Amount[]): string {
  return amounts.map((amount) => displayAmount(amount, 2)).join(" | ");
}

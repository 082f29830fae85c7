import { closeDays, closeMonth, serviceLines } from "../bill.ts";
import { RESERVATIONS } from "../company/commitments.ts";
import type { Company } from "../company.ts";
import { multiply, whole } from "../decimal.ts";
import type { Item, Line } from "../line.ts";
import { DAY, MONTH } from "../month.ts";
import type { Random } from "../random.ts";
import { BEFORE, DAYS_BEFORE, earlier, WHOLE_BEFORE } from "./month.ts";

/** Every line of the bill of the month before. */
export function billBefore(company: Company, random: Random): Line[] {
  const dated = changedItems((item) => ({ ...item, month: BEFORE }));
  const lines = beforeBought(serviceLines(company, random));
  return closeMonth(inCalendar(closeDays(lines))).map((line) => ({
    ...line,
    item: dated(line.item),
    span: line.span.until > 0 ? WHOLE_BEFORE : line.span,
  }));
}

/** What was reserved only in the month itself had its price before, and nothing had been given back. */
function beforeBought(lines: readonly Line[]): Line[] {
  const onDemand = changedItems(({ reservation: _, ...item }) => ({ ...item, type: "Usage" }));
  return lines.flatMap((line) => {
    const { item } = line;
    if (item.type === "Refund" || item.type === "SavingsPlanUpfrontFee") return [];
    if (item.reservation !== RESERVATIONS.cache) return [line];
    if (item.type !== "DiscountedUsage") return [];
    return [{ ...line, item: onDemand(item), cost: line.onDemand }];
  });
}

/** Each day as the day that is like it; what is of the whole month stays once. */
function inCalendar(lines: readonly Line[]): Line[] {
  const days: Line[][] = Array.from({ length: MONTH.days }, () => []);
  const all: Line[] = [];
  for (const line of lines) {
    const { from, until } = line.span;
    if (until - from > DAY) all.push(ofWholeMonth(line));
    else days[Math.floor(from / DAY)]?.push(line);
  }
  for (const each of DAYS_BEFORE) {
    const shift = earlier(each);
    for (const line of days[each.like] ?? []) {
      const { from, until } = line.span;
      all.push({ ...line, span: { from: from + shift, until: until + shift } });
    }
  }
  return all;
}

/** The fee of a reservation is for each hour of a month. */
function ofWholeMonth(line: Line): Line {
  const { item, unusedHours = 0 } = line;
  if (item.type !== "RIFee" || item.reservation === undefined) return line;
  const quantity = whole(BEFORE.hours * item.reservation.count);
  return {
    ...line,
    quantity,
    cost: multiply(item.reservation.recurring, quantity),
    unusedHours: (unusedHours / MONTH.hours) * BEFORE.hours,
  };
}

/** Changes items so that lines which had one in common still do. */
function changedItems(change: (item: Item) => Item): (item: Item) => Item {
  const known = new Map<Item, Item>();
  return (item) => {
    const changed = known.get(item) ?? change(item);
    known.set(item, changed);
    return changed;
  };
}

import { badInput } from "@tagledger/core/errors";
import { HOUR, type Span } from "../hours.ts";
import { windowIn } from "./answer.ts";
import { type Fields, isFields } from "./body.ts";

/** What was allocated in one window, by the names of OpenCost. */
export interface AllocationSet extends Span {
  readonly entries: ReadonlyMap<string, Fields>;
}

/**
 * The windows of an answer of which anything is known: one for each hour that was asked for, null or empty where OpenCost
 * knows nothing of it.
 *
 * @throws bad-input where windows are not those that were asked for
 */
export function allocationSets(name: string, data: unknown, asked: Span): AllocationSet[] {
  const answered = data === null ? [] : Array.isArray(data) ? data : [data];
  const sets = answered.flatMap((set: unknown, index) => {
    if (set === null) return [];
    if (!isFields(set)) throw badInput(`${name}: window ${index + 1} of the answer is no object`, { name });
    const entries = new Map<string, Fields>();
    for (const [key, entry] of Object.entries(set)) {
      if (!isFields(entry))
        throw badInput(`${name}: the allocation "${key}" is no object`, { name, value: key });
      entries.set(key, entry);
    }
    if (entries.size === 0) return [];
    return [{ ...spanOf(name, entries, asked, { index, count: answered.length }), entries }];
  });
  for (const [index, set] of sets.entries()) {
    const before = sets[index - 1];
    if (set.start < asked.start || set.end > asked.end) {
      throw badInput(`${name}: it answered of ${text(set)}, and was asked for ${text(asked)}`, { name });
    }
    if (before !== undefined && set.start < before.end) {
      throw badInput(`${name}: it answered of ${text(before)} and of ${text(set)}, which overlap`, { name });
    }
  }
  return sets;
}

function spanOf(
  name: string,
  entries: ReadonlyMap<string, Fields>,
  asked: Span,
  { index, count }: { index: number; count: number },
): Span {
  const [first, ...others] = [...entries.values()].map(windowIn);
  const agree = others.every((each) => each?.start === first?.start && each?.end === first?.end);
  if (first !== undefined && agree) return first;
  const start = asked.start + index * HOUR;
  if (count === (asked.end - asked.start) / HOUR) return { start, end: start + HOUR };
  const [key = ""] = entries.keys();
  throw badInput(`${name}: the allocation "${key}" does not say which window it is of`, { name, value: key });
}

function text({ start, end }: Span): string {
  return `${new Date(start).toISOString()} to ${new Date(end).toISOString()}`;
}

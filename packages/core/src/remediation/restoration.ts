import { type Fields, type FieldValue, holdsAll, isSameValue } from "./fields.ts";

/** Something that is no longer as we set it, so that it is left alone. */
export type Conflict = {
  readonly field: string;
  readonly ours: FieldValue;
  readonly found: FieldValue;
};

/** What giving back comes to. */
export type Restoration = {
  /** What to set, and to what: as it was before. */
  readonly restore: Fields;
  readonly conflicts: readonly Conflict[];
};

/**
 * What is to be given back: a field that still holds what we set becomes what it was. One that already is as it was
 * needs nothing; one that holds something else was changed by somebody, and stays.
 *
 * @example restoration({ before: { desired: 3 }, ours: { desired: 0 }, now: { desired: 0 } }).restore // { desired: 3 }
 */
export function restoration({
  before,
  ours,
  now,
}: {
  readonly before: Fields;
  readonly ours: Fields;
  readonly now: Fields;
}): Restoration {
  const restore: Record<string, FieldValue> = {};
  const conflicts: Conflict[] = [];
  for (const [field, set] of Object.entries(ours)) {
    const [was, found] = [before[field], now[field]];
    if (was === undefined || isSameValue(found, was)) continue;
    if (isSameValue(found, set)) restore[field] = was;
    else conflicts.push({ field, ours: set, found: found ?? null });
  }
  return { restore, conflicts };
}

/** Whether what we set holds no more, and nobody gave it back through us. */
export function hasSlipped(ours: Fields, now: Fields): boolean {
  return !holdsAll(now, ours);
}

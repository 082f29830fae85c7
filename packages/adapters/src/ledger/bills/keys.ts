import type { Holder } from "@tagledger/core/bills/day";
import type { ItemKey } from "../items.ts";
import { keyText } from "../key-text.ts";

/** The partition of what is read of each period. */
export const PERIODS = "BILLS";

/** How long the name of an export may be in a key that holds other texts as well. */
const EXPORT_LENGTH = 200;
const [DAY_DIGITS, SEQUENCE_DIGITS, CHUNK_DIGITS] = [2, 8, 4];

/** Where it stands what is read of a period. */
export function periodKey(period: string): ItemKey {
  return { partition: PERIODS, sort: keyText(period) };
}

/** The partition of all versions of a period. */
export function versionsPartition(period: string): string {
  return `BILL#${keyText(period)}`;
}

/** Where a version is. */
export function versionKey(version: {
  readonly period: string;
  readonly export: string;
  readonly id: string;
}): ItemKey {
  const sort = `${exportText(version.export)}#${keyText(version.id)}`;
  return { partition: versionsPartition(version.period), sort };
}

/** The partition of all days of a holder in a month. */
export function monthPartition(holder: Holder, period: string): string {
  return `${holderText(holder)}#${keyText(period)}`;
}

/** Where a piece of a day stands: beside what other versions wrote of that day. */
export interface DayPlace {
  readonly day: number;
  readonly export: string;
  readonly sequence: number;
  readonly chunk: number;
}

/** What the sort keys of an export's days begin with, after the day. */
export function exportText(name: string): string {
  return keyText(name, EXPORT_LENGTH);
}

/** The sort key of a piece of a day. */
export function daySort({ day, export: name, sequence, chunk }: DayPlace): string {
  return `D#${digits(day, DAY_DIGITS)}#${exportText(name)}#${digits(sequence, SEQUENCE_DIGITS)}#${digits(chunk, CHUNK_DIGITS)}`;
}

/** Reads what {@link daySort} wrote; the export as it stands in the key. */
export function dayPlace(sort: string): DayPlace {
  const [, day, name = "", sequence, chunk] = sort.split("#");
  return { day: Number(day), export: name, sequence: Number(sequence), chunk: Number(chunk) };
}

/** The partition of who has days in a month. */
export function holdersPartition(period: string): string {
  return `HOLDERS#${keyText(period)}`;
}

/** A holder as a part of a key. */
export function holderText(holder: Holder): string {
  const kind = holder.kind.toUpperCase();
  return "name" in holder ? `${kind}#${keyText(holder.name)}` : kind;
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, "0");
}

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$|^$/;

/**
 * Writes a row of CSV (RFC 4180, ended by LF); a missing value is an empty cell, an empty text is quoted, so that the
 * two read differently.
 *
 * @example csvRow(["a,b", null, ""]) // '"a,b",,""\n'
 */
export function csvRow(values: readonly (string | null)[]): string {
  return `${values.map(cell).join(",")}\n`;
}

function cell(value: string | null): string {
  if (value === null) return "";
  return NEEDS_QUOTES.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

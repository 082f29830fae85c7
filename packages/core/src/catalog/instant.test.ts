import { describe, expect, test } from "vitest";
import { instantOf, utcText } from "./instant.ts";

describe("instantOf", () => {
  test.each([
    ["as CloudTrail writes it", "2026-09-01T12:30:45Z", "2026-09-01T12:30:45.000Z"],
    ["with a fraction", "2026-09-01T12:30:45.123456789Z", "2026-09-01T12:30:45.123Z"],
    ["as tables store it", "2026-09-01 12:30:45.000000000", "2026-09-01T12:30:45.000Z"],
    ["without zone", "2026-09-01T12:30:45", "2026-09-01T12:30:45.000Z"],
    ["with a zone of nothing", "2026-09-01T12:30:45+00:00", "2026-09-01T12:30:45.000Z"],
    ["on a leap day", "2028-02-29T00:00:00Z", "2028-02-29T00:00:00.000Z"],
  ])("reads a time %s", (_, text, iso) => {
    expect(instantOf(text)).toBe(Date.parse(iso));
  });

  test.each([
    "",
    "yesterday",
    "2026-09-01",
    "2026-13-01T00:00:00Z",
    "2026-02-30T00:00:00Z",
    "2026-02-30 00:00:00",
    "1788264645",
    "abcd-efghiTjklmnopqrZ",
  ])("refuses %j", (text) => {
    expect(instantOf(text)).toBeNull();
  });
});

describe("utcText", () => {
  test.each([
    ["2026-09-01T12:30:45Z", "2026-09-01T12:30:45Z"],
    ["2026-09-01 12:30:45.000000000", "2026-09-01T12:30:45Z"],
    ["2026-09-01T12:30:45.120Z", "2026-09-01T12:30:45.120Z"],
  ])("writes %s as %s", (written, text) => {
    expect(utcText(written, instantOf(written) ?? 0)).toBe(text);
  });
});

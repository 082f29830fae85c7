import { EVENT_TYPES } from "@tagledger/core/events/event-types";
import { EVENT_SOURCE } from "@tagledger/core/events/source";
import { expect, test } from "vitest";
import { readAllocateMessage } from "./allocate-message.ts";

const told = EVENT_TYPES.find(({ name }) => name === "BillPublished")?.example.detail;
const event = { source: EVENT_SOURCE, "detail-type": "BillPublished", detail: told };

test("a bill that was published has its month divided", () => {
  expect(readAllocateMessage(JSON.stringify(event))).toEqual({ kind: "period", period: "2026-08" });
});

test("the clock has an open month divided", () => {
  expect(readAllocateMessage('{"allocate":"open","back":1}')).toEqual({ kind: "open", back: 1 });
});

test.each([
  ["text that is no JSON", "<html>"],
  ["nothing at all", ""],
  ["the wish to divide something else", '{"allocate":"2026-09","back":0}'],
  ["the wish to divide no month in particular", '{"allocate":"open"}'],
  ["another event", JSON.stringify({ ...event, "detail-type": "ResourceViolating" })],
  ["an event of somebody else", JSON.stringify({ ...event, source: "aws.s3" })],
  ["a bill of no month", JSON.stringify({ ...event, detail: { ...told, period: "September" } })],
])("%s is refused", (_, body) => {
  expect(() => readAllocateMessage(body)).toThrow(/neither a bill/);
});

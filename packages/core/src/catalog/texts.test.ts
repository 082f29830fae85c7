import { expect, test } from "vitest";
import { makeCall } from "./testing/make-event.ts";
import { joined, lastPart, lowerCase, unless } from "./texts.ts";
import { viewOf, wrappersOf } from "./view.ts";

const view = viewOf(
  makeCall("sagemaker", "DeleteApp", { name: "Ranking", id: "/zone/Z1" }),
  wrappersOf("DeleteApp"),
);

test.each([
  ["in lower case", lowerCase("request.name"), "ranking"],
  ["joined with others", joined("app", "request.name", lowerCase("request.name")), "app/Ranking/ranking"],
  ["joined with what is not there", joined("app", "request.version"), null],
  ["by the last of its parts", lastPart("request.id"), "Z1"],
  ["unless a narrower one is there", unless("request.version", "request.name"), "Ranking"],
  ["not where a narrower one is there", unless("request.id", "request.name"), null],
  ["not where it is not there", lowerCase("request.version"), null],
])("reads a text %s", (_, read, expected) => {
  expect(read(view)).toBe(expected);
});

import { expect, test } from "vitest";
import { START } from "./page-state.ts";
import { inView, viewOf } from "./views.ts";

test("an address that names no view means what it costs, and of a resource its story", () => {
  expect(viewOf(START)).toBe("costs");
  expect(viewOf({ ...START, resource: "i-0abc" })).toBe("resources");
  expect(viewOf({ ...START, view: "shared", resource: "i-0abc" })).toBe("shared");
});

test("the first view is not said", () => {
  expect(inView({ ...START, view: "shared" }, "costs")).toEqual(START);
  expect(viewOf(inView(START, "experiments"))).toBe("experiments");
});

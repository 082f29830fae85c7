import { expect, test } from "vitest";
import { readProblem } from "./problem.ts";

test("problem details are read as far as there are any", () => {
  const body = { type: "about:blank", title: "Not found", status: 404, detail: "Nothing is known of it" };
  expect(readProblem(404, body)).toEqual({
    title: "Not found",
    detail: "Nothing is known of it",
    status: 404,
  });
  for (const broken of [null, "Bad gateway", { title: 7, detail: "" }, []]) {
    expect(readProblem(502, broken)).toEqual({
      title: "The server refused",
      detail: "It answered with status 502.",
      status: 502,
    });
  }
});

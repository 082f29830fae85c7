import { describe, expect, it } from "vitest";
import { oneOf, selector } from "./promql.ts";

describe("a selector", () => {
  it.each([
    [[undefined], "up{}"],
    [['a="1"', undefined, 'cluster="ml",'], 'up{a="1",cluster="ml"}'],
    [['{cluster="ml"}'], 'up{cluster="ml"}'],
    [[' cluster=~"a{2}" '], 'up{cluster=~"a{2}"}'],
  ])("of %j is %s", (matchers, text) => {
    expect(selector("up", ...matchers)).toBe(text);
  });
});

it("names are matched as they are written", () => {
  expect(oneOf("pod", ["db-0", "a.b"])).toBe('pod=~"db-0|a\\\\.b"');
});

import { describe, expect, it } from "vitest";
import { addressOf } from "./address.ts";

describe("the address of a Prometheus", () => {
  it.each([
    [
      "http://prometheus:9090",
      "http://prometheus:9090/api/v1/query_range",
      "prometheus http://prometheus:9090",
    ],
    [
      "http://prometheus:9090/",
      "http://prometheus:9090/api/v1/query_range",
      "prometheus http://prometheus:9090",
    ],
    [
      "https://x.example/a/b/",
      "https://x.example/a/b/api/v1/query_range",
      "prometheus https://x.example/a/b",
    ],
    [
      "https://x.example/api/v1/query",
      "https://x.example/api/v1/query_range",
      "prometheus https://x.example",
    ],
    [
      "https://x.example/p?tenant=1#top",
      "https://x.example/p/api/v1/query_range",
      "prometheus https://x.example/p",
    ],
  ])("%s is asked at %s", (url, query, name) => {
    const address = addressOf(url);
    expect([address.query.href, address.name]).toEqual([query, name]);
  });

  it("may hold no password, which the message does not show", () => {
    const ask = () => addressOf("https://me:hunter2@x.example/");
    expect(ask).toThrow("the address of a Prometheus at x.example holds a name or password");
    expect(ask).not.toThrow("hunter2");
  });

  it("must be one", () => {
    expect(() => addressOf("http://[")).toThrow('"http://[" is no address of a Prometheus');
  });
});

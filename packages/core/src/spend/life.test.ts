import { describe, expect, test } from "vitest";
import { stretchesOf } from "./life.ts";
import type { Moment } from "./moment.ts";

const SMALL = { instanceType: "m5.large" };
const LARGE = { instanceType: "m5.xlarge" };

function created(at: number, endsBy: number | null = null): Moment {
  return { kind: "created", at, eventId: "created", attributes: { ...SMALL, tenancy: "default" }, endsBy };
}
function stopped(at: number, resumes: number | null = null): Moment {
  return { kind: "stopped", at, eventId: `stopped-${at}`, resumes };
}
function happened(kind: "started" | "ended", at: number): Moment {
  return { kind, at, eventId: `${kind}-${at}` };
}
function changed(at: number, attributes: Readonly<Record<string, string | null>>): Moment {
  return { kind: "changed", at, eventId: `changed-${at}`, attributes };
}

/** `from-until what it is`, with `?` where it may have ended before. */
function told(...moments: Moment[]): string[] {
  return stretchesOf(moments).map(
    ({ from, until, isRunning, attributes, endsEarlier }) =>
      `${from}-${until ?? ""}${endsEarlier ? "?" : ""} ${isRunning ? attributes.instanceType : "stopped"}`,
  );
}

describe("a resource", () => {
  test("goes on until it ends", () => {
    expect(told(created(1))).toEqual(["1- m5.large"]);
    expect(told(created(1), happened("ended", 5))).toEqual(["1-5 m5.large"]);
  });

  test("stops, changes, starts and ends", () => {
    const moments = [created(1), stopped(3), changed(4, LARGE), happened("started", 6), happened("ended", 9)];
    expect(told(...moments)).toEqual(["1-3 m5.large", "3-4 stopped", "4-6 stopped", "6-9 m5.xlarge"]);
    expect(stretchesOf(moments)[3]?.attributes).toEqual({ ...LARGE, tenancy: "default" });
  });

  test("is not changed by calls that change nothing", () => {
    const moments = [created(1), happened("started", 2), changed(3, SMALL), stopped(5), stopped(6)];
    expect(told(...moments)).toEqual(["1-5 m5.large", "5- stopped"]);
  });

  test("does nothing after its end, nor before its creation", () => {
    const moments = [
      stopped(1),
      created(3),
      happened("ended", 5),
      happened("started", 7),
      happened("ended", 9),
    ];
    expect(told(...moments)).toEqual(["3-5 m5.large"]);
  });

  test("that ended when it was created never cost anything", () => {
    expect(told(created(3), happened("ended", 3))).toEqual([]);
  });

  test("of a stop and a start in one moment is stopped", () => {
    expect(told(created(1), happened("started", 4), stopped(4))).toEqual(["1-4 m5.large", "4- stopped"]);
  });

  test("that nobody saw begin is known from when it was heard of, at no price", () => {
    const stretches = stretchesOf([stopped(4), happened("started", 6)]);
    expect(stretches).toMatchObject([
      { from: 4, until: 6, isRunning: false, attributes: { creation: null } },
      { from: 6, until: null, isRunning: true, attributes: { creation: null } },
    ]);
  });

  test("of which nothing is known has no life", () => {
    expect(told()).toEqual([]);
  });
});

describe("a resource that AWS starts again", () => {
  test("runs from then on", () => {
    expect(told(created(1), stopped(3, 10))).toEqual(["1-3 m5.large", "3-10 stopped", "10- m5.large"]);
  });

  test("is left alone where somebody starts it before, and stops it again", () => {
    const moments = [
      created(1),
      stopped(3, 10),
      happened("started", 5),
      stopped(6, 13),
      happened("ended", 12),
    ];
    expect(told(...moments)).toEqual(["1-3 m5.large", "3-5 stopped", "5-6 m5.large", "6-12 stopped"]);
  });

  test("does not start after its end", () => {
    expect(told(created(1), stopped(3, 10), happened("ended", 7))).toEqual(["1-3 m5.large", "3-7 stopped"]);
  });
});

describe("a job with a limit", () => {
  test("has ended at the latest when its time is over", () => {
    expect(told(created(1, 8))).toEqual(["1-8? m5.large"]);
    expect(told(created(1, 8), happened("ended", 20))).toEqual(["1-8? m5.large"]);
  });

  test("ends when it is told to", () => {
    expect(told(created(1, 8), happened("ended", 5))).toEqual(["1-5 m5.large"]);
    expect(told(created(1, 8), happened("ended", 8))).toEqual(["1-8 m5.large"]);
  });
});

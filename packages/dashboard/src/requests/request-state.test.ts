import { expect, test } from "vitest";
import type { Session } from "../api/session.ts";
import { decisionsFor } from "./request-state.ts";

const session = (name: string, scopes: Session["scopes"]): Session => ({
  ...{ name, teams: ["vision"], seesAll: false, via: "jwt", scopes },
});
const request = { state: "open", kind: "exemption", requester: "ann" } as const;

test("whoever asked can take it back, who decides approves or refuses, and others only read", () => {
  expect(decisionsFor(request, session("ann", ["read", "release"]))).toEqual(["withdraw"]);
  expect(decisionsFor(request, session("dora", ["read", "approve"]))).toEqual(["approve", "refuse"]);
  expect(decisionsFor(request, session("rita", ["read", "release"]))).toEqual([]);
});

test("an exemption that holds can be ended, and what is over cannot be decided again", () => {
  const held = { ...request, state: "approved" } as const;
  expect(decisionsFor(held, session("dora", ["read", "approve"]))).toEqual(["withdraw"]);
  expect(decisionsFor({ ...held, kind: "release" }, session("dora", ["read", "approve"]))).toEqual([]);
  for (const state of ["refused", "withdrawn", "expired"] as const)
    expect(decisionsFor({ ...request, state }, session("ann", ["release", "approve"]))).toEqual([]);
});

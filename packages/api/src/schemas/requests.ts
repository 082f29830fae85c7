import { isMoment } from "@tagledger/core/config/moments";
import { REQUEST_KINDS, REQUEST_STANDINGS } from "@tagledger/core/ledger/request";
import * as z from "zod/mini";
import { after, described, instant, limit } from "./values.ts";

const text = z.nullable(z.string());
const FORM = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)?$/;
const MOMENT = "expected a date such as 2026-09-30, or a UTC instant such as 2026-09-30T12:00:00Z";

/** What somebody asked for. */
export const request = z.strictObject({
  id: z.string(),
  kind: z.enum(REQUEST_KINDS),
  resource: z.string(),
  team: text,
  requester: z.string(),
  reason: z.string(),
  until: z.nullable(instant),
  at: instant,
  state: z.enum(REQUEST_STANDINGS),
  decidedBy: text,
  decidedAt: z.nullable(instant),
  note: text,
});

export const requestPage = z.strictObject({ items: z.array(request), next: text });

export const requestQuery = z.strictObject({
  team: z.optional(
    described(z.string().check(z.maxLength(256)), "Only this team's; empty for what is nobody's"),
  ),
  limit,
  after,
});

/** What somebody asks for. */
export const asking = z.strictObject({
  kind: z.enum(REQUEST_KINDS, `expected one of ${REQUEST_KINDS.join(", ")}`),
  resource: z.string("expected the name of a resource").check(z.minLength(1), z.maxLength(2048)),
  reason: z.string("expected a reason").check(z.minLength(1, "expected a reason"), z.maxLength(2000)),
  until: z.optional(
    described(
      z.string(MOMENT).check(z.refine((value) => FORM.test(value) && isMoment(value), MOMENT)),
      "Of an exemption, the last day on which it holds, or the instant at which it ends",
    ),
  ),
});

export const decision = z.strictObject({
  decision: z.enum(["approve", "refuse", "withdraw"], "expected one of approve, refuse, withdraw"),
  note: z.optional(z.string().check(z.maxLength(2000))),
});

export const requestPath = z.strictObject({
  id: z.string().check(z.regex(/^[0-9a-f]{1,64}$/, "expected the id of a request")),
});

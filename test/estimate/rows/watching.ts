import { functionsOf } from "../../stacks/graph.ts";
import type { Context, Row } from "../charge.ts";
import { workOf } from "../work.ts";

/** Mails of alarms in a month, which say when they begin and when they end. */
const MAILS = 100n;

/** What a function writes to its log, and what of it is kept at a time. */
export const logGroup: Row = ({ inputs }, context) => {
  if (String(inputs.name).startsWith("/aws/vendedlogs/apis/")) return accessLog(inputs, context);
  const writer = functionsOf(context.graph).find(({ name }) => inputs.name === `/aws/lambda/${name}`);
  if (writer === undefined) throw new Error(`${inputs.name}: no function writes to it`);
  const { logs } = workOf(writer, context);
  const days = BigInt(Number(inputs.retentionInDays));
  return [
    { what: "logs taken in", price: "logTaken", quantity: logs },
    { what: "logs kept", price: "logKept", quantity: (logs * days * 24n) / 730n },
  ];
};

/** What API Gateway writes of a request, in bytes. */
const ACCESS = 400n;

const accessLog = ({ retentionInDays }: Readonly<Record<string, unknown>>, { load: { asked } }: Context) => {
  const logs = asked * ACCESS;
  return [
    { what: "logs taken in", price: "logTaken", quantity: logs },
    { what: "logs kept", price: "logKept", quantity: (logs * BigInt(Number(retentionInDays)) * 24n) / 730n },
  ] as const;
};

export const alarm: Row = () => [{ what: "alarm", price: "alarm", quantity: 1n }];
export const dashboard: Row = () => [{ what: "page", price: "dashboard", quantity: 1n }];
export const subscription: Row = () => [{ what: "mails", price: "mail", quantity: MAILS }];

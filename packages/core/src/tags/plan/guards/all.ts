import type { Guard } from "../guard.ts";
import { controlled } from "./controller.ts";
import { deadline } from "./deadline.ts";
import { evidence } from "./evidence.ts";
import { final } from "./final.ts";
import { lossy } from "./lossy.ts";
import { observe } from "./observe.ts";
import { own } from "./own.ts";
import { production } from "./production.ts";
import { repairable } from "./repairable.ts";
import { repeated } from "./repeated.ts";
import { rewritten } from "./rewritten.ts";
import { since } from "./since.ts";
import { stop } from "./stop.ts";
import { sweep } from "./sweep.ts";
import { turnedOn } from "./turned-on.ts";

/** Every guard; their order is only that in which they are shown. */
export const GUARDS: readonly Guard[] = [
  observe,
  stop,
  own,
  production,
  since,
  sweep,
  controlled,
  evidence,
  repairable,
  lossy,
  final,
  deadline,
  repeated,
  rewritten,
  turnedOn,
];

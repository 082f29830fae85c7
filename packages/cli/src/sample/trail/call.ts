import type { JsonObject } from "@tagledger/core/catalog/event";
import type { Account } from "../company/accounts.ts";
import type { Region } from "../company/regions.ts";
import type { Principal } from "./principal.ts";

/** Where something happens. */
export interface Place {
  readonly account: Account;
  readonly region: Region;
}

/** Where and when something happens, and who does it. */
export interface Scene extends Place {
  readonly by: Principal;
  /** Seconds from the month's start. */
  readonly at: number;
}

/** One call of an API, before it is written down. */
export interface Call extends Scene {
  /** As in `ec2`. */
  readonly service: string;
  /** As in `RunInstances`. */
  readonly name: string;
  readonly request: JsonObject | null;
  readonly response: JsonObject | null;
  readonly reads?: boolean;
  readonly error?: Failure;
  /** What it is other than the call of an API. */
  readonly type?: "AwsServiceEvent" | "AwsConsoleSignIn";
  /** Fields that only such records have, as `additionalEventData`. */
  readonly more?: JsonObject;
  /** Seconds until it is delivered, where that matters. */
  readonly delay?: number;
}

/** Why a call failed. */
export interface Failure {
  readonly errorCode: string;
  readonly errorMessage: string;
}

/** A call that only reads. */
export function read(scene: Scene, service: string, name: string, request: JsonObject | null): Call {
  return { ...scene, service, name, request, response: null, reads: true };
}

/** A call that changes something which is there. */
export function change(
  scene: Scene,
  service: string,
  name: string,
  request: JsonObject,
  response: JsonObject | null = null,
): Call {
  return { ...scene, service, name, request, response };
}

import type { JsonObject } from "@tagledger/core/catalog/event";
import { isoTime } from "../month.ts";
import type { Random } from "../random.ts";
import type { Call } from "./call.ts";
import { uuid } from "./ids.ts";

/** Services that are called at one address, whatever the region. */
const GLOBAL = new Set(["iam", "savingsplans"]);

/** The record that CloudTrail keeps of a call. */
export function recordOf(call: Call, random: Random): JsonObject {
  const { at, account, region, by, service, name, reads = false, error, type = "AwsApiCall", more } = call;
  return {
    eventVersion: "1.11",
    userIdentity: by.identity(at),
    eventTime: isoTime(at),
    eventSource: `${service}.amazonaws.com`,
    eventName: name,
    awsRegion: region.code,
    sourceIPAddress: by.address,
    userAgent: by.agent,
    ...error,
    requestParameters: call.request,
    responseElements: call.response,
    requestID: uuid(random),
    eventID: uuid(random),
    readOnly: reads,
    ...more,
    eventType: type,
    managementEvent: true,
    recipientAccountId: account.id,
    eventCategory: "Management",
    ...(isAddress(by.address) ? { tlsDetails: encryption(service, region.code) } : {}),
  };
}

function encryption(service: string, region: string): JsonObject {
  return {
    tlsVersion: "TLSv1.3",
    cipherSuite: "TLS_AES_128_GCM_SHA256",
    clientProvidedHostHeader: `${service}.${GLOBAL.has(service) ? "" : `${region}.`}amazonaws.com`,
  };
}

function isAddress(text: string): boolean {
  return /^[\d.]+$/.test(text);
}

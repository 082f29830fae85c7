import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { authorizing } from "./authorize.ts";

const now = () => Date.UTC(2026, 8, 3, 4, 5, 6);
const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret of aws", sessionToken: "session" };
const secret = async (name: string) => `value of ${name}\n`;
const TO = new URL(
  "https://aps-workspaces.eu-central-1.amazonaws.com/workspaces/ws-1/api/v1/query_range?tenant=a",
);
const HEADERS = { "content-type": "application/x-www-form-urlencoded" };

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

describe("a request", () => {
  it("is sent as it is where nothing is configured", async () => {
    const authorize = authorizing({ secret, now });
    expect(await authorize(TO, HEADERS, "query=up")).toEqual(HEADERS);
  });

  it("bears a token, which is asked for by its name, once", async () => {
    const names: string[] = [];
    const authorize = authorizing({
      token: "secret:PROMETHEUS_TOKEN",
      secret: (name) => {
        names.push(name);
        return secret(name);
      },
      now,
    });
    const sent = { ...HEADERS, authorization: "Bearer value of PROMETHEUS_TOKEN" };
    expect([await authorize(TO, HEADERS, "a"), await authorize(TO, HEADERS, "b")]).toEqual([sent, sent]);
    expect(names).toEqual(["PROMETHEUS_TOKEN"]);
  });

  it("is signed for Amazon's service as its documentation says", async () => {
    const authorize = authorizing({ region: "eu-central-1", credentials, secret, now });
    const { authorization, ...headers } = await authorize(TO, HEADERS, "query=up");
    const hash = sha256("query=up");
    expect(headers).toEqual({
      ...HEADERS,
      "x-amz-content-sha256": hash,
      "x-amz-date": "20260903T040506Z",
      "x-amz-security-token": "session",
    });
    const signed = "content-type;host;x-amz-content-sha256;x-amz-date;x-amz-security-token";
    const canonical = [
      "POST",
      "/workspaces/ws-1/api/v1/query_range",
      "tenant=a",
      "content-type:application/x-www-form-urlencoded",
      `host:${TO.host}`,
      `x-amz-content-sha256:${hash}`,
      "x-amz-date:20260903T040506Z",
      "x-amz-security-token:session",
      "",
      signed,
      hash,
    ].join("\n");
    const scope = "20260903/eu-central-1/aps/aws4_request";
    const toSign = ["AWS4-HMAC-SHA256", "20260903T040506Z", scope, sha256(canonical)].join("\n");
    const key = scope.split("/").reduce<string | Buffer>(hmac, "AWS4secret of aws");
    const signature = hmac(key, toSign).toString("hex");
    expect(authorization).toBe(
      `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/${scope}, SignedHeaders=${signed}, Signature=${signature}`,
    );
  });

  it("cannot be signed where credentials cannot be had", async () => {
    const none = async () => Promise.reject(new Error("the role may not be taken"));
    const authorize = authorizing({ region: "eu-central-1", credentials: none, secret, now });
    await expect(authorize(TO, HEADERS, "query=up")).rejects.toMatchObject({
      code: "outside-failure",
      message: `requests to ${TO.host} cannot be signed: the role may not be taken`,
    });
  });

  it("cannot be signed without credentials", () => {
    expect(() => authorizing({ region: "eu-central-1", secret, now })).toThrow(
      "a Prometheus in eu-central-1 is asked with signed requests, and there are no credentials of AWS",
    );
  });
});

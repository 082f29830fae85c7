import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { PricingClient } from "@aws-sdk/client-pricing";
import { afterEach, expect, test } from "vitest";
import type { ProductsRequest } from "../prices/aws-price-list.ts";
import { makeDocument } from "../prices/testing/documents.ts";
import { priceList as listOf } from "../prices/testing/price-list.ts";
import { priceList } from "./price-list.ts";

const M5 = {
  type: "ec2:instance",
  region: "eu-west-1",
  at: Date.UTC(2026, 8, 1),
  attributes: { instanceType: "m5.xlarge", tenancy: "default" },
};

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A client of a server on this machine that answers as the Price List API does, or with an error. */
async function clientOf(status: number, documents: readonly string[] = []): Promise<PricingClient> {
  const { getProducts } = listOf(documents);
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const asked = JSON.parse(Buffer.concat(parts).toString()) as ProductsRequest;
    response.writeHead(status, { "content-type": "application/x-amz-json-1.1" });
    response.end(JSON.stringify(status === 200 ? await getProducts(asked) : { message: "no" }));
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "example" };
  return new PricingClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: "us-east-1",
    credentials,
    maxAttempts: 1,
  });
}

test("the Price List is asked over the wire", async () => {
  const prices = priceList(await clientOf(200, [makeDocument()]));
  expect(await prices.price(M5)).toMatchObject({ amount: 214_000_000_000_000_000_000_000n, currency: "USD" });
});

test("a Price List that cannot be reached is an error of the asking, not an unknown price", async () => {
  const prices = priceList(await clientOf(400));
  await expect(prices.price(M5)).rejects.toThrow();
});

import type { Row } from "../charge.ts";

/** What one answer takes on its way to the page, compressed, and what the page itself does, in bytes. */
const [ANSWER, PAGE] = [10_000n, 400_000n];
/** Files of the page that a browser asks for. */
const FILES = 6n;

/** Requests, signed or with a token. */
export const gateway: Row = (_, { load: { asked } }) => [
  { what: "requests to the API", price: "apiRequest", quantity: asked },
];

/** What people see comes over CloudFront. */
export const distribution: Row = (_, { load: { asked, visits } }) => [
  { what: "requests for the page", price: "edgeRequest", quantity: asked + FILES * visits },
  { what: "the page and its figures", price: "edgeTransfer", quantity: asked * ANSWER + visits * PAGE },
];

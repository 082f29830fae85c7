import { OPEN_VIEWER } from "@tagledger/core/access/viewer";
import type { Authenticate } from "../system.ts";

/** Takes everybody on this machine for its user, and nobody else: for servers that listen on the loopback address only. */
export function authenticateOpen(): Authenticate {
  return async ({ source }) => (/^(127\.0\.0\.1|::1|::ffff:127\.0\.0\.1)$/.test(source) ? OPEN_VIEWER : null);
}

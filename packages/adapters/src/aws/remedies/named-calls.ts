import type { EC2Client } from "@aws-sdk/client-ec2";
import type { ClientClass, Clients } from "../inventory/clients.ts";

/** What all clients of the SDK send their calls through. */
type Stack = Pick<EC2Client, "middlewareStack">["middlewareStack"];

/**
 * The same clients, whose errors tell by which call they came about: which one we may not make, say, no other word of
 * an error tells.
 */
export function namingCalls(clients: Clients): Clients {
  const { account, region } = clients;
  return {
    account,
    region,
    of<Client>(made: ClientClass<Client>): Client {
      const client = clients.of(made);
      // Added again under the same name, it takes its own place.
      (client as { readonly middlewareStack: Stack }).middlewareStack.add(
        (next, { commandName }) =>
          async (given) => {
            try {
              return await next(given);
            } catch (error) {
              if (error instanceof Error)
                Object.assign(error, { call: commandName?.replace(/Command$/, "") });
              throw error;
            }
          },
        { name: "tagledgerNamesCalls", step: "initialize", override: true },
      );
      return client;
    },
  };
}

/** The call that an error came about by, as in `StopInstances`; null where none is known. */
export function callOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("call" in error)) return null;
  return typeof error.call === "string" ? error.call : null;
}

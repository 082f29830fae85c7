import type { ConsumedCapacity, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { EC2Client } from "@aws-sdk/client-ec2";

/** Notes from now on which commands a client is given. */
export function commandsOf(client: DynamoDBClient): readonly string[] {
  const commands: string[] = [];
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      (request) => {
        commands.push(commandName);
        return next(request);
      },
    { step: "initialize" },
  );
  return commands;
}

/** A command, and what DynamoDB counted for it. */
export interface Consumed {
  readonly command: string;
  readonly capacity: ConsumedCapacity;
}

/** Notes from now on what the commands that a client is given consume, one by one. */
export function consumedBy(client: DynamoDBClient): readonly Consumed[] {
  const consumed: Consumed[] = [];
  client.middlewareStack.add(
    (next, { commandName: command = "" }) =>
      async (request) => {
        Object.assign(request.input, { ReturnConsumedCapacity: "TOTAL" });
        const answer = await next(request);
        const { ConsumedCapacity: capacity } = answer.output as { ConsumedCapacity?: ConsumedCapacity };
        if (capacity !== undefined) consumed.push({ command, capacity });
        return answer;
      },
    { step: "initialize" },
  );
  return consumed;
}

/** Loses the first answer to a command, whatever it was; gives back how often the command was sent. */
export function loseFirstAnswer(client: DynamoDBClient, command: string): () => number {
  let sent = 0;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (request) => {
        if (commandName !== command) return next(request);
        sent += 1;
        if (sent > 1) return next(request);
        await Promise.allSettled([next(request)]);
        throw Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
      },
    // Nearer to the network than what sends a request again.
    { step: "finalizeRequest", priority: "low" },
  );
  return () => sent;
}

/** Notes from now on which commands a client of EC2 is given. */
export function callsOf(client: EC2Client): readonly string[] {
  const calls: string[] = [];
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      (request) => {
        calls.push(commandName);
        return next(request);
      },
    { step: "initialize" },
  );
  return calls;
}

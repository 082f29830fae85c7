import {
  type DeleteItemCommandInput,
  DynamoDBClient,
  type PutItemCommandInput,
  type QueryCommandInput,
  type TransactWriteItemsCommandInput,
} from "@aws-sdk/client-dynamodb";

/** A request as the client was given it. */
export interface Asked {
  readonly command: string;
  readonly input: Partial<
    DeleteItemCommandInput & PutItemCommandInput & QueryCommandInput & TransactWriteItemsCommandInput
  >;
}

/** What a request is answered with, or the error it fails with. */
export type Answer = object | Error | ((asked: Asked) => object | Error);

/** A client that asks nobody: its requests are answered from a list, in their order. */
export function answering(...answers: readonly Answer[]) {
  const asked: Asked[] = [];
  const client = new DynamoDBClient({
    region: "eu-central-1",
    credentials: { accessKeyId: "none", secretAccessKey: "none" },
  });
  client.middlewareStack.add(
    (_next, { commandName = "" }) =>
      async ({ input }) => {
        const request = { command: commandName, input: input as Asked["input"] };
        const planned = answers[asked.length] ?? new Error(`nobody expected another ${commandName}`);
        asked.push(request);
        const answer = typeof planned === "function" ? planned(request) : planned;
        if (answer instanceof Error) throw answer;
        return { output: { $metadata: {}, ...answer }, response: {} };
      },
    { step: "initialize" },
  );
  return { client, asked };
}

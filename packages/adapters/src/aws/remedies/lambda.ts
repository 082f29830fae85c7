import {
  DeleteFunctionConcurrencyCommand,
  GetFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  LambdaClient,
  PutFunctionConcurrencyCommand,
} from "@aws-sdk/client-lambda";
import type { TypeRemedies } from "./remedy.ts";

/** Functions: none of their calls runs. */
export const lambda: TypeRemedies = {
  async inspect(clients, { arn, id }) {
    const FunctionName = arn ?? id;
    const client = clients.of(LambdaClient);
    const [{ State }, { ReservedConcurrentExecutions }] = await Promise.all([
      client.send(new GetFunctionConfigurationCommand({ FunctionName })),
      client.send(new GetFunctionConcurrencyCommand({ FunctionName })),
    ]);
    return {
      state: State ?? null,
      controller: null,
      conditions: {},
      // It may have none, which is not the same as 0.
      remedies: { "lambda:throttle": { reserved: ReservedConcurrentExecutions ?? null } },
    };
  },
  remedies: {
    "lambda:throttle": {
      aim: () => ({ reserved: 0 }),
      async set(clients, { arn, id }, { reserved }) {
        const FunctionName = arn ?? id;
        const client = clients.of(LambdaClient);
        if (reserved === null) await client.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));
        if (typeof reserved !== "number") return;
        await client.send(
          new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: reserved }),
        );
      },
    },
  },
};

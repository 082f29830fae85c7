import { map, tagResource } from "../build.ts";
import type { Row, Service } from "../row.ts";

/** Bedrock AgentCore. */
export const bedrockAgentcore: Service = {
  source: "bedrock-agentcore.amazonaws.com",
  creations: [
    described("CreateAgentRuntime", "agentRuntime", "runtime", 2),
    described("CreateGateway", "gateway", "gateway", 3),
    described("CreateBrowser", "browser", "browser", 3),
    described("CreateCodeInterpreter", "codeInterpreter", "code-interpreter", 3),
    {
      event: "CreateMemory",
      type: "bedrock-agentcore:memory",
      priority: 3,
      id: "response.memory.id",
      arn: "response.memory.arn",
      tags: [map("request.tags")],
    },
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
};

function described(event: string, what: string, type: string, priority: Row["priority"]): Row {
  return {
    event,
    type: `bedrock-agentcore:${type}`,
    priority,
    id: `response.${what}Id`,
    arn: `response.${what}Arn`,
    tags: [map("request.tags")],
  };
}

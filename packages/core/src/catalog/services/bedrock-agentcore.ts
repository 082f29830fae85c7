import { ending, map, tagResource } from "../build.ts";
import { onlyAsked, usualTags } from "../build-facts.ts";
import type { EndingRow, Row, Service } from "../row.ts";

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
  endings: [
    gone("DeleteAgentRuntime", "agentRuntime", "runtime", "runtime"),
    gone("DeleteGateway", "gateway", "gateway", "gateway"),
    gone("DeleteBrowser", "browser", "browser", "browser-custom"),
    gone("DeleteCodeInterpreter", "codeInterpreter", "code-interpreter", "code-interpreter-custom"),
    gone("DeleteMemory", "memory", "memory", "memory"),
  ],
  liveTags: usualTags("bedrock-agentcore"),
  types: {
    "bedrock-agentcore:runtime": onlyAsked(),
  },
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

/** Gateways are named as identifiers, all others as ids. */
function gone(event: string, what: string, type: string, inArn: string): EndingRow {
  return ending(
    event,
    [`request.${what}Id`, `request.${what}Identifier`],
    `bedrock-agentcore:${type}`,
    `arn:{partition}:bedrock-agentcore:{region}:{account}:${inArn}/{id}`,
  );
}

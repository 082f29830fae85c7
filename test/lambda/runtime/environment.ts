import { randomUUID } from "node:crypto";

/** A function as it is configured. */
export interface Configured {
  readonly name: string;
  /** File and export below the folder, as `functions/on-due.handler`. */
  readonly handler: string;
  /** The folder of what is deployed. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** In seconds. */
  readonly timeout: number;
  /** In megabytes. */
  readonly memory: number;
  /** How what is written is kept. */
  readonly logFormat: "JSON" | "Text";
  readonly account: string;
  readonly region: string;
}

/** The ARN of a function. */
export function arnOf({ account, region, name }: Configured): string {
  return `arn:aws:lambda:${region}:${account}:function:${name}`;
}

/**
 * The environment that Lambda gives a process of a function with Node 24: what the function is configured with and what
 * Lambda sets itself, and nothing of this machine.
 *
 * @param api where the process asks for invocations
 */
export function environmentOf(configured: Configured, api: string): Record<string, string> {
  const { name, handler, folder, region, memory, logFormat, environment } = configured;
  return {
    // These are defaults, which a configuration may replace.
    LANG: "en_US.UTF-8",
    TZ: ":UTC",
    PATH: "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin",
    LD_LIBRARY_PATH: "/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/task:/opt/lib",
    NODE_PATH: "/opt/nodejs/node24/node_modules:/opt/nodejs/node_modules:/var/runtime/node_modules",
    AWS_XRAY_CONTEXT_MISSING: "LOG_ERROR",
    // Nobody listens there, and what is sent is not answered.
    AWS_XRAY_DAEMON_ADDRESS: "127.0.0.1:2000",
    ...environment,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_SESSION_TOKEN: "test",
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memory),
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    // Lambda says nothing of what is the default.
    ...(logFormat === "JSON" && { AWS_LAMBDA_LOG_FORMAT: logFormat }),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: `${new Date().toISOString().slice(0, 10).replaceAll("-", "/")}/[$LATEST]${randomUUID().replaceAll("-", "")}`,
    AWS_LAMBDA_RUNTIME_API: api,
    LAMBDA_RUNTIME_DIR: "/var/runtime",
    LAMBDA_TASK_ROOT: folder,
    _HANDLER: handler,
  };
}

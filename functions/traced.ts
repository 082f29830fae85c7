import type { MiddlewareObj } from "@middy/core";

/** Whether X-Ray follows this invocation; outside Lambda it follows none. */
function isFollowed(): boolean {
  return /\bSampled=1\b/.test(process.env._X_AMZN_TRACE_ID ?? "");
}

/**
 * Traces the invocations that X-Ray follows. Its library is large, and is loaded for the first of them.
 *
 * @param name under which the function is found in traces
 */
export function traced(name: string): MiddlewareObj {
  let tracing: MiddlewareObj | undefined;
  let isTracing = false;
  return {
    async before(request) {
      isTracing = isFollowed();
      if (!isTracing) return;
      tracing ??= await load(name);
      await tracing.before?.(request);
    },
    async after(request) {
      if (isTracing) await tracing?.after?.(request);
    },
    async onError(request) {
      if (isTracing) await tracing?.onError?.(request);
    },
  };
}

async function load(name: string): Promise<MiddlewareObj> {
  const [{ Tracer }, { captureLambdaHandler }] = await Promise.all([
    import("@aws-lambda-powertools/tracer"),
    import("@aws-lambda-powertools/tracer/middleware"),
  ]);
  // What a function answers may name people.
  return captureLambdaHandler(new Tracer({ serviceName: name }), { captureResponse: false }) as MiddlewareObj;
}

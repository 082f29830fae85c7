import { type Answer, type Asked, serve, type TestServer } from "../../../testing/http-server.ts";
import { allocations, assets, type Cluster } from "./model.ts";

/** An OpenCost of a test, and what it was asked. */
export interface TestOpencost extends TestServer {
  readonly asked: Asked[];
}

/** How a test has it answer otherwise: null to answer as ever. */
export type Otherwise = (asked: Asked, count: number) => Answer | null;

/** Starts a server that answers as OpenCost does of a cluster. */
export async function opencostServer(
  cluster: Cluster,
  otherwise: Otherwise = () => null,
): Promise<TestOpencost> {
  const asked: Asked[] = [];
  const server = await serve((request) => {
    asked.push(request);
    const special = otherwise(request, asked.length);
    if (special !== null) return special;
    const { pathname, searchParams } = new URL(request.path, "http://opencost");
    const window = searchParams.get("window") ?? "";
    if (pathname.endsWith("/assets")) return answer(assets(cluster, window));
    if (!/\/allocation(\/compute)?$/.test(pathname)) return { status: 404, body: "404 page not found" };
    return answer(allocations(cluster, window, searchParams.get("aggregate") ?? ""));
  });
  return { ...server, asked };
}

/** An answer with data in it. */
export function answer(data: unknown): Answer {
  return {
    status: 200,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code: 200, status: "success", data }),
  };
}

import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type BuildRequest, bundleFunction, handlerOf } from "./bundle.ts";
import type { Bundle } from "./types.ts";

/** What stands in for SST's command line, which its components ask over HTTP. */
export interface Rpc {
  readonly url: string;
  readonly bundles: readonly Bundle[];
  stop(): void;
}

/** Starts it; the bundles of functions go below a folder. */
export async function startRpc(account: string, folder: string): Promise<Rpc> {
  const bundles: Bundle[] = [];

  async function answer(method: string, asked: unknown): Promise<unknown> {
    switch (method) {
      case "Provider.Aws.Bootstrap": {
        const { region } = asked as { region: string };
        return { asset: `sst-asset-${region}`, state: `sst-state-${region}`, assetEcrRegistryId: account };
      }
      case "Runtime.Build":
        return built(asked as BuildRequest);
      default:
        throw new Error(`rpc: can't find method ${method}`);
    }
  }

  async function built(request: BuildRequest) {
    const out = `${folder}/artifacts/${request.functionID}-src`;
    try {
      bundles.push(await bundleFunction(request, out));
    } catch (error) {
      return { handler: "", out: "", errors: [String(error)] };
    }
    return { handler: handlerOf(request), out, errors: [], sourcemaps: [] };
  }

  const server = createServer(async (request: IncomingMessage, response) => {
    const { method, params } = JSON.parse(await text(request)) as { method: string; params: unknown[] };
    const said = await answer(method, params[0]).then(
      (result) => ({ result }),
      (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
    );
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(said));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    bundles,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

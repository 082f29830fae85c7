import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";

/** An issuer of tokens on this machine, with keys of its own. */
export interface Issuer {
  readonly url: string;
  /** How often its keys were asked for. */
  readonly asked: { keys: number; configuration: number };
  /** Signs claims with one of its keys. */
  sign(claims: Claims, how?: Signing): Promise<string>;
  /** Makes another key, and takes the one that it had out of its list. */
  rotate(): Promise<void>;
  /** From now on nothing is answered as it should be, or it is again. */
  fail(isFailing: boolean): void;
  close(): Promise<void>;
}

/** What a token says. */
export type Claims = Readonly<Record<string, unknown>>;

/** How a token is signed. */
export interface Signing {
  readonly algorithm?: "RS256" | "ES256" | "EdDSA";
  /** The seconds from `now` until it expires, and since it was issued. */
  readonly expires?: number | null;
  readonly now: number;
  /** Another key than the one that the issuer lists, under the same name. */
  readonly stranger?: boolean;
}

interface Pair {
  readonly kid: string;
  readonly algorithm: string;
  readonly key: CryptoKey;
  readonly listed: JWK;
}

const ALGORITHMS = ["RS256", "ES256", "EdDSA"] as const;

/** Starts an issuer. */
export async function startIssuer(): Promise<Issuer> {
  let pairs = await makePairs("first");
  const strangers = await makePairs("first");
  const asked = { keys: 0, configuration: 0 };
  let isFailing = false;
  const server = createServer((request, response) => {
    const answers: Record<string, () => unknown> = {
      "/.well-known/openid-configuration": () => {
        asked.configuration += 1;
        return {
          issuer: urlOf(server),
          jwks_uri: `${urlOf(server)}keys`,
          authorization_endpoint: `${urlOf(server)}authorize`,
          token_endpoint: `${urlOf(server)}token`,
        };
      },
      "/keys": () => {
        asked.keys += 1;
        return { keys: pairs.map(({ listed }) => listed) };
      },
    };
    const answer = isFailing ? undefined : answers[request.url ?? ""];
    response.writeHead(answer === undefined ? 500 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(answer?.() ?? { error: "server_error" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: urlOf(server),
    asked,
    async sign(claims, { algorithm = "RS256", expires = 600, now, stranger = false }: Signing) {
      const pair = (stranger ? strangers : pairs).find((each) => each.algorithm === algorithm);
      if (pair === undefined) throw new Error(`there is no key for ${algorithm}`);
      const seconds = Math.floor(now / 1000);
      const token = new SignJWT({ ...claims }).setProtectedHeader({ alg: algorithm, kid: pair.kid });
      if (expires !== null) token.setExpirationTime(seconds + expires);
      return token.sign(pair.key);
    },
    async rotate() {
      pairs = await makePairs("second");
    },
    fail(failing) {
      isFailing = failing;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function makePairs(name: string): Promise<Pair[]> {
  return Promise.all(
    ALGORITHMS.map(async (algorithm) => {
      const { privateKey, publicKey } = await generateKeyPair(algorithm);
      const kid = `${name}-${algorithm}`;
      return {
        kid,
        algorithm,
        key: privateKey,
        listed: { ...(await exportJWK(publicKey)), kid, alg: algorithm, use: "sig" },
      };
    }),
  );
}

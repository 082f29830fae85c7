import type { Told } from "./told.ts";

const YEAR = 31_536_000;

/**
 * What the page may load and ask: files of its own, its API, and whoever signs people in.
 *
 * @example contentSecurityPolicy("https://login.example.com/", null) // "default-src 'none'; …; connect-src 'self' https://login.example.com; …"
 */
export function contentSecurityPolicy(issuer: string, tokenOrigin: string | null): string {
  const origins = [...new Set([new URL(issuer).origin, tokenOrigin ?? new URL(issuer).origin])];
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self' ${origins.join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** What browsers are told with each file of the page. */
export function pageHeaders(
  { names, tokenOrigin }: Told,
  issuer: string,
): aws.cloudfront.ResponseHeadersPolicy {
  const override = true;
  const header = (name: string, value: string) => ({ header: name, value, override });
  return new aws.cloudfront.ResponseHeadersPolicy("PageHeaders", {
    name: `${names.ours}-page`,
    comment: "What browsers are told with the page of Tagledger.",
    securityHeadersConfig: {
      contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(issuer, tokenOrigin), override },
      contentTypeOptions: { override },
      frameOptions: { frameOption: "DENY", override },
      referrerPolicy: { referrerPolicy: "no-referrer", override },
      strictTransportSecurity: { accessControlMaxAgeSec: YEAR, override },
    },
    customHeadersConfig: {
      items: [
        header("Cross-Origin-Opener-Policy", "same-origin"),
        header("Cross-Origin-Resource-Policy", "same-origin"),
        header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
      ],
    },
  });
}

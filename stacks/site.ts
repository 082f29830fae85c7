import type { Api } from "./api.ts";
import { closedBucket } from "./closed-bucket.ts";
import { componentOf } from "./function.ts";
import { type PageFile, pageFiles } from "./page-files.ts";
import { pageHeaders } from "./page-headers.ts";
import type { Told } from "./told.ts";

/** The page, where people open it. */
export interface Site {
  /** As `https://d111111abcdef8.cloudfront.net/`. */
  readonly url: $util.Output<string>;
}

/** Policies of CloudFront itself, by the ids that its documentation lists. */
const POLICIES = {
  cachingDisabled: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
  cachingOptimized: "658327ea-f89d-4fab-a63d-7e88639e58f6",
  /** Passes on all that the browser sent, `Authorization` included; API Gateway knows itself by its own name only. */
  allViewerExceptHost: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
};
const READ = { allowedMethods: ["GET", "HEAD"], cachedMethods: ["GET", "HEAD"] };
const ALL = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"];

/** The page and, on the same origin, the API; null where the configuration does not say who signs people in. */
export function site(told: Told, { gateway }: Pick<Api, "gateway">): Site | null {
  const { auth } = told.config.reports;
  if (auth === undefined) return null;
  const bucket = pageBucket(told);
  for (const file of pageFiles()) put(file, bucket);
  const signed = new aws.cloudfront.OriginAccessControl("PageAccess", {
    name: `${told.names.ours}-page`,
    description: "Reads the page of Tagledger.",
    originAccessControlOriginType: "s3",
    signingBehavior: "always",
    signingProtocol: "sigv4",
  });
  const files = {
    ...READ,
    targetOriginId: "page",
    viewerProtocolPolicy: "redirect-to-https",
    compress: true,
    responseHeadersPolicyId: pageHeaders(told, auth.issuer).id,
  };
  const distribution = new aws.cloudfront.Distribution("Page", {
    comment: `${told.names.ours}: page and API`,
    enabled: true,
    isIpv6Enabled: true,
    httpVersion: "http2and3",
    defaultRootObject: "index.html",
    waitForDeployment: false,
    origins: [
      {
        originId: "page",
        domainName: bucket.nodes.bucket.bucketRegionalDomainName,
        originAccessControlId: signed.id,
      },
      {
        originId: "api",
        domainName: gateway.apiEndpoint.apply((endpoint) => endpoint.replace(/^https:\/\//, "")),
        customOriginConfig: {
          httpPort: 80,
          httpsPort: 443,
          originProtocolPolicy: "https-only",
          originSslProtocols: ["TLSv1.2"],
        },
      },
    ],
    defaultCacheBehavior: { ...files, cachePolicyId: POLICIES.cachingDisabled },
    orderedCacheBehaviors: [
      {
        pathPattern: "/api/*",
        targetOriginId: "api",
        // Redirected, a token would have gone over the wire already.
        viewerProtocolPolicy: "https-only",
        allowedMethods: ALL,
        cachedMethods: READ.cachedMethods,
        compress: false,
        cachePolicyId: POLICIES.cachingDisabled,
        originRequestPolicyId: POLICIES.allViewerExceptHost,
      },
      { ...files, pathPattern: "/assets/*", cachePolicyId: POLICIES.cachingOptimized },
    ],
    restrictions: { geoRestriction: { restrictionType: "none" } },
    ...domainOf(told),
  });
  const host = told.page === null ? distribution.domainName : told.page.domain;
  return { url: $interpolate`https://${host}/` };
}

/** Under its own name, where it is told one and a certificate for it. */
function domainOf({ page }: Told): Pick<aws.cloudfront.DistributionArgs, "aliases" | "viewerCertificate"> {
  if (page === null) return { viewerCertificate: { cloudfrontDefaultCertificate: true } };
  return {
    aliases: [page.domain],
    viewerCertificate: {
      acmCertificateArn: page.certificate,
      sslSupportMethod: "sni-only",
      minimumProtocolVersion: "TLSv1.2_2021",
    },
  };
}

/** The bucket of the page, which CloudFront reads for distributions of our account only. */
function pageBucket(told: Told): sst.aws.Bucket {
  const { names, home } = told;
  return closedBucket("PageFiles", told, {
    isProtected: false,
    policy: [
      {
        effect: "allow",
        principals: [{ type: "service", identifiers: ["cloudfront.amazonaws.com"] }],
        actions: ["s3:GetObject"],
        paths: ["*"],
        conditions: [
          {
            test: "ArnLike",
            variable: "aws:SourceArn",
            values: [`arn:${names.partition}:cloudfront::${home.account}:distribution/*`],
          },
        ],
      },
    ],
  });
}

/** Lays a file into the bucket. */
function put({ key, path, type, isHashed }: PageFile, bucket: sst.aws.Bucket): void {
  const name = componentOf(key.replaceAll(/[^A-Za-z0-9]+/g, "-"));
  new aws.s3.BucketObjectv2(
    `Page${name}`,
    {
      bucket: bucket.name,
      key,
      source: new $util.asset.FileAsset(path),
      contentType: type,
      cacheControl: isHashed ? "public, max-age=31536000, immutable" : "no-cache",
    },
    // Whoever has the page open may still ask for a part of the one before.
    { retainOnDelete: isHashed },
  );
}

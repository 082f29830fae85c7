import type { ProductsPage, ProductsRequest } from "../aws-price-list.ts";

/**
 * Answers as the Price List API does: with the documents of a service whose attributes are what the filters say, in
 * pages; `productFamily` is a filter, too.
 */
export function priceList(documents: readonly string[], pageSize = 100) {
  const requests: ProductsRequest[] = [];
  const getProducts = async (request: ProductsRequest): Promise<ProductsPage> => {
    requests.push(request);
    const matching = documents.filter((document) => isFor(request, document));
    const start = Number(request.NextToken ?? "0");
    const end = start + Math.min(pageSize, request.MaxResults);
    return {
      PriceList: matching.slice(start, end),
      ...(end < matching.length && { NextToken: String(end) }),
    };
  };
  return { getProducts, requests };
}

function isFor({ ServiceCode, Filters }: ProductsRequest, document: string): boolean {
  const { product, serviceCode } = JSON.parse(document) as {
    product: { productFamily: string; attributes: Record<string, string> };
    serviceCode: string;
  };
  const attributes: Record<string, string> = { ...product.attributes, productFamily: product.productFamily };
  return serviceCode === ServiceCode && Filters.every(({ Field, Value }) => attributes[Field] === Value);
}

-- Canonical charges of a FOCUS bill, whose four costs are columns.
SELECT
  row,
  unreadable,
  '' AS line_id,
  '' AS time_interval,
  coalesce(period_start, usage_start) AS period_start,
  coalesce(usage_start, period_start) AS usage_start,
  upper(currency) AS currency,
  payer,
  account,
  region,
  CASE WHEN service_code = '' THEN service_name ELSE service_code END AS service,
  service_name,
  usage_type,
  charge_category AS line_item_type,
  lower(commitment_status) = 'unused' AS unused_commitment,
  CASE
    WHEN lower(commitment_status) <> 'used' THEN ''
    WHEN commitment_type = '' THEN 'Commitment'
    ELSE commitment_type
  END AS commitment,
  resource,
  sku AS detail,
  '' AS principal,
  invoice,
  CASE WHEN invoice_issuer = '' THEN provider ELSE invoice_issuer END AS issuer,
  COLUMNS('^((tag|dated)_[0-9]+|group_[a-z]+)$'),
  FALSE AS has_net,
  coalesce(billed_cost, 0) AS billed,
  coalesce(effective_cost, 0) AS effective,
  effective AS net_effective,
  coalesce(contracted_cost, 0) AS contracted,
  coalesce(list_cost, 0) AS list
FROM source

-- Canonical charges of an AWS Cost and Usage Report. Effective cost amortises commitments: covered usage carries its
-- commitment's price, fees carry what nobody used. Split cost allocation lines repeat their parents' cost and go.
SELECT
  row,
  unreadable,
  line_id,
  time_interval,
  coalesce(period_start, usage_start) AS period_start,
  coalesce(usage_start, period_start) AS usage_start,
  upper(currency) AS currency,
  payer,
  account,
  CASE WHEN region_code = '' THEN region_name ELSE region_code END AS region,
  service,
  service_name,
  usage_type,
  line_item_type,
  line_item_type IN ('RIFee', 'SavingsPlanRecurringFee') AS unused_commitment,
  -- What covered a line is said by its type.
  '' AS commitment,
  resource,
  operation AS detail,
  principal,
  invoice,
  issuer,
  COLUMNS('^((tag|dated)_[0-9]+|group_[a-z]+)$'),
  net_unblended IS NOT NULL AS has_net,
  coalesce(unblended, 0) AS billed,
  coalesce(
    CASE
      WHEN line_item_type = 'SavingsPlanCoveredUsage' THEN savings_plan_effective
      WHEN line_item_type = 'SavingsPlanRecurringFee' THEN savings_plan_commitment - coalesce(savings_plan_used, 0)
      WHEN line_item_type IN ('SavingsPlanNegation', 'SavingsPlanUpfrontFee') THEN 0
      WHEN line_item_type = 'DiscountedUsage' THEN reservation_effective
      WHEN line_item_type = 'RIFee'
        THEN coalesce(reservation_unused_upfront, 0) + coalesce(reservation_unused_recurring, 0)
      WHEN is_prepayment THEN 0
      ELSE unblended
    END,
    0
  ) AS effective,
  -- Where an export holds net columns, discounts are inside them, and rows of discounts must not count again.
  coalesce(
    CASE
      WHEN line_item_type LIKE '%Discount' THEN 0
      WHEN line_item_type = 'SavingsPlanCoveredUsage' THEN net_savings_plan_effective
      WHEN line_item_type = 'DiscountedUsage' THEN net_reservation_effective
      WHEN line_item_type = 'RIFee' AND coalesce(net_reservation_unused_upfront, net_reservation_unused_recurring) IS NOT NULL
        THEN coalesce(net_reservation_unused_upfront, 0) + coalesce(net_reservation_unused_recurring, 0)
      WHEN line_item_type IN ('SavingsPlanNegation', 'SavingsPlanUpfrontFee', 'SavingsPlanRecurringFee', 'RIFee')
        OR is_prepayment THEN NULL
      ELSE net_unblended
    END,
    effective
  ) AS net_effective,
  coalesce(
    CASE
      WHEN line_item_type = 'DiscountedUsage' THEN public_on_demand
      WHEN is_commitment_line OR is_prepayment THEN 0
      ELSE unblended
    END,
    0
  ) AS contracted,
  coalesce(
    CASE
      WHEN line_item_type IN ('Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage')
        THEN coalesce(public_on_demand, unblended)
      WHEN is_commitment_line OR is_prepayment OR line_item_type LIKE '%Discount' THEN 0
      ELSE unblended
    END,
    0
  ) AS list
FROM (
  SELECT
    *,
    line_item_type IN ('SavingsPlanNegation', 'SavingsPlanRecurringFee', 'SavingsPlanUpfrontFee', 'RIFee')
      AS is_commitment_line,
    (line_item_type = 'Fee' AND reservation <> '')
      OR (
        line_item_type = 'Refund'
        AND service LIKE '%SavingsPlans'
        AND description LIKE 'Refund for one-time fee for Savings Plan ID%'
      ) AS is_prepayment
  FROM source
)
WHERE operation NOT IN ('EKSPod-EC2', 'ECSTask-EC2') AND split_parent = ''

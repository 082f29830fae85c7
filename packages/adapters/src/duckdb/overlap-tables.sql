CREATE OR REPLACE TABLE line_ids (file INTEGER, line UBIGINT);
CREATE OR REPLACE TABLE line_contents (file INTEGER, line UBIGINT);
CREATE OR REPLACE TABLE account_months (file INTEGER, layout VARCHAR, payer VARCHAR, account VARCHAR, period VARCHAR);

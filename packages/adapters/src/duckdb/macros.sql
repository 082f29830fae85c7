-- How values of bills are read. Amounts are exact at scale 24: what cannot be read exactly becomes NULL, which is told from absent.

-- A text, empty where the bill writes that there is none. (A list of five after IN would become a join.)
CREATE OR REPLACE MACRO text_of(value) AS
  coalesce(nullif(nullif(nullif(nullif(value, 'NULL'), 'null'), '\N'), 'None'), '');

CREATE OR REPLACE MACRO is_absent(value) AS
  text_of(trim(value)) = '';

-- `1e-7` has 7 places: those written less the exponent. Casting alone would round a 25th place away unseen.
CREATE OR REPLACE MACRO places_of(number) AS
  length(regexp_extract(number, '^[+-]?[0-9]*\.?([0-9]*)', 1))
  - CAST(coalesce(nullif(regexp_extract(number, '[eE]([+-]?[0-9]+)$', 1), ''), '0') AS INTEGER);

-- What a text of at most 18 places says, in two parts.
CREATE OR REPLACE MACRO amount_of_parts(number) AS
  CAST(TRY_CAST(split_part(number, '.', 1) AS DECIMAL(18, 0)) AS DECIMAL(38, 24))
  + CAST(
    TRY_CAST(CASE WHEN starts_with(number, '-') THEN '-0.' ELSE '0.' END || split_part(number, '.', 2) AS DECIMAL(18, 18))
    AS DECIMAL(38, 24)
  );

-- Casts to decimals of more than 18 digits take fifty times as long as others, so that few texts are left for them.
CREATE OR REPLACE MACRO amount_of_text(value) AS
  CASE
    WHEN regexp_full_match(trim(value), '[+-]?[0-9]{1,6}(\.[0-9]{0,12})?')
      THEN CAST(TRY_CAST(trim(value) AS DECIMAL(18, 12)) AS DECIMAL(38, 24))
    WHEN regexp_full_match(trim(value), '-?[0-9]{1,13}\.[0-9]{1,18}') THEN amount_of_parts(trim(value))
    WHEN regexp_full_match(trim(value), '[+-]?([0-9]+(\.[0-9]{0,24})?|\.[0-9]{1,24})')
      THEN TRY_CAST(trim(value) AS DECIMAL(38, 24))
    WHEN regexp_full_match(trim(value), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)[eE][+-]?[0-9]{1,4}')
      AND places_of(trim(value)) <= 24
      THEN TRY_CAST(trim(value) AS DECIMAL(38, 24))
  END;

-- A double means its shortest decimal form. A decimal of at most 15 significant digits that casts back to the same
-- double is that form. Else the double's text says it; most texts are short enough for quick casts that lose nothing.
CREATE OR REPLACE MACRO amount_of_double(value) AS
  CASE
    WHEN value IS NULL THEN NULL
    WHEN abs(value) < 1e3 AND CAST(TRY_CAST(value AS DECIMAL(18, 12)) AS DOUBLE) = value
      THEN CAST(TRY_CAST(value AS DECIMAL(18, 12)) AS DECIMAL(38, 24))
    WHEN abs(value) < 1e7 AND CAST(TRY_CAST(value AS DECIMAL(18, 8)) AS DOUBLE) = value
      THEN CAST(TRY_CAST(value AS DECIMAL(18, 8)) AS DECIMAL(38, 24))
    WHEN abs(value) BETWEEN 0.001 AND 0.999 AND length(CAST(value AS VARCHAR)) <= 20
      THEN CAST(TRY_CAST(CAST(value AS VARCHAR) AS DECIMAL(18, 18)) AS DECIMAL(38, 24))
    WHEN abs(value) BETWEEN 1 AND 9.999 AND length(CAST(value AS VARCHAR)) <= 19
      THEN CAST(TRY_CAST(CAST(value AS VARCHAR) AS DECIMAL(18, 17)) AS DECIMAL(38, 24))
    WHEN abs(value) BETWEEN 10 AND 999.999 AND length(CAST(value AS VARCHAR)) <= 18
      THEN CAST(TRY_CAST(CAST(value AS VARCHAR) AS DECIMAL(18, 15)) AS DECIMAL(38, 24))
    ELSE amount_of_text(CAST(value AS VARCHAR))
  END;

-- A time in any of the ways bills write it, in UTC where it does not say.
CREATE OR REPLACE MACRO time_of_text(value) AS
  CASE
    WHEN is_absent(value) THEN NULL
    ELSE coalesce(
      TRY_CAST(trim(value) AS TIMESTAMPTZ),
      CAST(try_strptime(trim(value), [
          '%Y-%m-%dT%H:%MZ', '%Y%m%dT%H%M%S.%gZ', '%Y%m%dT%H%M%SZ', '%Y%m%d',
          '%m/%d/%Y %H:%M:%S', '%m/%d/%Y %I:%M:%S %p', '%m/%d/%Y %H:%M', '%m/%d/%Y'
        ]) AS TIMESTAMPTZ)
    )
  END;

-- How an id and the ARN of the same resource both end.
CREATE OR REPLACE MACRO resource_end(resource) AS regexp_extract(resource, '[^:/]*$');

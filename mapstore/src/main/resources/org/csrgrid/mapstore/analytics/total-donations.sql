SELECT 'donations' AS series, 'COUNT' AS unit, CAST(NULL AS CHAR(3)) AS currency, 'total' AS label, COUNT(*) AS quantity
FROM captured
UNION ALL
SELECT 'donors', 'COUNT', NULL, 'total', COUNT(DISTINCT donor_id) FROM captured
UNION ALL
SELECT 'captured', 'MONEY', campaign_currency, 'total', SUM(campaign_amount) FROM captured GROUP BY campaign_currency
UNION ALL
SELECT 'refunded', 'MONEY', campaign_currency, 'total', SUM(campaign_refunded) FROM captured GROUP BY campaign_currency

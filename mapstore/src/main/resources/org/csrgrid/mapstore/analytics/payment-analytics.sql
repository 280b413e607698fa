SELECT series, unit, currency, label, quantity
FROM (
    SELECT LOWER(status) AS series, 'COUNT' AS unit, CAST(NULL AS CHAR(3)) AS currency, LOWER(method) AS label, COUNT(*) AS quantity
    FROM begun GROUP BY status, method
    UNION ALL
    SELECT 'refunded-amount', 'MONEY', campaign_currency, LOWER(method), SUM(campaign_refunded)
    FROM begun WHERE campaign_refunded > 0 GROUP BY campaign_currency, method
) figures
ORDER BY unit, series, currency, quantity DESC, label

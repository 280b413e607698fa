SELECT series, unit, currency, label, quantity
FROM (
    SELECT 'donations' AS series, 'COUNT' AS unit, CAST(NULL AS CHAR(3)) AS currency,
        CASE WHEN completed_at >= :from THEN 'now' ELSE 'before' END AS label, COUNT(*) AS quantity
    FROM donation
    WHERE status IN ('COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'DISPUTED')
        AND updated_at >= :previous AND completed_at >= :previous AND completed_at < :until
    GROUP BY label
    UNION ALL
    SELECT 'captured', 'MONEY', campaign_currency,
        CASE WHEN completed_at >= :from THEN 'now' ELSE 'before' END AS label, SUM(campaign_amount)
    FROM donation
    WHERE status IN ('COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'DISPUTED')
        AND updated_at >= :previous AND completed_at >= :previous AND completed_at < :until
    GROUP BY campaign_currency, label
) figures
ORDER BY currency, label

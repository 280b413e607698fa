SELECT series, unit, currency, label, quantity
FROM (
    SELECT 'donations' AS series, 'COUNT' AS unit, NULL AS currency, LOWER(status) AS label, COUNT(*) AS quantity
    FROM begun GROUP BY status
    UNION ALL
    SELECT 'rate', 'BASIS_POINTS', NULL, 'captured',
        COALESCE(SUM(completed_at IS NOT NULL) * 10000
            DIV NULLIF(SUM(completed_at IS NOT NULL OR status IN ('FAILED', 'CANCELLED')), 0), 0)
    FROM begun
) figures
ORDER BY series, quantity DESC, label

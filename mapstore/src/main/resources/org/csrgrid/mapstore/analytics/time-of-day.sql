SELECT 'donations' AS series, 'COUNT' AS unit, NULL AS currency,
    LPAD(MOD(completed_at DIV 3600000000, 24), 2, '0') AS label, COUNT(*) AS quantity
FROM captured
GROUP BY label
ORDER BY label

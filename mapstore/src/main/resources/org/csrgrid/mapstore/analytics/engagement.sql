SELECT 'donors' AS series, 'COUNT' AS unit, NULL AS currency,
    CASE WHEN earlier THEN 'returning' ELSE 'first-time' END AS label, COUNT(*) AS quantity
FROM (
    SELECT DISTINCT d.donor_id,
        EXISTS (SELECT 1 FROM ledger l WHERE l.donor_id = d.donor_id AND l.kind = 'CAPTURED' AND l.`at` < :from) AS earlier
    FROM captured d
) donors
GROUP BY label
ORDER BY label

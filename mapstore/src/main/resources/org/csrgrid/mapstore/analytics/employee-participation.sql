SELECT series, unit, currency, label, quantity
FROM (
    SELECT 'participation' AS series, 'COUNT' AS unit, NULL AS currency, 'donors' AS label, COUNT(DISTINCT d.donor_id) AS quantity
    FROM captured d JOIN app_user u ON u.id = d.donor_id AND u.status = 'ACTIVE'
    UNION ALL
    SELECT 'participation', 'COUNT', NULL, 'employees', COUNT(*) FROM app_user WHERE status = 'ACTIVE'
    UNION ALL
    SELECT 'rate', 'BASIS_POINTS', NULL, 'donors',
        COALESCE(COUNT(DISTINCT d.donor_id) * 10000 DIV NULLIF(COUNT(DISTINCT u.id), 0), 0)
    FROM app_user u LEFT JOIN captured d ON d.donor_id = u.id
    WHERE u.status = 'ACTIVE'
) figures

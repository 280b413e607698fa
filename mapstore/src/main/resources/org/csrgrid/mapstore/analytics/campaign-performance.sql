SELECT series, unit, currency, label, quantity
FROM (
    SELECT 'captured' AS series, 'MONEY' AS unit, c.currency, c.slug AS label, p.quantity, p.place
    FROM (
        SELECT campaign_id, campaign_currency, SUM(campaign_amount - campaign_refunded) AS quantity,
            ROW_NUMBER() OVER (
                PARTITION BY campaign_currency
                ORDER BY SUM(campaign_amount - campaign_refunded) DESC, campaign_id) AS place
        FROM captured GROUP BY campaign_currency, campaign_id
    ) p JOIN campaign c ON c.id = p.campaign_id
    WHERE p.place <= 10
    UNION ALL
    SELECT 'goal', 'BASIS_POINTS', NULL, c.slug,
        (t.captured - t.refunded - t.disputes_lost + t.matched - t.match_reversed) * 10000 DIV c.goal, p.place
    FROM (
        SELECT campaign_id,
            ROW_NUMBER() OVER (
                PARTITION BY campaign_currency
                ORDER BY SUM(campaign_amount - campaign_refunded) DESC, campaign_id) AS place
        FROM captured GROUP BY campaign_currency, campaign_id
    ) p JOIN campaign c ON c.id = p.campaign_id JOIN campaign_totals t ON t.campaign_id = c.id
    WHERE p.place <= 10
) best
ORDER BY series, currency, place

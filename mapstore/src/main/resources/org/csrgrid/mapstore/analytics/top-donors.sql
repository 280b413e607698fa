SELECT 'given' AS series, 'MONEY' AS unit, campaign_currency AS currency, CAST(donor_id AS CHAR) AS label, quantity
FROM (
    SELECT donor_id, campaign_currency, SUM(campaign_amount - campaign_refunded) AS quantity,
        ROW_NUMBER() OVER (
            PARTITION BY campaign_currency ORDER BY SUM(campaign_amount - campaign_refunded) DESC, donor_id) AS place
    FROM captured
    WHERE anonymous = FALSE AND donor_id > 0
    GROUP BY campaign_currency, donor_id
) ranked
WHERE place <= 10
ORDER BY currency, place

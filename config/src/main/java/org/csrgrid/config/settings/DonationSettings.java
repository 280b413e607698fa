package org.csrgrid.config.settings;

import org.csrgrid.config.binding.Setting;
import org.csrgrid.config.binding.UnfitSettingException;

/** What may be donated. Amounts are minor units of the donation's currency: 100 is 1.00 EUR, but 100 JPY. */
public record DonationSettings(
        @Setting(
                description = "Smallest donation, in minor units of its currency (100 is 1.00 EUR, but 100 JPY)",
                defaultValue = "100",
                min = "1")
        long minimumMinor,

        @Setting(
                description = "Largest donation, in minor units of its currency",
                defaultValue = "100000000",
                min = "1",
                max = "1000000000000")
        long maximumMinor) {

    public DonationSettings {
        if (minimumMinor > maximumMinor) {
            throw new UnfitSettingException(
                    "minimumMinor", "at most donations.maximum-minor (%d)".formatted(maximumMinor));
        }
    }
}

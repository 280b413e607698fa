package org.csrgrid.config.settings;

import org.csrgrid.config.binding.Setting;

/** What people are told. */
public record NotificationSettings(
        @Setting(
                description = "Whether donors get a mail when their payment is captured; turn it off where the gateway"
                        + " sends one",
                defaultValue = "true")
        boolean confirmPayments,

        @Setting(
                description = "Administrators are told of donations from this amount on, in minor units of the"
                        + " campaign's currency; 0 for none",
                defaultValue = "1000000",
                min = "0")
        long largeDonationMinor) {}

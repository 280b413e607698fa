package org.csrgrid.config.settings;

import java.time.Duration;
import java.util.List;
import org.csrgrid.config.binding.Setting;

/** Getting a log-in and keeping its password. */
public record AccountSettings(
        @Setting(description = "Whether people may register themselves", defaultValue = "true")
        boolean registration,

        @Setting(
                description = "Domains of e-mail addresses whose owners are employees when they register; anybody else"
                        + " is a guest until an administrator says otherwise")
        List<String> employeeDomains,

        @Setting(
                description = "How long the link is good that confirms an e-mail address",
                defaultValue = "24h",
                min = "5m",
                max = "30d",
                wholeSeconds = true)
        Duration verificationLife,

        @Setting(
                description = "How long the link is good that resets a password",
                defaultValue = "30m",
                min = "5m",
                max = "24h",
                wholeSeconds = true)
        Duration resetLife,

        @Setting(description = "Characters a new password has at least", defaultValue = "12", min = "8", max = "64")
        int passwordMinLength,

        @Setting(
                description = "Failed log-ins a minute that one account takes from devices it does not know",
                defaultValue = "2",
                min = "1",
                max = "1000")
        int guessesPerMinute,

        @Setting(description = "The same at once, after a pause", defaultValue = "30", min = "1", max = "10000")
        int guessBurst) {}

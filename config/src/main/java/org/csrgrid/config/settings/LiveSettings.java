package org.csrgrid.config.settings;

import java.time.Duration;
import org.csrgrid.config.binding.Setting;
import org.csrgrid.config.binding.UnfitSettingException;

/** What is told while it happens, by streams of events. */
public record LiveSettings(
        @Setting(
                description = "Open streams of one API node; one more is answered 503",
                defaultValue = "5000",
                min = "1",
                max = "100000")
        int streams,

        @Setting(
                description =
                        "How many of them may be of people who are not signed in, so that these cannot take all of them",
                defaultValue = "2500",
                min = "0",
                max = "100000")
        int anonymousStreams,

        @Setting(
                description = "Open streams of one person on one API node",
                defaultValue = "20",
                min = "1",
                max = "1000")
        int streamsPerPerson,

        @Setting(
                description =
                        "How often a stream gives a sign of life, and how often is looked whether its reader is still signed"
                                + " in and may still see what it is about",
                defaultValue = "15s",
                min = "100ms",
                max = "5m")
        Duration heartbeat,

        @Setting(
                description =
                        "Events kept per kind of reader, in the grid and on every API node, for streams that resume",
                defaultValue = "10000",
                min = "10",
                max = "1000000")
        int replay,

        @Setting(
                description =
                        "Events that wait for the reader of one stream; with more its reader is told to read anew or, if it"
                                + " does not read at all, dropped",
                defaultValue = "256",
                min = "8",
                max = "10000")
        int queue,

        @Setting(
                description = "A reader that keeps the node from writing for so long is dropped",
                defaultValue = "10s",
                min = "100ms",
                max = "5m")
        Duration slowestReader,

        @Setting(
                description = "A campaign's total is told at most once in this time, however many donations there are",
                defaultValue = "500ms",
                min = "10ms",
                max = "1m")
        Duration campaignPause) {

    public LiveSettings {
        if (anonymousStreams > streams) {
            throw new UnfitSettingException("anonymousStreams", "at most live.streams (%d)".formatted(streams));
        }
    }
}

package org.csrgrid.config.settings;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.csrgrid.config.binding.Setting;
import org.csrgrid.config.binding.UnfitSettingException;

/** The data grid: how members find each other, what they tolerate, how clients reach them. */
public record GridSettings(
        @Setting(
                description =
                        "Members and clients meet only under the same cluster name; it keeps clusters apart, it is no password",
                defaultValue = "csr-grid")
        String clusterName,

        @Setting(
                description =
                        "Address the member listens on: one of this machine's, a pattern such as 10.0.1.*, or 0.0.0.0"
                                + " for all; keep it private, the traffic is not encrypted",
                defaultValue = "127.0.0.1")
        String bindAddress,

        @Setting(
                description = "Port the member listens on; 0 takes a free one from the operating system",
                defaultValue = "5701",
                min = "0",
                max = "65535")
        int port,

        @Setting(
                description = "Members to knock at, as host:port: a member to join them, a client to connect",
                defaultValue = "127.0.0.1:5701")
        List<String> join,

        @Setting(
                description = "Members the cluster has in health; from 3 on a minority that is cut off refuses writes",
                defaultValue = "1",
                min = "1",
                max = "100")
        int expectedMembers,

        @Setting(description = "Copies of every entry on other members", defaultValue = "1", min = "0", max = "6")
        int backupCount,

        @Setting(
                description = "A member that is silent for so long is taken for dead",
                defaultValue = "15s",
                min = "5s",
                max = "5m",
                wholeSeconds = true)
        Duration maxNoHeartbeat,

        @Setting(
                description = "How long an operation between members may take",
                defaultValue = "20s",
                min = "1s",
                max = "10m")
        Duration operationTimeout,

        @Setting(
                description = "How long a client repeats a call that does not get through",
                defaultValue = "10s",
                min = "1s",
                max = "10m",
                wholeSeconds = true)
        Duration clientInvocationTimeout,

        @Setting(
                description = "Calls a client has under way at once; further ones wait",
                defaultValue = "10000",
                min = "100",
                max = "1000000")
        int clientConcurrency,

        @Setting(
                description =
                        "How long a client waits for the cluster at its start; once connected it reconnects for ever",
                defaultValue = "60s",
                min = "1s",
                max = "1h")
        Duration clientConnectTimeout,

        @Setting(
                description =
                        "Threads for delayed work such as saving; keep it 8 above the number of maps that are saved",
                defaultValue = "32",
                min = "4",
                max = "512")
        int scheduledPoolSize,

        @Setting(
                description = "Threads that wait for the database on behalf of entries written through",
                defaultValue = "256",
                min = "4",
                max = "2048")
        int storeThreads,

        @Setting(
                description = "Addresses from which Management Center may change the cluster, as addresses or patterns",
                defaultValue = "127.0.0.1")
        List<String> managementCenterInterfaces,

        @Setting(
                description = "A donation nobody touched for so long leaves the memory; it stays in the database",
                defaultValue = "15m",
                min = "1s",
                wholeSeconds = true)
        Duration donationMaxIdle,

        @Setting(
                description = "Donations a member keeps in memory at most; more are in the database",
                defaultValue = "200000",
                min = "10000",
                max = "100000000")
        int donationMaxEntries,

        @Setting(
                description = "A ledger entry nobody touched for so long leaves the memory; it stays in the database",
                defaultValue = "60s",
                min = "1s",
                wholeSeconds = true)
        Duration ledgerMaxIdle) {

    private static final int SMALLEST_PROTECTED = 3;
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[0-9a-fA-F:]+]|[^\\s:\\[\\]]+):(\\d{1,5})");
    private static final Pattern ADDRESS =
            Pattern.compile("(\\d{1,3}|\\*|\\d{1,3}-\\d{1,3})(\\.(\\d{1,3}|\\*|\\d{1,3}-\\d{1,3})){3}");

    public GridSettings {
        join = List.copyOf(join);
        managementCenterInterfaces = List.copyOf(managementCenterInterfaces);
        if (join.isEmpty() || !join.stream().allMatch(GridSettings::isHostAndPort)) {
            throw new UnfitSettingException("join", "a list of host:port, at least one");
        }
        if (!isAddress(bindAddress)) {
            throw new UnfitSettingException("bindAddress", "an IPv4 address, a pattern such as 10.0.1.*, or 0.0.0.0");
        }
        if (managementCenterInterfaces.isEmpty()
                || !managementCenterInterfaces.stream().allMatch(GridSettings::isAddress)) {
            throw new UnfitSettingException(
                    "managementCenterInterfaces",
                    "a list of IPv4 addresses or patterns such as 10.0.1.*, at least one");
        }
    }

    /** Members that are more than half of the expected ones. */
    public int majority() {
        return expectedMembers / 2 + 1;
    }

    /**
     * Whether a part of the cluster smaller than {@link #majority()} must refuse writes.
     *
     * <p>Not for one member, where nothing can split. Not for two either: the majority of two is two, so the death of
     * either member would stop all writes, and two members would be less available than one. From three on a single
     * death leaves a majority.
     */
    public boolean isSplitBrainProtected() {
        return expectedMembers >= SMALLEST_PROTECTED;
    }

    private static boolean isHostAndPort(String text) {
        var matcher = HOST_AND_PORT.matcher(text);
        return matcher.matches() && isPort(Integer.parseInt(matcher.group(2)));
    }

    private static boolean isPort(int port) {
        return port >= 1 && port <= 65_535;
    }

    private static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }
}

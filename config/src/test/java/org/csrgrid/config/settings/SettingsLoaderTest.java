package org.csrgrid.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.config.binding.ByteSize;
import org.csrgrid.config.binding.InvalidSettingsException;
import org.csrgrid.config.binding.SettingKey;
import org.csrgrid.config.binding.SettingsProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {
    private static List<String> problems(Map<String, String> environment, Map<String, String> overrides) {
        return catchThrowableOfType(
                        InvalidSettingsException.class,
                        () -> SettingsLoader.load(Optional.empty(), environment, overrides))
                .problems()
                .stream()
                .map(SettingsProblem::line)
                .toList();
    }

    @Test
    void the_defaults_alone_are_valid() {
        Settings settings = SettingsLoader.defaultsWith(Map.of());

        assertThat(settings.grid().clusterName()).isEqualTo("csr-grid");
        assertThat(settings.grid().storeThreads()).isEqualTo(256);
        assertThat(settings.database().url()).isEmpty();
        assertThat(settings.api().maxBody()).isEqualTo(new ByteSize(65_536));
        assertThat(settings.security().mode()).isEqualTo(SecurityMode.DEMO);
        assertThat(settings.payments().webhookTolerance()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.donations().maximumMinor()).isEqualTo(100_000_000);
    }

    @Test
    void every_channel_has_the_defaults_of_its_row() {
        JobSettings jobs = SettingsLoader.defaultsWith(Map.of()).jobs();

        assertThat(jobs.channels()).containsOnlyKeys(ChannelName.values());
        assertThat(jobs.channel(ChannelName.PAYMENTS).priority()).isEqualTo(10);
        assertThat(jobs.channel(ChannelName.PAYMENTS).backoff()).hasSize(5);
        assertThat(jobs.channel(ChannelName.BULK).backoff()).isEmpty();
        assertThat(jobs.channel(ChannelName.MAINTENANCE).timeout()).isEqualTo(Duration.ofMinutes(30));
        assertThat(ChannelName.ofKey("cache-warming")).contains(ChannelName.CACHE_WARMING);
    }

    @Test
    void every_layer_of_the_cache_has_the_defaults_of_its_row() {
        CacheSettings cache = SettingsLoader.defaultsWith(Map.of()).cache();

        assertThat(cache.layers()).containsOnlyKeys(CacheLayerName.values());
        assertThat(cache.layer(CacheLayerName.TRANSLATIONS).life()).isEqualTo(Duration.ofHours(24));
        assertThat(cache.layer(CacheLayerName.CAMPAIGNS).longestLife()).isEqualTo(Duration.ofMinutes(30));
        assertThat(cache.layer(CacheLayerName.WIDGETS).targetHitPercent()).isEqualTo(99);
        assertThat(cache.layer(CacheLayerName.USERS).eagerPercent()).isEqualTo(80);
    }

    @Test
    void a_layers_life_is_within_its_bounds() {
        assertThat(problems(Map.of(), Map.of("cache.layers.search.life", "1h")))
                .singleElement()
                .asString()
                .contains("cache.layers.search.life")
                .contains("at most longest-life");
    }

    @Test
    void the_last_wait_of_a_channel_repeats() {
        ChannelSettings exports = SettingsLoader.defaultsWith(Map.of()).jobs().channel(ChannelName.EXPORTS);

        assertThat(exports.backoff()).containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(180));
        assertThat(exports.backoffGrowth()).isEqualTo(1);
    }

    @Test
    void later_sources_win(@TempDir Path folder) throws IOException {
        Path yaml = Files.writeString(
                folder.resolve("csr.yaml"), "node:\n  name: yaml\ngrid:\n  cluster-name: yaml\n  port: 1\n");
        Map<String, String> environment = Map.of("CSR_GRID_CLUSTER_NAME", "environment", "CSR_GRID_PORT", "2");

        Settings settings = SettingsLoader.load(Optional.of(yaml), environment, Map.of("grid.port", "3"));

        assertThat(settings.node().name()).isEqualTo("yaml");
        assertThat(settings.grid().clusterName()).isEqualTo("environment");
        assertThat(settings.grid().port()).isEqualTo(3);
    }

    @Test
    void every_setting_can_be_set_by_its_environment_variable_and_by_its_key() {
        Map<String, String> environment = new HashMap<>();
        for (SettingKey setting : SettingsLoader.keys()) {
            environment.put(setting.environmentName(), "\0");
        }
        assertThat(environment).hasSameSizeAs(SettingsLoader.keys());

        // A nul fits nothing but texts and secrets, so each of the others must answer for itself.
        assertThat(problems(environment, Map.of()))
                .allSatisfy(line -> assertThat(line).doesNotContain("no such setting"))
                .hasSizeGreaterThan(90);
    }

    @Test
    void a_problem_names_the_variable_or_says_that_it_is_an_override() {
        assertThat(problems(Map.of("CSR_GRID_PORT", "abc"), Map.of("api.port", "70000")))
                .containsExactly(
                        "CSR_GRID_PORT: grid.port: \"abc\" (expected: a whole number 0..65535)",
                        "override: api.port: \"70000\" (expected: a whole number 0..65535)");
    }

    @Test
    void unknown_names_are_refused_with_a_suggestion() {
        assertThat(problems(Map.of("CSR_GRID_CLUSTERNAME", "x"), Map.of("cluster-name", "y")))
                .containsExactly(
                        "CSR_GRID_CLUSTERNAME: there is no such setting (did you mean CSR_GRID_CLUSTER_NAME?)",
                        "override: cluster-name: there is no such setting (did you mean grid.cluster-name?)");
    }

    @Test
    void variables_of_others_of_the_launcher_and_empty_ones_are_left_alone() {
        Map<String, String> environment = Map.of(
                "PATH",
                "/bin",
                "CSR_HOME",
                "/opt",
                "CSR_JAVA_HOME",
                "/jdk",
                "CSR_JAVA_OPTIONS",
                "-Xmx1g",
                "CSR_GRID_PORT",
                "");

        assertThat(SettingsLoader.load(Optional.empty(), environment, Map.of()))
                .isEqualTo(SettingsLoader.defaultsWith(Map.of()));
    }

    @Test
    void values_that_contradict_each_other_are_refused_where_they_were_set() {
        assertThat(problems(
                        Map.of("CSR_JOBS_CHANNELS_BULK_WORKERS_MIN", "2"),
                        Map.of(
                                "donations.minimum-minor", "200000000",
                                "api.page-size-default", "200",
                                "database.query-timeout", "10s",
                                "grid.join", "somewhere")))
                .containsExactlyInAnyOrder(
                        "CSR_JOBS_CHANNELS_BULK_WORKERS_MIN: jobs.channels.bulk.workers-min: \"2\""
                                + " (expected: at most workers-max (1))",
                        "override: donations.minimum-minor: \"200000000\""
                                + " (expected: at most donations.maximum-minor (100000000))",
                        "override: api.page-size-default: \"200\" (expected: at most api.page-size-max (100))",
                        "override: database.query-timeout: \"10s\" (expected: less than database.socket-timeout)",
                        "override: grid.join: \"somewhere\" (expected: a list of host:port, at least one)");
    }

    @Test
    void a_database_address_is_asked_for_by_those_who_need_one() {
        assertThatThrownBy(
                        () -> SettingsLoader.defaultsWith(Map.of()).database().requireUrl())
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("database.url: not set")
                .hasMessageContaining("CSR_DATABASE_URL");
        assertThat(problems(Map.of(), Map.of("database.url", "jdbc:oracle:thin")))
                .hasSize(1);
    }

    @Test
    void a_majority_is_more_than_half_and_protects_from_three_members_on() {
        assertThat(members(1).isSplitBrainProtected()).isFalse();
        assertThat(members(2).isSplitBrainProtected()).isFalse();
        assertThat(members(3).isSplitBrainProtected()).isTrue();
        assertThat(members(3).majority()).isEqualTo(2);
        assertThat(members(4).majority()).isEqualTo(3);
    }

    private static GridSettings members(int expected) {
        return SettingsLoader.defaultsWith(Map.of("grid.expected-members", Integer.toString(expected)))
                .grid();
    }
}

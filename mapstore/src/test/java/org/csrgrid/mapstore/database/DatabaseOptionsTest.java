package org.csrgrid.mapstore.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseOptionsTest {
    @Test
    void the_password_is_never_shown() {
        DatabaseOptions options = DatabaseOptions.of("jdbc:mysql://localhost/csr", "csr", "open-sesame");
        assertThat(options).asString().contains("csr").doesNotContain("open-sesame");
    }

    @Test
    void a_url_of_another_kind_is_refused_by_name_and_value() {
        assertThatThrownBy(() -> DatabaseOptions.of("jdbc:postgresql://localhost/csr", "csr", ""))
                .hasMessageContaining("url: jdbc:postgresql://localhost/csr");
    }

    @Test
    void a_pool_without_connections_is_refused() {
        DatabaseOptions options = DatabaseOptions.of("jdbc:mysql://localhost/csr", "csr", "");
        assertThatThrownBy(() -> options.withPoolSize(0)).hasMessage("poolSize: 0 (expected: >= 1)");
    }
}

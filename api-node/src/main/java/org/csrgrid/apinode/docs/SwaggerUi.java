package org.csrgrid.apinode.docs;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Where the Swagger UI's files are; their folder carries the version of the jar they came with. */
final class SwaggerUi {

    private static final String DESCRIPTION = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private SwaggerUi() {}

    static String path(String file) {
        return "META-INF/resources/webjars/swagger-ui/%s/%s".formatted(version(), file);
    }

    private static String version() {
        var description = new Properties();
        try {
            description.load(new StringReader(new String(Resources.read(DESCRIPTION), StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return description.getProperty("version");
    }
}

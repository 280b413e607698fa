package org.csrgrid.config.grid;

import com.hazelcast.config.ClassFilter;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.SerializationConfig;

/**
 * The classes a member or client may be made to instantiate by bytes from the wire: our own, Hazelcast's, plain values
 * of the JDK, and the faults that travel from a member to its caller. Everything else is refused.
 */
final class SerializationAllowList {
    private static final String OUR_PACKAGES = "org.csrgrid.";

    private SerializationAllowList() {}

    static void applyTo(SerializationConfig serialization) {
        serialization.setJavaSerializationFilterConfig(javaSerialization());
        serialization.getCompactSerializationConfig().setZeroConfigFilter(zeroConfig());
    }

    private static JavaSerializationFilterConfig javaSerialization() {
        ClassFilter allowed = new ClassFilter()
                .addPrefixes(OUR_PACKAGES, "com.hazelcast.", "[")
                .addPrefixes("java.lang.", "java.util.", "java.time.", "java.math.", "java.sql.")
                .addPrefixes("com.mysql.cj.exceptions.", "com.mysql.cj.jdbc.exceptions.")
                .addClasses("java.io.IOException", "java.io.EOFException", "java.io.UncheckedIOException")
                .addClasses("java.net.SocketException", "java.net.ConnectException")
                .addClasses("java.net.SocketTimeoutException", "java.net.UnknownHostException");
        return new JavaSerializationFilterConfig().setDefaultsDisabled(true).setWhitelist(allowed);
    }

    /** Compact by reflection is for our own records only; the others have serializers. */
    private static JavaSerializationFilterConfig zeroConfig() {
        return new JavaSerializationFilterConfig()
                .setDefaultsDisabled(true)
                .setWhitelist(new ClassFilter().addPrefixes(OUR_PACKAGES));
    }
}

package org.csrgrid.apinode.guard;

import io.helidon.webserver.WebServer;
import java.io.UncheckedIOException;
import org.csrgrid.config.settings.ApiTlsSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the certificate's files from time to time and hands changed ones to the running server. Files that do not fit change nothing. */
public final class CertificateWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);

    private final ApiTlsSettings settings;
    private final WebServer server;
    private final Thread thread;

    private CertificateWatch(ApiTlsSettings settings, WebServer server) {
        this.settings = settings;
        this.server = server;
        thread = Thread.ofVirtual().name("certificate-watch").unstarted(this::watch);
    }

    /** Begins to watch, or does nothing if there is no certificate. */
    public static CertificateWatch start(ApiTlsSettings settings, WebServer server) {
        var watch = new CertificateWatch(settings, server);
        if (settings.isOn()) {
            watch.thread.start();
        }
        return watch;
    }

    private void watch() {
        ServerCertificate used = ServerCertificate.read(settings);
        try {
            while (true) {
                Thread.sleep(settings.checkInterval());
                used = look(used);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private ServerCertificate look(ServerCertificate used) {
        try {
            ServerCertificate now = ServerCertificate.read(settings);
            if (now.isSameAs(used)) {
                return used;
            }
            server.reloadTls(now.tls());
            LOG.info("New connections use the changed certificate");
            return now;
        } catch (UncheckedIOException | IllegalArgumentException unfit) {
            LOG.warn("The changed certificate is not used, the old one stays: {}", unfit.getMessage());
            return used;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

package org.csrgrid.apinode.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A connection on which anything can be said, also what no HTTP client would. */
final class Raw implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;

    Raw(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** Everything that is answered to this until the server closes the connection. */
    static String answers(int port, String said) throws IOException {
        try (Raw raw = new Raw(port)) {
            return raw.say(said).untilClosed();
        }
    }

    Raw say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** @throws SocketTimeoutException if the server does not close within ten seconds */
    String untilClosed() throws IOException {
        var heard = new ByteArrayOutputStream();
        InputStream answers = socket.getInputStream();
        try {
            for (int octet = answers.read(); octet >= 0; octet = answers.read()) {
                heard.write(octet);
            }
        } catch (SocketTimeoutException open) {
            throw open;
        } catch (IOException reset) {
            return heard.toString(ISO_8859_1);
        }
        return heard.toString(ISO_8859_1);
    }

    /** Says this again and again until the server closes the connection or the time is over. */
    boolean isClosedWhileSaying(String text, long everyMillis, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            try {
                say(text);
                socket.setSoTimeout((int) everyMillis);
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException stillOpen) {
                Thread.onSpinWait();
            } catch (IOException closed) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

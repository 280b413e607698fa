package org.csrgrid.bench.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Sends requests one after the other, each on a connection of its own, and notes every answer that must not be. Belongs to one thread. */
final class FuzzRun {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_FINDINGS = 20;
    private static final int MOST_BYTES = 1_000_000;
    private static final Pattern INSIDES =
            Pattern.compile("\\tat |Exception|org\\.csrgrid|io\\.helidon|com\\.hazelcast|java\\.lang|SQLState|stackTrace");

    private final URI api;
    private final List<String> findings = new ArrayList<>();
    private final Map<String, Integer> statuses = new TreeMap<>();

    FuzzRun(URI api) {
        this.api = api;
    }

    /** What was wrong, with the request; empty if nothing was. */
    List<String> findings() {
        return List.copyOf(findings);
    }

    /** How often each status was answered. */
    Map<String, Integer> statuses() {
        return Map.copyOf(statuses);
    }

    void send(Maker maker, int requests) {
        for (int i = 0; i < requests && findings.size() < MOST_FINDINGS; i++) {
            byte[] request = maker.next();
            try {
                judge(request, answer(request));
            } catch (SocketTimeoutException hung) {
                note("no end of the answer within " + PATIENCE, request, "");
            } catch (IOException refused) {
                note("no connection: " + refused.getMessage(), request, "");
            }
        }
    }

    /** What is answered until the server closes, which it is asked to by what is sent or by the end of it. */
    private String answer(byte[] request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(api.getHost(), api.getPort()), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
            } catch (IOException closedEarly) {
                return read(socket);
            }
            return read(socket);
        }
    }

    private static String read(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readNBytes(MOST_BYTES), ISO_8859_1);
        } catch (SocketTimeoutException hung) {
            throw hung;
        } catch (IOException reset) {
            return "";
        }
    }

    private void judge(byte[] request, String answer) {
        String status = answer.startsWith("HTTP/1.1 ") ? answer.substring(9, 12) : answer.isEmpty() ? "none" : "?";
        statuses.merge(status, 1, Integer::sum);
        if (status.startsWith("5") || status.equals("?")) {
            note("status " + status, request, answer);
        } else if (INSIDES.matcher(answer).find() && !isDocument(answer)) {
            note("insides", request, answer);
        }
    }

    /** The API's description and the metrics may name what they like. */
    private static boolean isDocument(String answer) {
        return answer.contains("openapi: 3.1") || answer.contains("# HELP");
    }

    private void note(String what, byte[] request, String answer) {
        findings.add(what + "\n--- request\n" + shortened(new String(request, ISO_8859_1)) + "\n--- answer\n"
                + shortened(answer));
    }

    private static String shortened(String text) {
        return text.length() > 2_000 ? text.substring(0, 2_000) + "…" : text;
    }
}

package org.csrgrid.launcher.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Loopback ports nobody listens on at this moment. */
public final class FreePorts {

    private FreePorts() {}

    /** So many different ports. */
    public static List<Integer> find(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int index = 0; index < count; index++) {
                held.add(listen(0));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException none) {
            throw new ClusterException("the operating system gives no free port", none);
        } finally {
            held.forEach(FreePorts::close);
        }
    }

    /** Whether this process could listen there now. */
    public static boolean isFree(int port) {
        try {
            close(listen(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        return socket;
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            throw new ClusterException("a socket cannot be closed", alreadyClosed);
        }
    }
}

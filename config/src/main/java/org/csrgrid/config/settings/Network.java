package org.csrgrid.config.settings;

import java.net.InetAddress;

/**
 * Neighbouring addresses.
 *
 * @param first one of them
 * @param prefix how many leading bits they have in common
 */
public record Network(InetAddress first, int prefix) {

    public Network {
        if (prefix < 0 || prefix > first.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException(
                    "prefix: %d (expected: no more bits than an address has)".formatted(prefix));
        }
    }

    /**
     * Reads {@code 10.0.0.0/8}, {@code 10.1.2.3}, {@code fd00::/8} or {@code ::1}. Never asks a name server.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            InetAddress only = InetAddress.ofLiteral(text);
            return new Network(only, only.getAddress().length * Byte.SIZE);
        }
        return new Network(
                InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    public boolean contains(InetAddress address) {
        byte[] ours = first.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}

package vaiwg.board.web;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses of this machine and of others. */
final class Addresses {
    private Addresses() {}

    /** @throws IllegalArgumentException in one sentence, where there is no such address */
    static InetAddress of(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "The address " + host + " is not known: give one of this machine, such as 127.0.0.1.", e);
        }
    }

    static boolean isLoopback(String host) {
        return of(host).isLoopbackAddress();
    }
}

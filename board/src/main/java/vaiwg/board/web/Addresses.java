package vaiwg.board.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Addresses of this machine and of others. */
final class Addresses {
    private static final int IPV4_BYTES = 4;
    private static final int NETWORK_BYTES = 8;

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

    /** An IPv4 address as it is; of an IPv6 address the 64 bits of its network. */
    static String network(String literal) {
        byte[] address = of(literal).getAddress();
        return address.length == IPV4_BYTES ? literal : HexFormat.of().formatHex(address, 0, NETWORK_BYTES) + "/64";
    }

    static boolean isLoopback(String host) {
        return of(host).isLoopbackAddress();
    }
}

package vaiwg.demo.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address on which nothing listens at this moment. */
public final class FreePorts {
    /**
     * Systems give ports from 32768 on, or from higher ones, to whatever connects: such a port could be taken between being found here
     * and being listened on. Below that only servers are, and other runs that look for ports by chance as this one does.
     */
    static final int FIRST = 20_000;

    static final int LAST = 32_767;

    private static final int TRIES = 1_000;

    private FreePorts() {}

    /**
     * Different ports: all are held until the last is found.
     *
     * @throws IOException where hardly any port is free
     */
    public static List<Integer> find(int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int tries = 0; held.size() < count; tries++) {
                int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
                try {
                    held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
                } catch (BindException e) {
                    if (tries == TRIES) {
                        throw e;
                    }
                }
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }
}

package vaiwg.verification.monitoring;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vaiwg.demo.embedded.FreePorts;

/** The containers' ports on this machine: each a free one of 127.0.0.1, whatever name the text that speaks of it gives its host. */
final class LoopbackPorts {
    private static final String HOST = "127.0.0.1";

    /** By the port inside the container. */
    private final Map<Integer, Integer> here = new LinkedHashMap<>();

    static LoopbackPorts find(Integer... containers) throws IOException {
        LoopbackPorts ports = new LoopbackPorts();
        List<Integer> free = FreePorts.find(containers.length);
        for (int i = 0; i < containers.length; i++) {
            ports.here.put(containers[i], free.get(i));
        }
        return ports;
    }

    /** Puts a server that has its port already under the port of its container. */
    LoopbackPorts with(int container, int port) {
        here.put(container, port);
        return this;
    }

    int of(int container) {
        return here.get(container);
    }

    String address(int container) {
        return HOST + ':' + of(container);
    }

    /** A text of a container with the addresses of this machine; {@code //:9092}, every interface, becomes loopback alone. */
    String in(String text) {
        String local = text;
        for (Map.Entry<Integer, Integer> port : here.entrySet()) {
            local = Pattern.compile("(^|[\\s/@])[a-z0-9.-]*([:/])" + port.getKey() + "\\b")
                    .matcher(local)
                    .replaceAll("$1" + HOST + "$2" + port.getValue());
        }
        return local;
    }
}

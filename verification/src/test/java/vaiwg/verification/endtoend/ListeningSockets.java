package vaiwg.verification.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The TCP sockets on which processes listen, as Linux lists them. */
final class ListeningSockets {
    private static final String LISTEN = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    /** 127.0.0.0/8 in IPv4, mapped into IPv6, and ::1; a word's bytes are in the machine's order. */
    private static final String LOOPBACK =
            "[0-9A-F]{6}7F|0000000000000000FFFF0000[0-9A-F]{6}7F|00000000000000000000000001000000";

    private ListeningSockets() {}

    /** Their addresses and ports as {@code /proc/net} has them: hexadecimal. */
    static List<String> of(Set<ProcessHandle> processes) throws IOException {
        Set<String> inodes = new HashSet<>();
        for (ProcessHandle process : processes) {
            Path descriptors = Path.of("/proc", Long.toString(process.pid()), "fd");
            try {
                inodes.addAll(sockets(descriptors));
            } catch (NoSuchFileException e) {
                if (process.isAlive()) {
                    throw e;
                }
                // It has ended since, as processes of PostgreSQL do with their connections, and listens no more.
            }
        }
        List<String> found = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
                String[] fields = line.strip().split("\\s+");
                if (fields[STATE].equals(LISTEN) && inodes.contains("socket:[" + fields[INODE] + "]")) {
                    found.add(fields[ADDRESS]);
                }
            }
        }
        return found;
    }

    static boolean isLoopback(String address) {
        return address.substring(0, address.indexOf(':')).matches(LOOPBACK);
    }

    private static Set<String> sockets(Path descriptors) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> all = Files.list(descriptors)) {
            for (Path descriptor : all.toList()) {
                try {
                    inodes.add(Files.readSymbolicLink(descriptor).toString());
                } catch (NoSuchFileException e) {
                    // It was closed since.
                }
            }
        }
        return inodes;
    }
}

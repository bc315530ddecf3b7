package vaiwg.cli.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.jobs.recovery.Checkpoints;
import vaiwg.jobs.recovery.Checkpoints.Checkpoint;

/**
 * Whether the folder of checkpoints takes another one, found out by writing as much there as the newest holds. Flink removes what it
 * wrote of a checkpoint that failed, so that a full disk may have room again when it is looked at.
 */
record FolderRoom(Path folder) {
    /** Made and removed again in the folder. */
    static final String PROBE = "room.probe";

    private static final Logger LOG = LoggerFactory.getLogger(FolderRoom.class);
    private static final long LEAST_BYTES = 16L << 20;
    private static final long MOST_BYTES = 256L << 20;
    private static final byte[] BLOCK = new byte[1 << 20];

    /** Why it takes none, in the words of the operating system; empty where it does. */
    Optional<String> obstacle() {
        Path probe = folder.resolve(PROBE);
        try {
            long bytes = Math.min(MOST_BYTES, Math.max(LEAST_BYTES, bytesOfNewest()));
            try (OutputStream out = Files.newOutputStream(probe)) {
                for (long written = 0; written < bytes; written += BLOCK.length) {
                    out.write(BLOCK);
                }
            } finally {
                Files.deleteIfExists(probe);
            }
            return Optional.empty();
        } catch (IOException e) {
            LOG.debug("The folder of checkpoints takes no file", e);
            String words = String.valueOf(e.getMessage());
            return Optional.of(words.substring(words.lastIndexOf(": ") + 1).strip());
        }
    }

    private long bytesOfNewest() throws IOException {
        Optional<Checkpoint> newest = Checkpoints.newest(folder);
        if (newest.isEmpty()) {
            return 0;
        }
        long bytes = 0;
        try (Stream<Path> files = Files.list(newest.get().folder())) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }
}

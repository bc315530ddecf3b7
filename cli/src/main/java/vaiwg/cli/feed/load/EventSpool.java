package vaiwg.cli.feed.load;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import vaiwg.cli.feed.json.ReadyEvent;
import vaiwg.schemas.EventStream;

/**
 * Keeps events until all are there, and gives them in the order of their changes; those of one instant in the order in which they
 * came. More than a stretch are sorted on disk, in files that only the user can read and that are gone when it is closed.
 */
final class EventSpool implements AutoCloseable {
    private static final long STRETCH_BYTES = 64L * 1024 * 1024;
    private static final int BUFFER = 256 * 1024;

    private final long stretchBytes;
    private final List<Path> files = new ArrayList<>();
    private List<ReadyEvent> stretch = new ArrayList<>();
    private long bytes;
    private long events;

    EventSpool() {
        this(STRETCH_BYTES);
    }

    EventSpool(long stretchBytes) {
        this.stretchBytes = stretchBytes;
    }

    void add(ReadyEvent event) {
        stretch.add(event);
        events++;
        bytes += event.size();
        if (bytes >= stretchBytes) {
            spill();
        }
    }

    long events() {
        return events;
    }

    /** Hands over every event, in order. */
    void forEach(Consumer<ReadyEvent> sink) {
        stretch.sort(Comparator.comparingLong(ReadyEvent::changedAt));
        if (files.isEmpty()) {
            stretch.forEach(sink);
            return;
        }
        spill();
        merge(sink);
    }

    private void spill() {
        if (stretch.isEmpty()) {
            return;
        }
        stretch.sort(Comparator.comparingLong(ReadyEvent::changedAt));
        try {
            Path file = Files.createTempFile("vaiwg-load-", ".events");
            // For a process that is asked to end: it does not come to close().
            file.toFile().deleteOnExit();
            files.add(file);
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
                for (ReadyEvent event : stretch) {
                    write(event, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder for temporary files has no room: free some, or name another with -Djava.io.tmpdir.", e);
        }
        stretch = new ArrayList<>();
        bytes = 0;
    }

    private void merge(Consumer<ReadyEvent> sink) {
        List<Stretch> open = new ArrayList<>();
        PriorityQueue<Stretch> next = new PriorityQueue<>(
                Comparator.comparingLong((Stretch one) -> one.head.changedAt()).thenComparingInt(one -> one.number));
        try {
            for (Path file : files) {
                Stretch one = new Stretch(file, open.size());
                open.add(one);
                if (one.advance()) {
                    next.add(one);
                }
            }
            for (Stretch one = next.poll(); one != null; one = next.poll()) {
                sink.accept(one.head);
                if (one.advance()) {
                    next.add(one);
                }
            }
            for (Stretch one : open) {
                one.in.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sorted lines cannot be read again: load them once more.", e);
        }
    }

    private static void write(ReadyEvent event, DataOutputStream out) throws IOException {
        out.writeLong(event.changedAt());
        out.writeByte(event.stream().ordinal());
        out.writeInt(event.warnings());
        out.writeInt(event.key().length);
        out.write(event.key());
        out.writeInt(event.value().length);
        out.write(event.value());
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        files.clear();
        stretch.clear();
    }

    /** A sorted part that is read again. */
    private static final class Stretch {
        private final DataInputStream in;
        private final int number;
        private ReadyEvent head;

        Stretch(Path file, int number) throws IOException {
            this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
            this.number = number;
        }

        boolean advance() throws IOException {
            long changedAt;
            try {
                changedAt = in.readLong();
            } catch (EOFException e) {
                return false;
            }
            EventStream stream = EventStream.values()[in.readByte()];
            int warnings = in.readInt();
            byte[] key = in.readNBytes(in.readInt());
            byte[] value = in.readNBytes(in.readInt());
            head = new ReadyEvent(stream, changedAt, key, value, warnings);
            return true;
        }
    }
}

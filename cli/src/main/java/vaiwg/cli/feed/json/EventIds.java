package vaiwg.cli.feed.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import vaiwg.board.files.PrivateFiles;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.kpis.digest.Hmac;

/**
 * Ids of events that bring none: the same for the same version of the same subject, so that a file that is loaded twice makes copies, and
 * of no use to whoever would guess the subject from one, since they are made with an installation's secret key. For one thread.
 */
public final class EventIds {
    private final Mac mac;

    private EventIds(byte[] key) {
        this.mac = Hmac.of(key);
    }

    /** With a key that is forgotten: where events are only looked at. */
    public static EventIds forgotten() {
        return new EventIds(Hmac.newKey());
    }

    /** With the key in a file, which is made where there is none. */
    public static EventIds ofKeyIn(Path file) {
        try {
            if (!Files.exists(file)) {
                if (file.toAbsolutePath().getParent() != null) {
                    Files.createDirectories(file.toAbsolutePath().getParent());
                }
                PrivateFiles.write(file, HexFormat.of().formatHex(Hmac.newKey()) + "\n");
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length != Hmac.KEY_BYTES) {
                throw new IllegalArgumentException();
            }
            return new EventIds(key);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUsage("The key file " + file + " does not hold " + 2 * Hmac.KEY_BYTES
                    + " hexadecimal digits: name another with --event-id-key, or restore it.");
        } catch (IOException e) {
            throw CommandFailure.wrongUsage(
                    "The key file " + file + " cannot be read or made: name another with --event-id-key.");
        }
    }

    /** A UUID of version 8, the one for ids of an own making (RFC 9562). */
    public String of(String name) {
        ByteBuffer digest = ByteBuffer.wrap(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        long high = digest.getLong() & ~0xF000L | 0x8000L;
        long low = digest.getLong() & ~(0b11L << 62) | 0b10L << 62;
        return new UUID(high, low).toString();
    }
}

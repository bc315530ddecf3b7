package vaiwg.jobs.decode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** What becomes of sound bytes. */
final class BadBytes {
    private BadBytes() {}

    /**
     * Bits turned, bytes put in or taken out, parts doubled, ends cut off: one to four of them.
     *
     * @param header how many bytes there are before the body
     */
    static byte[] mutated(byte[] sound, int header, Random random) {
        byte[] bytes = sound.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
            // Mostly in the body: behind another fingerprint nothing is looked at.
            int at = random.nextInt(10) == 0
                    ? random.nextInt(bytes.length)
                    : Math.max(0, bytes.length - 1) - random.nextInt(Math.max(1, bytes.length - header));
            at = Math.max(0, at);
            switch (random.nextInt(6)) {
                case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) random.nextInt(256);
                case 3 -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + 1, bytes.length));
                case 4 ->
                    bytes = joined(
                            Arrays.copyOf(bytes, at),
                            zigzag(random.nextLong() >> random.nextInt(64)),
                            Arrays.copyOfRange(bytes, at, bytes.length));
                default -> bytes = Arrays.copyOf(bytes, at);
            }
        }
        return bytes;
    }

    static byte[] zigzag(long number) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            encoder.writeLong(number);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Stream.of(parts).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }
}

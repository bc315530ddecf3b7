package vaiwg.cli.feed.erase;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts in Avro's binary encoding: the length of their UTF-8 and then the UTF-8. They are found without the schema of the message. */
final class AvroText {
    private AvroText() {}

    static byte[] encoded(byte[] utf8) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        // A length is written with its lowest bit as the sign, seven bits a byte, the lowest first.
        int length = utf8.length << 1;
        while (length > 0x7F) {
            encoded.write(length & 0x7F | 0x80);
            length >>>= 7;
        }
        encoded.write(length);
        encoded.writeBytes(utf8);
        return encoded.toByteArray();
    }

    /** Where the bytes are for the first time from a place on; -1 where they are not. */
    static int indexOf(byte[] bytes, byte[] sought, int from) {
        for (int i = from; i <= bytes.length - sought.length; i++) {
            if (bytes[i] == sought[0] && Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
                return i;
            }
        }
        return -1;
    }

    /** The message with another text wherever a whole text is this one. */
    static byte[] replace(byte[] message, String text, String other) {
        byte[] sought = encoded(text.getBytes(StandardCharsets.UTF_8));
        byte[] instead = encoded(other.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream replaced = new ByteArrayOutputStream();
        int done = 0;
        for (int at = indexOf(message, sought, 0); at >= 0; at = indexOf(message, sought, done)) {
            replaced.write(message, done, at - done);
            replaced.writeBytes(instead);
            done = at + sought.length;
        }
        replaced.write(message, done, message.length - done);
        return replaced.toByteArray();
    }
}

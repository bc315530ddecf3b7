package vaiwg.demo.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of a page or of the footer: numbers with their lowest byte first, as the format has them. */
final class Bytes extends ByteArrayOutputStream {
    private static final int LOW_BITS = 0x7F;
    private static final int SHIFT = 7;

    void little(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            write((int) (value >>> i * Byte.SIZE));
        }
    }

    void varint(long value) {
        long rest = value;
        while ((rest & ~LOW_BITS) != 0) {
            write((int) (rest & LOW_BITS) | ~LOW_BITS);
            rest >>>= SHIFT;
        }
        write((int) rest);
    }

    /** A value as {@code PLAIN} has it; flags, which it packs by eight, are none of them. */
    void plain(ColumnType type, Object value) {
        switch (type) {
            case INTEGER, DATE -> little((Integer) value, Integer.BYTES);
            case LONG -> little((Long) value, Long.BYTES);
            case DOUBLE -> little(Double.doubleToLongBits((Double) value), Long.BYTES);
            case TEXT -> {
                byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
                little(text.length, Integer.BYTES);
                writeBytes(text);
            }
            default -> throw new IllegalArgumentException("a flag is packed with others");
        }
    }
}

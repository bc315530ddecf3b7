package vaiwg.demo.parquet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Structures in Thrift's compact protocol, which page headers and the footer are in: the fields in ascending order of their numbers. */
final class Thrift {
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int TEXT = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int STOP = 0;
    /** From so many elements on their number follows the head of a list. */
    private static final int MANY = 15;

    private final Bytes out = new Bytes();
    private int last;

    private Thrift() {}

    /** A structure by itself. */
    static byte[] of(Consumer<Thrift> fields) {
        Thrift thrift = new Thrift();
        thrift.nested(fields);
        return thrift.out.toByteArray();
    }

    void i32(int field, int value) {
        head(field, I32);
        zigzag(value);
    }

    void i64(int field, long value) {
        head(field, I64);
        zigzag(value);
    }

    void text(int field, String value) {
        head(field, TEXT);
        text(value);
    }

    void struct(int field, Consumer<Thrift> fields) {
        head(field, STRUCT);
        nested(fields);
    }

    void i32s(int field, List<Integer> values) {
        list(field, I32, values.size());
        values.forEach(this::zigzag);
    }

    void texts(int field, List<String> values) {
        list(field, TEXT, values.size());
        values.forEach(this::text);
    }

    <T> void structs(int field, List<T> values, BiConsumer<Thrift, T> fields) {
        list(field, STRUCT, values.size());
        values.forEach(value -> nested(thrift -> fields.accept(thrift, value)));
    }

    private void nested(Consumer<Thrift> fields) {
        int outer = last;
        last = 0;
        fields.accept(this);
        out.write(STOP);
        last = outer;
    }

    private void head(int field, int type) {
        out.write(field - last << 4 | type);
        last = field;
    }

    private void list(int field, int type, int size) {
        head(field, LIST);
        out.write(Math.min(size, MANY) << 4 | type);
        if (size >= MANY) {
            out.varint(size);
        }
    }

    private void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.varint(bytes.length);
        out.writeBytes(bytes);
    }

    private void zigzag(long value) {
        out.varint(value << 1 ^ value >> Long.SIZE - 1);
    }
}

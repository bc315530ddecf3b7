package vaiwg.demo.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/**
 * A table that is written as Parquet, row by row: flat columns that may be empty, each with a dictionary, compressed by gzip. The same rows give
 * the same bytes.
 */
public final class ParquetFile implements AutoCloseable {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int OPTIONAL = 1;
    private static final int GZIP = 2;
    private static final int RLE = 3;
    private static final int DATA_PAGE = 0;
    private static final int DICTIONARY_PAGE = 2;
    /** Of a group; all of a group is held in memory. */
    private static final int USUAL_ROWS = 1 << 17;

    private final OutputStream out;
    private final Map<String, ColumnType> columns;
    private final List<ColumnBuffer> buffers;
    private final int mostRows;
    private final List<Group> groups = new ArrayList<>();
    private long position;
    private int waiting;

    private record Group(int rows, List<Chunk> chunks) {
        long bytes() {
            return chunks.stream().mapToLong(Chunk::plainBytes).sum();
        }
    }

    /**
     * Where a column of a group lies.
     *
     * @param dictionaryAt -1 where there is none
     * @param encodings of its pages
     * @param plainBytes before it was compressed, with headers
     */
    private record Chunk(
            String name,
            ColumnType type,
            long dictionaryAt,
            long dataAt,
            List<Integer> encodings,
            long plainBytes,
            long bytes) {
        long begin() {
            return dictionaryAt < 0 ? dataAt : dictionaryAt;
        }
    }

    /**
     * Begins a file.
     *
     * @param out is closed with it
     * @param columns by name, in order
     */
    public ParquetFile(OutputStream out, Map<String, ColumnType> columns) throws IOException {
        this(out, columns, USUAL_ROWS);
    }

    ParquetFile(OutputStream out, Map<String, ColumnType> columns, int mostRows) throws IOException {
        this.out = out;
        this.columns = new LinkedHashMap<>(columns);
        this.mostRows = mostRows;
        this.buffers = columns.values().stream()
                .map(type -> new ColumnBuffer(type, mostRows))
                .toList();
        write(MAGIC);
    }

    /**
     * Adds a row.
     *
     * @param row a value of its type, or null, for each column in order
     */
    public void add(Object... row) throws IOException {
        if (row.length != buffers.size()) {
            throw new IllegalArgumentException(
                    "A row of " + row.length + " values is none of " + columns.keySet() + ".");
        }
        for (int column = 0; column < row.length; column++) {
            buffers.get(column).add(row[column]);
        }
        waiting++;
        if (waiting == mostRows) {
            endGroup();
        }
    }

    private void endGroup() throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        int column = 0;
        for (Map.Entry<String, ColumnType> entry : columns.entrySet()) {
            chunks.add(chunk(
                    entry.getKey(), entry.getValue(), buffers.get(column++).take()));
        }
        groups.add(new Group(waiting, chunks));
        waiting = 0;
    }

    private Chunk chunk(String name, ColumnType type, List<ColumnBuffer.Page> pages) throws IOException {
        long begin = position;
        long dictionaryAt = -1;
        long dataAt = -1;
        long plain = 0;
        List<Integer> encodings = new ArrayList<>(List.of(RLE));
        for (ColumnBuffer.Page page : pages) {
            if (page.isDictionary()) {
                dictionaryAt = position;
            } else {
                dataAt = position;
            }
            encodings.add(page.encoding());
            byte[] compressed = compressed(page.bytes());
            byte[] header = header(page, compressed.length);
            write(header);
            write(compressed);
            plain += header.length + page.bytes().length;
        }
        return new Chunk(name, type, dictionaryAt, dataAt, encodings, plain, position - begin);
    }

    private static byte[] header(ColumnBuffer.Page page, int compressed) {
        return Thrift.of(header -> {
            header.i32(1, page.isDictionary() ? DICTIONARY_PAGE : DATA_PAGE);
            header.i32(2, page.bytes().length);
            header.i32(3, compressed);
            if (page.isDictionary()) {
                header.struct(7, dictionary -> {
                    dictionary.i32(1, page.count());
                    dictionary.i32(2, page.encoding());
                });
            } else {
                header.struct(5, data -> {
                    data.i32(1, page.count());
                    data.i32(2, page.encoding());
                    data.i32(3, RLE);
                    data.i32(4, RLE);
                });
            }
        });
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    /** Writes what waits and the footer, without which there is no file to be read. */
    @Override
    public void close() throws IOException {
        try (out) {
            if (waiting > 0) {
                endGroup();
            }
            byte[] footer = Thrift.of(this::footer);
            write(footer);
            Bytes length = new Bytes();
            length.little(footer.length, Integer.BYTES);
            write(length.toByteArray());
            write(MAGIC);
        }
    }

    private void footer(Thrift file) {
        file.i32(1, VERSION);
        file.structs(2, schema(), (element, fields) -> fields.accept(element));
        file.i64(3, groups.stream().mapToLong(Group::rows).sum());
        file.structs(4, groups, (group, written) -> {
            group.structs(1, written.chunks(), (chunk, of) -> chunk(chunk, of, written.rows()));
            group.i64(2, written.bytes());
            group.i64(3, written.rows());
        });
        file.text(6, "vaiwg");
    }

    /** The table, which says how many columns follow it, and these. */
    private List<Consumer<Thrift>> schema() {
        List<Consumer<Thrift>> schema = new ArrayList<>();
        schema.add(table -> {
            table.text(4, "table");
            table.i32(5, columns.size());
        });
        columns.forEach((name, type) -> schema.add(column -> {
            column.i32(1, type.physical());
            column.i32(3, OPTIONAL);
            column.text(4, name);
            if (type.converted() != ColumnType.AS_IT_IS) {
                column.i32(6, type.converted());
            }
        }));
        return schema;
    }

    private static void chunk(Thrift chunk, Chunk written, int rows) {
        chunk.i64(2, written.begin());
        chunk.struct(3, meta -> {
            meta.i32(1, written.type().physical());
            meta.i32s(2, written.encodings());
            meta.texts(3, List.of(written.name()));
            meta.i32(4, GZIP);
            meta.i64(5, rows);
            meta.i64(6, written.plainBytes());
            meta.i64(7, written.bytes());
            meta.i64(9, written.dataAt());
            if (written.dictionaryAt() >= 0) {
                meta.i64(11, written.dictionaryAt());
            }
        });
    }
}

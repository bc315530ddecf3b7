package vaiwg.demo.parquet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of one column in the rows that are not written yet: each value once, and which of them a row has. */
final class ColumnBuffer {
    private static final int PLAIN = 0;
    private static final int RLE_DICTIONARY = 8;

    private final ColumnType type;
    private final Map<Object, Integer> dictionary = new LinkedHashMap<>();
    /** 1 of a row that has a value, 0 of one that has none. */
    private final int[] levels;
    /** Of the rows that have one: its place in the dictionary, or of a flag whether it is set. */
    private final int[] places;

    private int rows;
    private int values;
    /** The last value, as many rows that follow each other have the same. */
    private Object last;

    private int lastPlace;

    /**
     * A page before it is compressed.
     *
     * @param isDictionary whether it has the dictionary, and else the values
     * @param count how many values it has, those that are not there among them
     */
    record Page(boolean isDictionary, int count, int encoding, byte[] bytes) {}

    ColumnBuffer(ColumnType type, int mostRows) {
        this.type = type;
        this.levels = new int[mostRows];
        this.places = new int[mostRows];
    }

    /** @param value null where the row has none */
    void add(Object value) {
        levels[rows++] = value == null ? 0 : 1;
        if (value != null) {
            places[values++] = place(value);
        }
    }

    private int place(Object value) {
        if (type == ColumnType.BOOLEAN) {
            return (Boolean) value ? 1 : 0;
        }
        if (!value.equals(last)) {
            last = value;
            lastPlace = dictionary.computeIfAbsent(value, fresh -> dictionary.size());
        }
        return lastPlace;
    }

    /** The pages of what was added since the last call. */
    List<Page> take() {
        List<Page> pages = new ArrayList<>(2);
        // A column in which nothing is has no dictionary: readers expect one of something.
        boolean byPlace = !dictionary.isEmpty();
        if (byPlace) {
            Bytes all = new Bytes();
            dictionary.keySet().forEach(value -> all.plain(type, value));
            pages.add(new Page(true, dictionary.size(), PLAIN, all.toByteArray()));
        }
        Bytes data = new Bytes();
        Bytes ofLevels = new Bytes();
        RunLengths.write(levels, rows, 1, ofLevels);
        data.little(ofLevels.size(), Integer.BYTES);
        data.writeBytes(ofLevels.toByteArray());
        if (byPlace) {
            int width = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(dictionary.size() - 1));
            data.write(width);
            RunLengths.write(places, values, width, data);
        } else {
            RunLengths.pack(places, 0, values, values, 1, data);
        }
        pages.add(new Page(false, rows, byPlace ? RLE_DICTIONARY : PLAIN, data.toByteArray()));
        dictionary.clear();
        rows = 0;
        values = 0;
        last = null;
        return pages;
    }
}

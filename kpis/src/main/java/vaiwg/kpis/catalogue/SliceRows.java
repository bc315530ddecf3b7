package vaiwg.kpis.catalogue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vaiwg.kpis.reference.CodeMaps;

/** The rows of a measure: its slice families one after another. Shared by all measures that are cut alike. */
public final class SliceRows {
    private final int index;
    private final SliceFamily[] families;
    private final CodeMaps maps;
    private final int[] offsets;
    private final int[] secondSizes;
    private final int size;
    private final long bits;

    /** @param index tells the layouts of a catalogue apart, from 0 */
    SliceRows(int index, List<SliceFamily> families, CodeMaps maps) {
        this.index = index;
        this.families = families.toArray(SliceFamily[]::new);
        this.maps = maps;
        this.offsets = new int[families.size()];
        this.secondSizes = new int[families.size()];
        int next = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = next;
            secondSizes[i] = families.get(i).secondSize(maps);
            next += families.get(i).size(maps);
        }
        size = next;
        bits = families.stream().mapToLong(SliceFamily::bits).reduce(0, (some, more) -> some | more);
    }

    /** Which of the catalogue's layouts of rows it is, from 0. */
    public int index() {
        return index;
    }

    public int size() {
        return size;
    }

    /** A dimension key without what makes no difference to its rows here. */
    public long needed(long dimensionKey) {
        return dimensionKey & bits;
    }

    /** Writes the rows to which a dimension key belongs into {@code rows} (of at least {@link #size} places); returns how many. */
    public int of(long dimensionKey, int[] rows) {
        int length = 0;
        for (int i = 0; i < offsets.length; i++) {
            length = families[i].append(dimensionKey, offsets[i], secondSizes[i], rows, length);
        }
        return length;
    }

    boolean isOfAreas() {
        return Stream.of(families).allMatch(SliceFamily::isOfAreas);
    }

    public SliceFamily family(int row) {
        return families[familyIndex(row)];
    }

    /** The dimensions of a row and their values, sorted by key. */
    public Map<String, String> dimensions(int row) {
        int family = familyIndex(row);
        return families[family].dimensions(row - offsets[family], maps);
    }

    private int familyIndex(int row) {
        int family = offsets.length - 1;
        while (offsets[family] > row) {
            family--;
        }
        return family;
    }
}

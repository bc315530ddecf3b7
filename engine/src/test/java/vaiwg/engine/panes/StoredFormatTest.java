package vaiwg.engine.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.PackedEntries;
import vaiwg.kpis.Seed;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.fields.FieldWriter;
import vaiwg.kpis.reference.CodeMaps;

/**
 * Bytes in checkpoints are read by later builds, so they are kept here as hexadecimal text. Where the format is changed on purpose,
 * raise its number in {@link ForcePanes} and write them anew with {@code -Dvaiwg.golden.write=true}.
 */
class StoredFormatTest {
    private static final Path GOLDEN = Path.of("src/test/resources/vaiwg/engine/panes");
    /** One measure alone, so that its cells stay what they are when others come. */
    private static final Catalogue CATALOGUE = new Catalogue(
            ShippedCatalogue.get().measures().stream()
                    .filter(measure -> measure.slug().equals("recorded_offences"))
                    .toList(),
            CodeMaps.shipped());

    private static final Grid GRID = new Grid(CATALOGUE);
    private static final int CELLS = CATALOGUE.cells();

    @Test
    void a_pane_is_stored_as_it_always_was() throws IOException {
        DayPane pane = new DayPane(GRID);
        pane.add(0, 1, 1);
        pane.add(100, Integer.MAX_VALUE, Integer.MIN_VALUE);
        pane.add(63, -1, 64);
        pane.add(64, 0, 1);
        pane.add(65, 300, 70_000);
        pane.add(70, 1, 1);
        pane.add(70, -1, -1);
        pane.numbers.add(7_000, 0, 3);
        pane.numbers.add(7_000, 9_999, 1);
        pane.numbers.add(7_001, 24, 1);
        pane.numbers.add(7_001, 25, 1);
        pane.numbers.add(7_001, 25, -1);
        byte[] encoded = PaneCodec.encode(pane);
        assertGolden("pane.hex", encoded);
        assertThat(values(decoded(encoded))).isEqualTo(values(pane));
    }

    @Test
    void waiting_delta_entries_are_stored_as_they_always_were() throws IOException {
        DeltaBuffer buffer = new DeltaBuffer();
        add(buffer, entry(1_700_000_000_123L, 1, 19_700, 19_600, 0x0102030405060708L, -1, new long[] {1, -1}));
        add(buffer, entry(-1, 6, 0, 0, 0, 1, new long[0]));
        assertGolden("postings.hex", buffer.toBytes());
        List<DeltaEntry> back = entries(DeltaBuffer.of(buffer.toBytes()));
        assertThat(back).hasSize(2);
        assertThat(back.get(0))
                .usingRecursiveComparison()
                .isEqualTo(entry(1_700_000_000_123L, 1, 19_700, 19_600, 0x0102030405060708L, -1, new long[] {1, -1}));
    }

    @Test
    void any_pane_comes_back_whether_it_is_nearly_empty_or_nearly_full() {
        Random random = Seed.random("panes as bytes");
        for (int filled : new int[] {0, 1, 10, CELLS / 3, CELLS}) {
            DayPane pane = new DayPane(GRID);
            for (int i = 0; i < filled; i++) {
                pane.add(random.nextInt(CELLS), random.nextInt(), random.nextInt());
                pane.numbers.add(random.nextInt(10_000), random.nextInt(10_000), random.nextInt(-1, 3));
            }
            DayPane back = decoded(PaneCodec.encode(pane));
            assertThat(values(back)).isEqualTo(values(pane));
        }
    }

    @Test
    void what_is_due_is_taken_and_the_rest_is_kept() {
        DeltaBuffer buffer = new DeltaBuffer();
        for (int i = 0; i < 100; i++) {
            add(buffer, entry(i, 0, i, i, i, 1, new long[] {i}));
        }
        List<DeltaEntry> taken = new ArrayList<>();
        buffer.take(new PackedEntries.Reader(), entry -> entry.enters < 40, entry -> taken.add(entry.copy()));
        assertThat(taken).extracting(entry -> entry.day).hasSize(40).allMatch(day -> day < 40);
        assertThat(entries(buffer)).extracting(entry -> entry.day).hasSize(60).allMatch(day -> day >= 40);
    }

    private static void assertGolden(String name, byte[] bytes) throws IOException {
        assertGolden(name, HexFormat.of().formatHex(bytes) + "\n");
    }

    private static void assertGolden(String name, String text) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    private static Map<Integer, List<Integer>> values(DayPane pane) {
        TreeMap<Integer, List<Integer>> values = new TreeMap<>();
        pane.forEachInOrder((cell, numerator, denominator) -> values.put(cell, List.of(numerator, denominator)));
        pane.numbers.forEach(
                (cell, number, times) -> values.put(CELLS + cell * 10_000 + number, List.of(number, times)));
        return values;
    }

    private static DayPane decoded(byte[] bytes) {
        DayPane pane = new DayPane(GRID);
        PaneCodec.decode(bytes, pane);
        return pane;
    }

    private static List<DeltaEntry> entries(DeltaBuffer buffer) {
        List<DeltaEntry> entries = new ArrayList<>();
        buffer.forEach(new PackedEntries.Reader(), entry -> entries.add(entry.copy()));
        return entries;
    }

    private static void add(DeltaBuffer buffer, DeltaEntry entry) {
        buffer.add(PackedEntries.of(List.of(entry), new FieldWriter())[0].bytes);
    }

    private static DeltaEntry entry(
            long enters, int contributionType, int day, int recordedDay, long dimensionKey, int sign, long[] bits) {
        DeltaEntry entry = new DeltaEntry();
        entry.enters = enters;
        entry.contributionType = (byte) contributionType;
        entry.day = day;
        entry.recordedDay = recordedDay;
        entry.dimensionKey = dimensionKey;
        entry.quantity = recordedDay / 2;
        entry.sign = (byte) sign;
        entry.numerator = bits.clone();
        entry.denominator = bits;
        return entry;
    }
}

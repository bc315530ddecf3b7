package vaiwg.engine.panes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.PackedEntries;
import vaiwg.engine.contributions.RandomDeltas;
import vaiwg.kpis.OneMeasure;
import vaiwg.kpis.RandomCases;
import vaiwg.kpis.Seed;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.fields.FieldWriter;
import vaiwg.kpis.time.LondonDays;

/** What panes cost, by measures that do not depend on the machine: bytes, cells, days read. */
class PaneCostTest {
    private static final int CASES = 300;
    private static final int RECORDED_OVER = 200;
    /** 40 bytes and its bits; and what revisions and follow-up note. */
    private static final int BYTES_A_POSTING = 110;

    private final Catalogue catalogue = ShippedCatalogue.get();
    private final Random random = Seed.random("cost of panes");
    private final List<DeltaEntry> entries = RandomDeltas.of(random, catalogue, CASES, RECORDED_OVER);

    @Test
    void a_delta_entry_that_waits_and_counts_allocates_little() {
        int cutOff = RandomCases.FIRST_DAY + RECORDED_OVER + 800;
        ForcePanes panes = new ForcePanes(catalogue);
        play(panes, cutOff, packed(cutOff, 1));
        play(panes, cutOff + 1, packed(cutOff + 1, -1));
        List<PackedEntries> last = packed(cutOff + 2, 1);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
        play(panes, cutOff + 2, last);
        long bytes = thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(bytes / entries.size()).isLessThan(BYTES_A_POSTING);
    }

    /** The entries as they come, each by itself. */
    private List<PackedEntries> packed(int cutOff, int sign) {
        FieldWriter writer = new FieldWriter();
        List<PackedEntries> packed = new ArrayList<>();
        for (DeltaEntry entry : entries) {
            entry.enters = LondonDays.startOf(cutOff);
            entry.sign = (byte) (sign * Math.abs(entry.sign));
            packed.addAll(List.of(PackedEntries.of(List.of(entry), writer)));
        }
        return packed;
    }

    private static void play(ForcePanes panes, int cutOff, List<PackedEntries> packed) {
        packed.forEach(panes::add);
        panes.advance();
        assertThat(panes.cutOff()).isEqualTo(cutOff);
    }

    @Test
    void no_cell_is_touched_twice_by_a_delta_entry_on_a_day_nor_one_that_stays_as_it_is() {
        long[] touched = new long[1];
        Expansion expansion = new Expansion(catalogue, new Grid(catalogue));
        Expansion.Receiver counting = new Expansion.Receiver() {
            @Override
            public void add(Changes changes, int day) {
                for (int i = 0; i < changes.touched; i++) {
                    int layout = changes.layouts[i];
                    touched[0] += (long) changes.sizes[layout] * changes.rows[layout].count;
                }
            }

            @Override
            public void addNumber(Column column, int day, DimensionRows.Rows rows, int number, int times) {
                touched[0] += rows.count;
            }
        };
        entries.forEach(entry -> expansion.expand(entry, counting));
        assertThat(touched[0]).isEqualTo(new NaivePanes(catalogue, entries).cellsChanged());
    }

    @Test
    void a_midnight_reads_as_many_days_whatever_the_length_of_a_window() {
        assertThat(daysRead(28)).isEqualTo(2).isEqualTo(daysRead(3_650));
    }

    private static int daysRead(int window) {
        Measure measure = OneMeasure.of("counted", "bases: recorded", "windows: " + window + "d");
        Catalogue one = new Catalogue(List.of(measure), ShippedCatalogue.get().maps());
        int[] read = new int[1];
        new WindowSums(one, new Grid(one)).advanceTo(20_000, day -> {
            read[0]++;
            return null;
        });
        return read[0];
    }
}

package vaiwg.engine.panes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vaiwg.engine.signatures.Posting;
import vaiwg.engine.signatures.RandomPostings;
import vaiwg.kpis.RandomCases;
import vaiwg.kpis.Seed;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.MeasureBuilder;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.SliceFamily;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.time.LondonDays;

/** What panes cost, by measures that do not depend on the machine: bytes, cells, days read. */
class PaneCostTest {
    private static final int CASES = 300;
    private static final int RECORDED_OVER = 200;
    /** 40 bytes and its bits, up to four times over while buffers grow; and what revisions and lives note. */
    private static final int BYTES_A_POSTING = 320;

    private final Catalogue catalogue = ShippedCatalogue.get();
    private final Random random = Seed.random("cost of panes");
    private final List<Posting> postings = RandomPostings.of(random, catalogue, CASES, RECORDED_OVER);

    @Test
    void aPostingThatWaitsAndCountsAllocatesLittle() {
        int boundary = RandomCases.FIRST_DAY + RECORDED_OVER + 800;
        ForcePanes panes = new ForcePanes(catalogue);
        play(panes, boundary, 1);
        play(panes, boundary + 1, -1);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
        play(panes, boundary + 2, 1);
        long bytes = thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(bytes / postings.size()).isLessThan(BYTES_A_POSTING);
    }

    private void play(ForcePanes panes, int boundary, int sign) {
        for (Posting posting : postings) {
            posting.enters = LondonDays.startOf(boundary);
            posting.sign = (byte) (sign * Math.abs(posting.sign));
            panes.add(posting);
        }
        panes.advance();
        assertThat(panes.boundary()).isEqualTo(boundary);
    }

    @Test
    void noCellIsTouchedTwiceByAPostingOnADayNorOneThatStaysAsItIs() {
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
            public void addNumber(Column column, int day, TupleRows.Rows rows, int number, int times) {
                touched[0] += rows.count;
            }
        };
        postings.forEach(posting -> expansion.expand(posting, counting));
        assertThat(touched[0]).isEqualTo(new NaivePanes(catalogue, postings).cellsChanged());
    }

    @Test
    void aMidnightReadsAsManyDaysWhateverTheLengthOfAWindow() {
        assertThat(daysRead(28)).isEqualTo(2).isEqualTo(daysRead(3_650));
    }

    private static int daysRead(int window) {
        Measure measure = MeasureBuilder.count("counted")
                .title("Counted")
                .in(Priority.CRIMINAL_JUSTICE)
                .means("What it is.")
                .of(Fact.ACTIVE)
                .windows(window)
                .bases(Basis.RECORDED)
                .by(SliceFamily.TOTAL)
                .answersTo("1");
        Catalogue one = new Catalogue(List.of(measure), ShippedCatalogue.get().maps());
        int[] read = new int[1];
        new WindowSums(one, new Grid(one)).advanceTo(20_000, day -> {
            read[0]++;
            return null;
        });
        return read[0];
    }
}

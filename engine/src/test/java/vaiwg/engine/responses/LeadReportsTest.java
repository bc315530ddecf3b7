package vaiwg.engine.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.kpis.cases.NoteVersion;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.catalogue.BoardSubject;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.time.LondonDays;
import vaiwg.statistics.signals.SignalNotes;

/** Three meetings of the board: in January nobody reports in this way yet, in March three leads do, in May one. */
class LeadReportsTest {
    private static final int FIRST = day(2025, 1, 1);
    private static final int MARCH = day(2025, 3, 1);
    private static final int MAY = day(2025, 5, 1);
    private static final int LAST = day(2025, 6, 30);

    private final Catalogue catalogue = ShippedCatalogue.get();
    private final SignalNotes notes = new SignalNotes();

    @Test
    void reports_are_due_from_the_first_one_on_and_given_within_31_days() {
        marchAndMay();
        ForcePanes panes = begun();
        LeadReports reports = new LeadReports(catalogue);
        while (panes.cutOff() < LAST) {
            panes.advance();
            reports.since(panes.cutOff() - 1, notes, panes.cutOff()).forEach(panes::add);
            if (panes.cutOff() == MARCH + 31) {
                assertThat(panes.denominator(slot())).as("not before 31 days").isZero();
            }
            if (panes.cutOff() == MARCH + 32) {
                assertThat(panes.denominator(slot())).as("one of each area").isEqualTo(7);
                assertThat(panes.numerator(slot()))
                        .as("early, in time, at the last midnight")
                        .isEqualTo(3);
            }
        }
        assertThat(panes.denominator(slot())).isEqualTo(14);
        assertThat(panes.numerator(slot())).as("in May one, a millisecond late").isEqualTo(3);
    }

    @Test
    void made_anew_from_the_notes_it_is_the_same() {
        marchAndMay();
        ForcePanes panes = begun();
        new LeadReports(catalogue).since(ForcePanes.NONE, notes, LAST).forEach(panes::add);
        while (panes.cutOff() < LAST) {
            panes.advance();
        }
        assertThat(panes.denominator(slot())).isEqualTo(14);
        assertThat(panes.numerator(slot())).isEqualTo(3);
    }

    /** Notes make no force known: its first midnight takes in what was due and given before. */
    @Test
    void what_was_before_the_first_midnight_is_counted_with_it() {
        marchAndMay();
        LeadReports reports = new LeadReports(catalogue);
        List<DeltaEntry> entries = new ArrayList<>(reports.since(ForcePanes.NONE, notes, MARCH + 20));
        for (int cutOff = MARCH + 21; cutOff <= LAST; cutOff++) {
            entries.addAll(reports.since(cutOff - 1, notes, cutOff));
        }
        assertThat(entries)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyInAnyOrderElementsOf(reports.since(ForcePanes.NONE, notes, LAST));
    }

    @Test
    void of_a_force_whose_leads_report_otherwise_nothing_is_due() {
        say(BoardSubject.commitment("rape-5"), LondonDays.startOf(FIRST));
        assertThat(new LeadReports(catalogue).since(ForcePanes.NONE, notes, LAST))
                .isEmpty();
    }

    private void marchAndMay() {
        say(report(Priority.CRIMINAL_JUSTICE, 3), LondonDays.startOf(MARCH - 10));
        say(report(Priority.ENGAGEMENT, 3), LondonDays.startOf(MARCH + 5));
        say(report(Priority.RECORDING, 3), LondonDays.startOf(MARCH + 31));
        say(report(Priority.INTELLIGENCE, 5), LondonDays.startOf(MAY + 31) + 1);
    }

    private static String report(Priority area, int month) {
        return BoardSubject.report(area, YearMonth.of(2025, month));
    }

    private void say(String subject, long known) {
        NoteVersion note = new NoteVersion();
        note.signalId = subject;
        note.version = 1;
        note.changedAt = known;
        note.knownAt = known;
        notes.add(note);
    }

    private ForcePanes begun() {
        ForcePanes panes = new ForcePanes(catalogue);
        Stream.of(Delta.ofOrigin("west-midlands", (byte) 0, new RecordKind((byte) 0), LondonDays.startOf(FIRST))
                        .entries)
                .forEach(panes::add);
        panes.advance();
        return panes;
    }

    private int slot() {
        return catalogue.columns().stream()
                .filter(one -> one.measure().slug().equals("leads_reported"))
                .findFirst()
                .orElseThrow()
                .slot(0, 0);
    }

    private static int day(int year, int month, int day) {
        return Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
    }
}
